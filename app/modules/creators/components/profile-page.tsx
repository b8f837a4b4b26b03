import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody } from "~/ui/card";
import { Alert, Progress } from "~/ui/feedback";
import { CheckboxGroupField, TextAreaField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, FormSection, SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { useForm } from "~/ui/use-form";
import { NICHES } from "../creator";
import { profileSchema } from "../creator.schemas";
import { toProfileForm } from "../profile-form";
import type { MyProfile } from "../queries/my-profile.server";
import { SocialAccountsField } from "./social-accounts-field";

interface ProfilePageProps {
  profile: MyProfile;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** An influencer's own profile and its form. */
export function ProfilePage({ profile, lastResult }: ProfilePageProps) {
  const { t } = useTranslation("creators");
  return (
    <Page>
      <PageHeader
        eyebrow={t("profile.eyebrow")}
        title={t("profile.heading")}
        description={t("profile.description")}
      />
      <Readiness profile={profile} />
      {/* What was saved is shown as it was saved: a new key begins the form anew. */}
      <ProfileForm key={JSON.stringify(toProfileForm(profile))} profile={profile} lastResult={lastResult} />
    </Page>
  );
}

function Readiness({ profile }: { profile: MyProfile }) {
  const { t } = useTranslation("creators");
  const { percent } = useFormat();
  const ready = profile.gaps.length === 0;
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Card>
        <CardBody>
          <Progress
            value={Math.round(profile.completeness * 100)}
            label={t("profile.completeness")}
            valueLabel={percent(profile.completeness, 0)}
            tone={ready ? "success" : "warning"}
          />
        </CardBody>
      </Card>
      <Alert
        tone={ready ? "success" : "warning"}
        title={t(ready ? "profile.readyTitle" : "profile.gapTitle")}
        actions={
          ready ? (
            <ButtonLink to="/brief" size="sm" variant="secondary">
              {t("profile.readyAction")}
            </ButtonLink>
          ) : null
        }
      >
        {t(ready ? "profile.readyText" : "profile.gapText")}
      </Alert>
    </div>
  );
}

function ProfileForm({ profile, lastResult }: ProfilePageProps) {
  const { t } = useTranslation("creators");
  const [form, fields] = useForm(profileSchema, {
    id: "profile",
    defaultValue: toProfileForm(profile),
    lastResult,
    constraint: {},
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col">
      {/* Enter in a field presses the first button of a form: without this one, it would remove an account. */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      <FormErrorSummary errors={form.errors} />
      <FormSection title={t("profile.about")} description={t("profile.aboutHint")}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField meta={fields.displayName} label={t("profile.displayName")} autoComplete="name" />
          <TextField
            meta={fields.handle}
            label={t("profile.handle")}
            hint={t("profile.handleHint")}
            prefix="@"
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <TextAreaField
          meta={fields.bio}
          label={t("profile.bio")}
          hint={t("profile.bioHint")}
          rows={3}
          maxLength={400}
        />
        <TextField meta={fields.city} label={t("profile.city")} autoComplete="address-level2" />
        <CheckboxGroupField
          meta={fields.niches}
          label={t("profile.niches")}
          hint={t("profile.nichesHint")}
          columns={2}
          options={NICHES.map((value) => ({ value, label: t(`niche.${value}`) }))}
        />
      </FormSection>
      <FormSection title={t("profile.accounts")} description={t("profile.accountsHint")}>
        <SocialAccountsField form={form} meta={fields.socialAccounts} />
      </FormSection>
      <FormSection title={t("profile.shopee")} description={t("profile.shopeeHint")}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            meta={fields.shopeeUsername}
            label={t("profile.shopeeUsername")}
            hint={t("profile.shopeeUsernameHint")}
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            meta={fields.shopeeAffiliateId}
            label={t("profile.shopeeAffiliateId")}
            hint={t("profile.shopeeAffiliateIdHint")}
            inputMode="numeric"
          />
        </div>
      </FormSection>
      <FormSection title={t("profile.contact")} description={t("profile.contactHint")}>
        <TextField
          meta={fields.whatsapp}
          label={t("profile.whatsapp")}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
      </FormSection>
      <FormActions className="border-line border-t pt-6">
        <SubmitButton pendingLabel={t("profile.saving")}>{t("profile.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
