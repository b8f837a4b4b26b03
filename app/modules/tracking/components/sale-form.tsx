import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody } from "~/ui/card";
import { DateTimeField, RadioGroupField, RupiahField, TextAreaField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, FormSection, SubmitButton } from "~/ui/form";
import { UploadField } from "~/ui/upload";
import { useForm } from "~/ui/use-form";
import { saleFormSchema } from "../conversion.schemas";

type SaleFormProps = {
  zone: string;
  /** The moment of opening, in the institution's local time. */
  now: string;
  accept: string;
  maxBytes: number;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** An officer's form for a sale by WhatsApp or at the gate. */
export function SaleForm({ zone, now, accept, maxBytes, lastResult }: SaleFormProps) {
  const { t } = useTranslation("tracking");
  const [form, fields] = useForm(saleFormSchema, {
    id: "sale",
    lastResult: lastResult ?? null,
    defaultValue: { source: "WHATSAPP", status: "CONFIRMED", occurredAt: now },
    shouldValidate: "onBlur",
  });
  return (
    <Form method="post" encType="multipart/form-data" {...getFormProps(form)}>
      <Card>
        <CardBody>
          <FormErrorSummary errors={form.errors} />
          <FormSection title={t("form.source")}>
            <RadioGroupField
              meta={fields.source}
              label={t("form.source")}
              columns={2}
              options={(["WHATSAPP", "GATE"] as const).map((value) => ({
                value,
                label: t(`source.${value}`),
                hint: t(`sourceHint.${value}`),
              }))}
            />
            <TextField meta={fields.orderId} label={t("form.orderId")} hint={t("form.orderIdHint")} />
            <RupiahField meta={fields.amountRupiah} label={t("form.amount")} />
            <DateTimeField
              meta={fields.occurredAt}
              label={t("form.occurredAt")}
              hint={t("form.occurredAtHint", { zone })}
            />
          </FormSection>
          <FormSection title={t("ledger.column.creditedTo")} description={t("form.couponHint")}>
            <TextField
              meta={fields.couponCode}
              label={t("form.coupon")}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
            />
            <RadioGroupField
              meta={fields.status}
              label={t("form.status")}
              options={[
                { value: "CONFIRMED", label: t("form.statusConfirmed") },
                { value: "PENDING", label: t("form.statusPending") },
              ]}
            />
          </FormSection>
          <FormSection title={t("detail.evidence")} description={t("form.evidenceHint")}>
            <UploadField name="evidence" label={t("form.evidence")} accept={accept} maxBytes={maxBytes} />
            <TextAreaField
              meta={fields.note}
              label={t("form.note")}
              hint={t("form.noteHint")}
              rows={3}
              maxLength={500}
            />
          </FormSection>
          <FormActions>
            <SubmitButton pendingLabel={t("form.submitting")}>{t("form.submit")}</SubmitButton>
          </FormActions>
        </CardBody>
      </Card>
    </Form>
  );
}
