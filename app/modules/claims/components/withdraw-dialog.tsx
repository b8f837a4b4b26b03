import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { WITHDRAWAL_REASON_MIN } from "../claim.schemas";
import type { MyClaim } from "../queries/my-claim.server";

/** Asks before a claim is withdrawn, with what it means now and, after acceptance, for the reason. */
export function WithdrawDialog({ withdrawal }: { withdrawal: NonNullable<MyClaim["withdrawal"]> }) {
  const { t } = useTranslation("claims");
  const { needsReason, freesSlot } = withdrawal;
  const text = needsReason ? (freesSlot ? "withdraw.afterText" : "withdraw.keptText") : "withdraw.beforeText";
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm" icon={<Undo2 aria-hidden="true" />}>
          {t("withdraw.action")}
        </Button>
      }
      title={t("withdraw.title")}
      description={t(text)}
      confirmLabel={t("withdraw.confirm")}
      pendingLabel={t("withdraw.pending")}
      tone="danger"
      fields={{ move: "withdraw" }}
    >
      {needsReason ? (
        <Field id="withdraw-reason" label={t("withdraw.reason")}>
          <TextArea
            id="withdraw-reason"
            name="reason"
            required
            minLength={WITHDRAWAL_REASON_MIN}
            maxLength={600}
            rows={3}
          />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
