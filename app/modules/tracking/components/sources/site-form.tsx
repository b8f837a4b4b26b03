import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TextAreaField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { siteFormSchema } from "../../page-order.schemas";

type Props = { origins: string[]; isNew: boolean; lastResult: SubmissionResult<string[]> | undefined };

/** The addresses of the shop's pages, one a line. */
export function SiteForm({ origins, isNew, lastResult }: Props) {
  const { t } = useTranslation("tracking");
  const [form, fields] = useForm(siteFormSchema, {
    id: "site",
    lastResult,
    defaultValue: { origins: origins.join("\n") },
    shouldValidate: "onSubmit",
    constraint: {},
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="site" />
      <FormErrorSummary errors={form.errors} />
      <TextAreaField
        meta={fields.origins}
        label={t("sources.page.origins")}
        hint={t("sources.page.originsHint")}
        rows={3}
        spellCheck={false}
        autoCapitalize="none"
      />
      <SubmitButton pendingLabel={t("sources.page.saving")} className="self-start">
        {isNew ? t("sources.page.create") : t("sources.page.save")}
      </SubmitButton>
    </Form>
  );
}
