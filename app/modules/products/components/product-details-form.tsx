import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RupiahField, SelectField, TextAreaField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { MAX_STORY, MIN_STORY, PRODUCT_KINDS } from "../product";
import { productDetailsSchema } from "../product.schemas";

export type DetailsValue = { name: string; kind: string; priceRupiah: string; unit: string; story: string };

interface ProductDetailsFormProps {
  lastResult: SubmissionResult<string[]> | undefined;
  value?: DetailsValue;
  submitLabel: string;
}

/** Name, kind, price, unit and story: for a new product and for one that is changed. */
export function ProductDetailsForm({ lastResult, value, submitLabel }: ProductDetailsFormProps) {
  const { t } = useTranslation("products");
  const [form, fields] = useForm(productDetailsSchema, {
    id: "details",
    lastResult,
    defaultValue: value,
    shouldValidate: "onBlur",
  });
  const kinds = PRODUCT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="details" />
      <FormErrorSummary errors={form.errors} />
      <TextField
        meta={fields.name}
        label={t("form.name")}
        placeholder={t("form.namePlaceholder")}
        autoComplete="off"
      />
      <SelectField
        meta={fields.kind}
        label={t("form.kind")}
        hint={t("form.kindHint")}
        options={kinds}
        placeholder={t("form.choose")}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <RupiahField meta={fields.priceRupiah} label={t("form.price")} />
        <TextField meta={fields.unit} label={t("form.unit")} hint={t("form.unitHint")} autoComplete="off" />
      </div>
      <TextAreaField
        meta={fields.story}
        label={t("form.story")}
        hint={t("form.storyHint", { min: MIN_STORY })}
        rows={8}
        maxLength={MAX_STORY}
      />
      <FormActions>
        <SubmitButton pendingLabel={t("form.saving")}>{submitLabel}</SubmitButton>
      </FormActions>
    </Form>
  );
}
