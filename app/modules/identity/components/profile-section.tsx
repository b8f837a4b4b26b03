import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { RadioGroupField, TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { LOCALES, profileSchema } from "../identity.schemas";
import type { OwnAccount } from "../queries/own-account.server";

type Props = { account: OwnAccount; lastResult: SubmissionResult<string[]> | undefined };

/** Name and language. */
export function ProfileSection({ account, lastResult }: Props) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(profileSchema, {
    id: "profile",
    lastResult,
    defaultValue: { name: account.name, locale: account.locale },
    shouldValidate: "onBlur",
  });
  return (
    <Card as="section">
      <CardHeader title={t("account.profileTitle")} description={t("account.profileText")} />
      <CardBody>
        {/* A document of its own brings the texts of the language that was chosen. */}
        <Form method="post" reloadDocument {...getFormProps(form)} className="flex flex-col gap-5">
          <input type="hidden" name="intent" value="profile" />
          <FormErrorSummary errors={form.errors} />
          <TextField meta={fields.name} label={t("field.name")} autoComplete="name" />
          <RadioGroupField
            meta={fields.locale}
            label={t("field.language")}
            columns={2}
            options={LOCALES.map((locale) => ({ value: locale, label: t(`account.language.${locale}`) }))}
          />
          <p className="text-ink-muted text-sm">{t("account.emailFixed")}</p>
          <SubmitButton name="submit" value="profile" pendingLabel={t("account.saving")} className="sm:w-fit">
            {t("account.save")}
          </SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}
