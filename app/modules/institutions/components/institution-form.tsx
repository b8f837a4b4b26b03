import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SelectField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, FormSection, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { INSTITUTION_CLASSES, INSTITUTION_KINDS } from "../institution";
import { registerInstitutionSchema } from "../institution.schemas";
import type { InstitutionDetail } from "../queries/institution-by-slug.server";
import type { RegionOption } from "../queries/region-options.server";
import { showWhatsapp } from "../whatsapp";

interface InstitutionFormProps {
  lastResult: SubmissionResult<string[]> | undefined;
  regions: RegionOption[];
  /** The institution to change; without one, a new one is registered. */
  institution?: InstitutionDetail;
  /** False for its head, who changes place and contact only. */
  mayIdentify: boolean;
}

/** Who a UPT is, where it stands and how it is reached. */
export function InstitutionForm({ lastResult, regions, institution, mayIdentify }: InstitutionFormProps) {
  const { t } = useTranslation("institutions");
  const [form, fields] = useForm(registerInstitutionSchema, {
    id: "institution",
    lastResult,
    defaultValue: institution ? valuesOf(institution) : undefined,
    shouldValidate: "onBlur",
  });
  const regionOptions = regions.map((region) => ({
    value: region.id,
    label: `${region.name} (${t(`zone.${region.timeZone}`)})`,
  }));
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormErrorSummary errors={form.errors} />
      <FormSection
        title={t("form.identity")}
        description={mayIdentify ? t("form.identityHint") : t("form.identityFixed")}
      >
        {mayIdentify ? (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <SelectField
                meta={fields.kind}
                label={t("kindLabel")}
                placeholder={t("form.choose")}
                options={INSTITUTION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
              <SelectField
                meta={fields.class}
                label={t("classLabel")}
                placeholder={t("noClass")}
                options={INSTITUTION_CLASSES.map((value) => ({ value, label: value }))}
              />
            </div>
            <TextField meta={fields.name} label={t("form.name")} autoComplete="off" />
            <SelectField
              meta={fields.regionId}
              label={t("form.region")}
              hint={t("form.regionHint")}
              placeholder={t("form.choose")}
              options={regionOptions}
            />
          </>
        ) : (
          <FixedIdentity institution={institution} />
        )}
      </FormSection>
      <FormSection title={t("form.place")} description={t("form.placeHint")}>
        <TextField meta={fields.city} label={t("form.city")} autoComplete="off" />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField meta={fields.latitude} label={t("form.latitude")} inputMode="text" autoComplete="off" />
          <TextField
            meta={fields.longitude}
            label={t("form.longitude")}
            inputMode="text"
            autoComplete="off"
          />
        </div>
      </FormSection>
      <FormSection title={t("form.contact")} description={t("form.contactHint")}>
        <TextField
          meta={fields.whatsapp}
          label={t("form.whatsapp")}
          hint={t("form.whatsappHint")}
          inputMode="tel"
          autoComplete="off"
        />
        <FormActions>
          <SubmitButton pendingLabel={t("form.saving")}>
            {t(institution ? "form.save" : "form.create")}
          </SubmitButton>
        </FormActions>
      </FormSection>
    </Form>
  );
}

/** What stands fast travels along unchanged, because the command takes the whole institution. */
function FixedIdentity({ institution }: { institution: InstitutionDetail | undefined }) {
  if (!institution) return null;
  return (
    <div>
      <p className="font-semibold">{institution.name}</p>
      <input type="hidden" name="kind" value={institution.kind} />
      <input type="hidden" name="class" value={institution.class ?? ""} />
      <input type="hidden" name="name" value={institution.name} />
      <input type="hidden" name="regionId" value={institution.region.id} />
    </div>
  );
}

function valuesOf(institution: InstitutionDetail) {
  return {
    kind: institution.kind,
    class: institution.class ?? "",
    name: institution.name,
    regionId: institution.region.id,
    city: institution.city,
    latitude: String(institution.latitude),
    longitude: String(institution.longitude),
    whatsapp: institution.whatsapp ? showWhatsapp(institution.whatsapp) : "",
  };
}
