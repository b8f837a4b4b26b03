import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { PasswordField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { changePasswordSchema } from "../identity.schemas";
import type { OwnAccount } from "../queries/own-account.server";
import { NewPasswordField } from "./new-password-field";

type Props = { account: OwnAccount; lastResult: SubmissionResult<string[]> | undefined };

/** A new password, given the current one. */
export function PasswordSection({ account, lastResult }: Props) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(changePasswordSchema, {
    id: "password",
    lastResult,
    shouldValidate: "onSubmit",
  });
  return (
    <Card as="section">
      <CardHeader title={t("account.passwordTitle")} description={t("account.passwordText")} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
          <input type="hidden" name="intent" value="password" />
          <FormErrorSummary errors={form.errors} />
          {/* So that a password manager knows whose password it keeps. */}
          <input type="text" autoComplete="username" value={account.email} readOnly hidden />
          <PasswordField
            meta={fields.currentPassword}
            label={t("field.currentPassword")}
            autoComplete="current-password"
          />
          <NewPasswordField
            meta={fields.password}
            label={t("field.newPassword")}
            personal={[account.name, account.email]}
          />
          <SubmitButton
            name="submit"
            value="password"
            pendingLabel={t("account.changingPassword")}
            className="sm:w-fit"
          >
            {t("account.changePassword")}
          </SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}
