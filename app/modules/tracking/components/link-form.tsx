import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody } from "~/ui/card";
import { RadioGroupField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, FormSection, SubmitButton } from "~/ui/form";
import { Page, PageHeader } from "~/ui/page";
import { useForm } from "~/ui/use-form";
import { CODE_MAX } from "../codes";
import { makeLinkSchema } from "../link.schemas";
import { shownAddress } from "../link-address";
import { EXTRA_PLACEMENTS, LINK_DESTINATIONS } from "../link-destination";
import { tidyOwnCode } from "../own-code-form";
import type { LinkFormFacts } from "../queries/link-form.server";
import { readUtm } from "../utm";
import { PlaceFields, UtmFields } from "./link-fields";

type LinkFormProps = { data: LinkFormFacts; lastResult: SubmissionResult<string[]> | undefined };

/** Where an influencer makes an extra link, with the address that it will lead to. */
export function LinkFormPage({ data, lastResult }: LinkFormProps) {
  const { t } = useTranslation("tracking");
  const [form, fields] = useForm(makeLinkSchema, {
    id: "link",
    lastResult: lastResult ?? null,
    defaultValue: { destination: data.destinations[0], placement: "STORY", label: "", code: "" },
    shouldValidate: "onBlur",
    constraint: {},
  });
  const typed: Record<string, unknown> = form.value ?? {};
  return (
    <Page>
      <PageHeader
        back={{ to: `/klaim/${data.claimId}`, label: t("link.back") }}
        eyebrow={data.campaign}
        title={t("link.form.title")}
        description={t("link.form.description")}
      />
      <Form method="post" {...getFormProps(form)}>
        <Card>
          <CardBody>
            <FormErrorSummary errors={form.errors} />
            <PlaceFields fields={fields} />
            <FormSection title={t("link.form.destination")}>
              <RadioGroupField
                meta={fields.destination}
                label={t("link.form.destination")}
                columns={2}
                options={data.destinations.map((value) => ({ value, label: t(`link.destination.${value}`) }))}
              />
              <TextField
                meta={fields.code}
                label={t("link.form.code")}
                hint={t("link.form.codeHint")}
                maxLength={CODE_MAX}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
              />
              <UtmFields fields={fields.utm.getFieldset()} open={false} />
              <Preview data={data} typed={typed} />
            </FormSection>
            <FormActions>
              <SubmitButton pendingLabel={t("link.form.submitting")}>{t("link.form.submit")}</SubmitButton>
            </FormActions>
          </CardBody>
        </Card>
      </Form>
    </Page>
  );
}

/** The address as the form stands, put together like the redirect's own. */
function Preview({ data, typed }: { data: LinkFormFacts; typed: Record<string, unknown> }) {
  const { t } = useTranslation("tracking");
  const text = (name: string) => (typeof typed[name] === "string" ? typed[name] : "");
  const address = shownAddress(
    {
      code: tidyOwnCode(text("code")) || t("link.form.previewCode"),
      destination: LINK_DESTINATIONS.find((each) => each === text("destination")) ?? "PRODUCT",
      placement: EXTRA_PLACEMENTS.find((each) => each === text("placement")) ?? "OTHER",
      platform: text("platform") || null,
      utm: readUtm(typed.utm ?? {}),
    },
    data.facts,
  );
  return (
    <div className="rounded-card border border-line bg-surface-sunken px-4 py-3">
      <p className="font-semibold text-sm">{t("link.form.preview")}</p>
      <p className="mt-1 break-all text-ink-muted text-sm" aria-live="polite">
        {address ?? t("link.form.previewNone")}
      </p>
      <p className="mt-1 text-ink-subtle text-xs">{t("link.leadsHint")}</p>
    </div>
  );
}
