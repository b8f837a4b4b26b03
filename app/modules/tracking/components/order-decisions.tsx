import type { SubmissionResult } from "@conform-to/react";
import { CircleCheck, Coins, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { useFormat } from "~/ui/format";
import { Input, TextArea } from "~/ui/input";
import { useMessage } from "~/ui/message";
import type { ConversionDetail } from "../queries/conversion-detail.server";

export type OrderReply = SubmissionResult<string[]> | undefined;

type OrderDecisionsProps = { conversion: ConversionDetail; reply: OrderReply };

/** What an officer may do with an order: confirm it, enter a refund, take it back. Each is asked once more. */
export function OrderDecisions({ conversion, reply }: OrderDecisionsProps) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const { mayChange, status, withdrawnAt, amountRupiah } = conversion;
  if (!mayChange || status === "REVERSED" || withdrawnAt) return null;
  return (
    <>
      {status === "PENDING" ? (
        <ConfirmDialog
          trigger={<Button icon={<CircleCheck aria-hidden="true" />}>{t("detail.confirm")}</Button>}
          title={t("detail.confirmTitle")}
          description={t("detail.confirmText")}
          confirmLabel={t("detail.confirm")}
          fields={{ intent: "confirm" }}
        />
      ) : null}
      <ConfirmDialog
        trigger={
          <Button variant="secondary" icon={<Coins aria-hidden="true" />}>
            {t("detail.refund")}
          </Button>
        }
        title={t("detail.refundTitle")}
        description={t("detail.refundText", { amount: format.rupiah(amountRupiah) })}
        confirmLabel={t("detail.refundSave")}
        fields={{ intent: "refund" }}
      >
        <div className="flex flex-col gap-4">
          <Labelled
            label={t("detail.refundAmount")}
            hint={t("detail.refundAmountHint")}
            reply={reply}
            name="refunded"
          >
            <Input
              name="refunded"
              required
              inputMode="numeric"
              defaultValue={conversion.refundedRupiah > 0n ? String(conversion.refundedRupiah) : ""}
            />
          </Labelled>
          <ReasonField label={t("detail.refundReason")} hint={t("detail.refundReasonHint")} reply={reply} />
        </div>
      </ConfirmDialog>
      <ConfirmDialog
        trigger={
          <Button variant="danger" icon={<Undo2 aria-hidden="true" />}>
            {t("detail.reverse")}
          </Button>
        }
        title={t("detail.reverseTitle")}
        description={t("detail.reverseText")}
        confirmLabel={t("detail.reverse")}
        tone="danger"
        fields={{ intent: "reverse" }}
      >
        <ReasonField label={t("detail.reverseReason")} hint={t("detail.reverseReasonHint")} reply={reply} />
      </ConfirmDialog>
    </>
  );
}

type LabelledProps = { label: string; hint?: string; name: string; reply: OrderReply; children: ReactNode };

/** A field of a dialog, with what was wrong with it. */
export function Labelled({ label, hint, name, reply, children }: LabelledProps) {
  const message = useMessage();
  const error = reply?.error?.[name]?.[0];
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className="flex flex-col gap-1.5">
      <span className="font-semibold text-sm">{label}</span>
      {hint ? <span className="text-ink-muted text-sm">{hint}</span> : null}
      {children}
      {error ? <span className="text-danger-ink text-sm">{message(error)}</span> : null}
    </label>
  );
}

/** Why: the influencer reads it. */
export function ReasonField({ label, hint, reply }: { label: string; hint: string; reply: OrderReply }) {
  return (
    <Labelled label={label} hint={hint} name="reason" reply={reply}>
      <TextArea name="reason" required minLength={5} maxLength={300} rows={3} />
    </Labelled>
  );
}
