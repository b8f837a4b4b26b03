import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { newPasswordSchema } from "../identity.schemas";
import { NewPasswordField } from "./new-password-field";

export type ResetPasswordFormProps = {
  lastResult: SubmissionResult<string[]> | undefined;
  person: { name: string; email: string };
};

export function ResetPasswordForm({ lastResult, person }: ResetPasswordFormProps) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(newPasswordSchema, {
    id: "reset-password",
    lastResult,
    shouldValidate: "onBlur",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <FormErrorSummary errors={form.errors} />
      {/* So that a password manager knows whose password it keeps. */}
      <input type="text" autoComplete="username" value={person.email} readOnly hidden />
      <NewPasswordField
        meta={fields.password}
        label={t("field.newPassword")}
        personal={[person.name, person.email]}
      />
      <SubmitButton size="lg" pendingLabel={t("reset.pending")} className="w-full">
        {t("reset.submit")}
      </SubmitButton>
    </Form>
  );
}
