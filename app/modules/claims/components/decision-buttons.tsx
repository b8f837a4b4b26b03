import { Check, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import type { InstitutionClaimRow } from "../queries/institution-claims.server";

/** Yes or no to an application; a no asks for the reason that the influencer reads. */
export function DecisionButtons({ claim }: { claim: InstitutionClaimRow }) {
  const { t } = useTranslation("claims");
  const { campaign, creator } = claim;
  const name = creator.displayName;
  const full = campaign.slotsTaken >= campaign.slots;
  const reasonId = `reason-${claim.id}`;
  return (
    <>
      <ConfirmDialog
        trigger={
          <Button icon={<Check aria-hidden="true" />} disabled={full || !campaign.takes}>
            {full ? t("inbox.full") : t("inbox.accept")}
          </Button>
        }
        title={t("inbox.acceptTitle", { name })}
        description={t("inbox.acceptText", { name })}
        confirmLabel={t("inbox.accept")}
        pendingLabel={t("inbox.acceptPending")}
        fields={{ move: "accept", claimId: claim.id }}
      />
      <ConfirmDialog
        trigger={
          <Button variant="secondary" icon={<X aria-hidden="true" />}>
            {t("inbox.reject")}
          </Button>
        }
        title={t("inbox.rejectTitle", { name })}
        description={t("inbox.rejectText")}
        confirmLabel={t("inbox.reject")}
        pendingLabel={t("inbox.rejectPending")}
        tone="danger"
        fields={{ move: "reject", claimId: claim.id }}
      >
        <Field id={reasonId} label={t("inbox.rejectReason")}>
          <TextArea
            id={reasonId}
            name="reason"
            required
            minLength={10}
            maxLength={600}
            rows={3}
            placeholder={t("inbox.rejectPlaceholder")}
          />
        </Field>
      </ConfirmDialog>
    </>
  );
}
