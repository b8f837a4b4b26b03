import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { PLATFORMS } from "~/modules/creators/platforms";
import { SelectField, TextField } from "~/ui/field";
import { FormSection } from "~/ui/form";
import { LABEL_MAX } from "../link.schemas";
import { EXTRA_PLACEMENTS } from "../link-destination";
import { UTM_FIELDS, type UtmField } from "../utm";

type Fields = {
  label: FieldMetadata<string>;
  placement: FieldMetadata<string>;
  platform: FieldMetadata<string>;
};

/** What an extra link says of itself: its name and where it stands. */
export function PlaceFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation(["tracking", "creators"]);
  return (
    <FormSection
      title={t("tracking:link.form.where")}
      description={t("tracking:link.form.whereHint")}
      className="[&>div:last-child]:@container"
    >
      <TextField
        meta={fields.label}
        label={t("tracking:link.form.label")}
        hint={t("tracking:link.form.labelHint")}
        maxLength={LABEL_MAX}
        autoComplete="off"
      />
      <div className="grid gap-5 @md:grid-cols-2">
        <SelectField
          meta={fields.platform}
          label={t("tracking:link.form.platform")}
          options={[
            { value: "", label: t("tracking:link.form.anyPlatform") },
            ...PLATFORMS.map((value) => ({ value, label: t(`creators:platform.${value}`) })),
          ]}
        />
        <SelectField
          meta={fields.placement}
          label={t("tracking:link.form.placement")}
          options={EXTRA_PLACEMENTS.map((value) => ({ value, label: t(`tracking:link.placement.${value}`) }))}
        />
      </div>
    </FormSection>
  );
}

/** The template's five parameters, folded away until somebody wants them. */
export function UtmFields({
  fields,
  open,
}: {
  fields: Record<UtmField, FieldMetadata<string>>;
  open: boolean;
}) {
  const { t } = useTranslation("tracking");
  const troubled = UTM_FIELDS.some((field) => fields[field].errors);
  return (
    <details className="rounded-card border border-line bg-surface" open={open || troubled}>
      <summary className="flex min-h-11 cursor-pointer items-center px-4 font-semibold">
        {t("link.form.utm")}
      </summary>
      <div className="flex flex-col gap-5 px-4 pb-5">
        <p className="text-ink-muted text-sm">{t("link.form.utmHint")}</p>
        <div className="grid gap-5 sm:grid-cols-2">
          {UTM_FIELDS.map((field) => (
            <TextField
              key={field}
              meta={fields[field]}
              label={t(`link.form.${field}`)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          ))}
        </div>
      </div>
    </details>
  );
}
