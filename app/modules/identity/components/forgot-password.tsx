import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { forgotPasswordSchema } from "../identity.schemas";

export function ForgotPasswordForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(forgotPasswordSchema, {
    id: "forgot-password",
    lastResult,
    shouldValidate: "onSubmit",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <FormErrorSummary errors={form.errors} />
      <TextField
        meta={fields.email}
        label={t("field.email")}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
      />
      <SubmitButton size="lg" pendingLabel={t("forgot.pending")} className="w-full">
        {t("forgot.submit")}
      </SubmitButton>
    </Form>
  );
}

/** The same for every address, whether it has an account or not. */
export function ResetSent({ email }: { email: string }) {
  const { t } = useTranslation("identity");
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="grid size-14 place-items-center rounded-full bg-success-soft text-success-ink">
        <MailCheck aria-hidden="true" className="size-7" />
      </span>
      <p>{t("forgot.sentText", { email })}</p>
      <p className="text-ink-muted text-sm">{t("forgot.sentHint")}</p>
      <Link to="/lupa-sandi" className={buttonClass("secondary", "md", "w-full sm:w-fit")}>
        {t("forgot.again")}
      </Link>
    </div>
  );
}
