import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { registerSchema } from "../identity.schemas";
import { ConsentField } from "./consent-field";
import { NewPasswordField } from "./new-password-field";

export function RegisterForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(registerSchema, {
    id: "register",
    lastResult,
    shouldValidate: "onBlur",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <FormErrorSummary errors={form.errors} />
      <TextField meta={fields.name} label={t("field.name")} autoComplete="name" />
      <TextField
        meta={fields.email}
        label={t("field.email")}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
      />
      <NewPasswordField
        meta={fields.password}
        label={t("field.password")}
        personal={[fields.name.value ?? "", fields.email.value ?? ""]}
      />
      <ConsentField meta={fields.consent} />
      <SubmitButton size="lg" pendingLabel={t("register.pending")} className="w-full">
        {t("register.submit")}
      </SubmitButton>
    </Form>
  );
}
