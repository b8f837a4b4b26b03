import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Send } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { RadioGroupField, SelectField, TextField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { useHydrated } from "~/ui/use-hydrated";
import { inviteSchema } from "../identity.schemas";
import { OFFICER_ROLES, type OfficerRole, scopeKind } from "../invitation-rules";
import type { InviteOptions } from "../queries/invite-options.server";

export type InviteFormProps = {
  options: InviteOptions;
  lastResult: SubmissionResult<string[]> | undefined;
  /** On an institution's page the place is given. */
  institutionId?: string;
};

const isRole = (value: unknown): value is OfficerRole => OFFICER_ROLES.some((role) => role === value);

/** Invites by mail. With JavaScript only the place that the role needs is asked for; without it, both are there. */
export function InviteForm({ options, lastResult, institutionId }: InviteFormProps) {
  const { t } = useTranslation("identity");
  const hydrated = useHydrated();
  const only = options.roles.length === 1 ? options.roles[0] : undefined;
  const [form, fields] = useForm(inviteSchema, {
    id: "invite",
    lastResult,
    defaultValue: { role: only, institutionId },
    shouldValidate: "onSubmit",
  });
  const role = fields.role.value;
  const kind = isRole(role) ? scopeKind(role) : null;
  const asks = (wanted: "institution" | "region") => !hydrated || kind === wanted;
  const choices = (places: { id: string; name: string }[]) =>
    places.map((place) => ({ value: place.id, label: place.name }));
  return (
    <Card as="section" id="undang" className="scroll-mt-20">
      <CardHeader title={t("members.inviteTitle")} description={t("members.inviteText")} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
          <input type="hidden" name="intent" value="invite" />
          <FormErrorSummary errors={form.errors} />
          <TextField
            meta={fields.email}
            label={t("field.email")}
            hint={t("field.emailHint")}
            type="email"
            autoComplete="off"
            inputMode="email"
            autoCapitalize="none"
          />
          <RadioGroupField
            meta={fields.role}
            label={t("members.role")}
            options={options.roles.map((value) => ({
              value,
              label: t(`role.${value}`),
              hint: t(`roleHint.${value}`),
            }))}
          />
          {institutionId ? <input type="hidden" name="institutionId" value={institutionId} /> : null}
          {!institutionId && asks("institution") ? (
            <SelectField
              meta={fields.institutionId}
              label={t("members.institution")}
              hint={hydrated ? undefined : t("members.onlyForLapas")}
              placeholder={t("members.choose")}
              options={choices(options.institutions)}
            />
          ) : null}
          {options.regions.length > 0 && asks("region") ? (
            <SelectField
              meta={fields.regionId}
              label={t("members.region")}
              hint={hydrated ? undefined : t("members.onlyForKanwil")}
              placeholder={t("members.choose")}
              options={choices(options.regions)}
            />
          ) : null}
          <SubmitButton
            name="submit"
            value="invite"
            pendingLabel={t("members.inviting")}
            icon={<Send aria-hidden="true" />}
          >
            {t("members.invite")}
          </SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}
