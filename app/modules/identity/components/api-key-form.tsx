import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { CheckboxGroupField, TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { API_SCOPES, createApiKeySchema } from "../identity.schemas";

export function ApiKeyForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("identity");
  const [form, fields] = useForm(createApiKeySchema, {
    id: "api-key",
    lastResult,
    defaultValue: { scopes: ["conversions:write"] },
    shouldValidate: "onSubmit",
  });
  return (
    <Card as="section">
      <CardHeader title={t("apiKeys.createTitle")} description={t("apiKeys.createText")} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
          <input type="hidden" name="intent" value="create" />
          <FormErrorSummary errors={form.errors} />
          <TextField
            meta={fields.name}
            label={t("apiKeys.name")}
            hint={t("apiKeys.nameHint")}
            autoComplete="off"
          />
          <CheckboxGroupField
            meta={fields.scopes}
            label={t("apiKeys.scopes")}
            options={API_SCOPES.map((scope) => ({
              value: scope,
              label: t(SCOPE_TEXT[scope].label),
              hint: t(SCOPE_TEXT[scope].hint),
            }))}
          />
          <SubmitButton
            name="submit"
            value="create"
            pendingLabel={t("apiKeys.creating")}
            icon={<KeyRound aria-hidden="true" />}
          >
            {t("apiKeys.create")}
          </SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}

/** Scopes hold a colon, which i18next takes for the end of a namespace: their texts have keys of their own. */
export const SCOPE_TEXT = {
  "conversions:write": {
    label: "apiKeys.scope.conversionsWrite",
    hint: "apiKeys.scopeHint.conversionsWrite",
  },
  "stats:read": { label: "apiKeys.scope.statsRead", hint: "apiKeys.scopeHint.statsRead" },
} as const;
