import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PasswordField, TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { signInSchema } from "../identity.schemas";

export type SignInFormProps = {
  lastResult: SubmissionResult<string[]> | undefined;
  returnTo: string | null;
  /** Filled in from a demo account. */
  filled: { email: string; password: string } | null;
};

export function SignInForm({ lastResult, returnTo, filled }: SignInFormProps) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(signInSchema, {
    id: "sign-in",
    lastResult,
    defaultValue: { email: filled?.email ?? "" },
    shouldValidate: "onSubmit",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <FormErrorSummary errors={form.errors} />
      {returnTo ? <input type="hidden" name="ke" value={returnTo} /> : null}
      <TextField
        meta={fields.email}
        label={t("field.email")}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
      />
      <div className="flex flex-col gap-1">
        <PasswordField
          meta={fields.password}
          label={t("field.password")}
          autoComplete="current-password"
          defaultValue={filled?.password}
        />
        <Link
          to="/lupa-sandi"
          className="-mb-2 inline-flex min-h-11 items-center self-end font-semibold text-brand-ink text-sm underline-offset-4 hover:underline"
        >
          {t("signIn.forgot")}
        </Link>
      </div>
      <SubmitButton size="lg" pendingLabel={t("signIn.pending")} className="w-full">
        {t("signIn.submit")}
      </SubmitButton>
    </Form>
  );
}
