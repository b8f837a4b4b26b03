import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateField, SelectField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { LICENCE_KINDS } from "../licences";
import { licenceSchema } from "../product.schemas";
import type { EditorLicence } from "../queries/product-editor.server";

interface LicenceFormProps {
  lastResult: SubmissionResult<string[]> | undefined;
  /** The licence to correct; without one, a new one is recorded. */
  licence?: EditorLicence;
}

/** Kind, number and dates of a licence. */
export function LicenceForm({ lastResult, licence }: LicenceFormProps) {
  const { t } = useTranslation("products");
  const [form, fields] = useForm(licenceSchema, {
    id: `licence-${licence?.id ?? "new"}`,
    lastResult,
    defaultValue: licence,
    shouldValidate: "onBlur",
    constraint: {},
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="licence" />
      {licence ? <input type="hidden" name="licenceId" value={licence.id} /> : null}
      <FormErrorSummary errors={form.errors} />
      <SelectField
        meta={fields.kind}
        label={t("licence.kindLabel")}
        placeholder={t("licence.choose")}
        options={LICENCE_KINDS.map((kind) => ({ value: kind, label: t(`licence.kind.${kind}`) }))}
      />
      <TextField
        meta={fields.number}
        label={t("licence.number")}
        hint={t("licence.numberHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField meta={fields.issuedOn} label={t("licence.issuedOn")} />
        <DateField meta={fields.expiresOn} label={t("licence.expiresOn")} />
      </div>
      <p className="-mt-3 text-ink-muted text-sm">{t("licence.expiresHint")}</p>
      <FormActions>
        <SubmitButton pendingLabel={t("form.saving")}>{t("licence.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
