import { Gavel } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Select } from "~/ui/input";
import type { ConversionDetail } from "../queries/conversion-detail.server";
import { Labelled, type OrderReply, ReasonField } from "./order-decisions";

/** An officer credits an order otherwise than the rule, or gives it back to the rule, with a reason. */
export function DecideDialog({ conversion, reply }: { conversion: ConversionDetail; reply: OrderReply }) {
  const { t } = useTranslation("tracking");
  const { candidates, choices, decision } = conversion;
  const named = new Set(candidates.flatMap(({ claimId }) => claimId ?? []));
  const option = ({ claimId, creator, campaign }: ConversionDetail["choices"][number]) => (
    <option key={claimId} value={claimId}>
      {`${creator} · ${campaign}`}
    </option>
  );
  const [considered, others] = [
    choices.filter(({ claimId }) => named.has(claimId)),
    choices.filter(({ claimId }) => !named.has(claimId)),
  ];
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" icon={<Gavel aria-hidden="true" />}>
          {t("decide.open")}
        </Button>
      }
      title={t("decide.title")}
      description={t("decide.text")}
      confirmLabel={t("decide.save")}
      fields={{ intent: "decide" }}
    >
      <div className="flex flex-col gap-4">
        <Labelled label={t("decide.choice")} name="choice" reply={reply}>
          <Select name="choice" required defaultValue="">
            <option value="" disabled>
              {t("decide.choose")}
            </option>
            {considered.length > 0 ? (
              <optgroup label={t("decide.considered")}>{considered.map(option)}</optgroup>
            ) : null}
            {others.length > 0 ? <optgroup label={t("decide.others")}>{others.map(option)}</optgroup> : null}
            <option value="NOBODY">{t("decide.nobody")}</option>
            {decision ? <option value="RULE">{t("decide.rule")}</option> : null}
          </Select>
        </Labelled>
        <ReasonField label={t("decide.reason")} hint={t("decide.reasonHint")} reply={reply} />
      </div>
    </ConfirmDialog>
  );
}
