import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { acceptInvitationSchema } from "../identity.schemas";
import { ConsentField } from "./consent-field";
import { NewPasswordField } from "./new-password-field";

/** An invited person's own account: the address is given, name and password are theirs to choose. */
export function AcceptInvitationForm({
  email,
  lastResult,
}: {
  email: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(acceptInvitationSchema, {
    id: "accept-invitation",
    lastResult,
    shouldValidate: "onBlur",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <h2 className="text-heading">{t("invitation.createTitle")}</h2>
      <FormErrorSummary errors={form.errors} />
      <p className="text-ink-muted text-sm">{t("invitation.forAddress", { email })}</p>
      {/* So that a password manager knows whose password it keeps. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <TextField meta={fields.name} label={t("field.name")} autoComplete="name" />
      <NewPasswordField
        meta={fields.password}
        label={t("field.password")}
        personal={[fields.name.value ?? "", email]}
      />
      <ConsentField meta={fields.consent} />
      <SubmitButton size="lg" pendingLabel={t("invitation.pending")} className="w-full">
        {t("invitation.submit")}
      </SubmitButton>
    </Form>
  );
}
