import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { PLATFORMS } from "~/modules/creators/platforms";
import { Button } from "~/ui/button";
import { DateField, SelectField, TextField } from "~/ui/field";
import { useHydrated } from "~/ui/use-hydrated";
import { LIMITS } from "../brief.schemas";
import type { CampaignFormInput } from "../campaign-form";
import { FORMATS, FORMATS_BY_PLATFORM, type Format } from "../formats";

type Deliverables = NonNullable<CampaignFormInput["deliverables"]>;

interface DeliverablesProps {
  form: FormMetadata<CampaignFormInput>;
  meta: FieldMetadata<Deliverables | undefined, CampaignFormInput>;
}

/** A new piece of content: what is asked for most, so that little has to be changed. */
export const NEW_DELIVERABLE = {
  platform: "INSTAGRAM",
  format: "reel",
  quantity: 1,
  dueBy: "days",
  dueDays: 7,
} as const satisfies Deliverables[number];

/** The pieces of content that a brief asks for. */
export function EditorDeliverables({ form, meta }: DeliverablesProps) {
  const { t } = useTranslation("campaigns");
  const items = meta.getFieldList();
  return (
    <div className="flex flex-col gap-4">
      {items.length === 0 ? <p className="text-ink-muted">{t("form.deliverableNone")}</p> : null}
      {items.map((item, index) => (
        <fieldset
          key={item.key}
          className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4 sm:p-5"
        >
          <legend className="sr-only">{t("form.deliverableNumber", { number: index + 1 })}</legend>
          <div className="flex items-center justify-between gap-3">
            <p aria-hidden="true" className="font-semibold">
              {t("form.deliverableNumber", { number: index + 1 })}
            </p>
            <Button
              {...form.remove.getButtonProps({ name: meta.name, index })}
              type="submit"
              variant="ghost"
              size="icon"
              aria-label={t("form.deliverableRemove", { number: index + 1 })}
              icon={<Trash2 aria-hidden="true" />}
              className="-my-2 -mr-2"
            />
          </div>
          <Piece meta={item} />
        </fieldset>
      ))}
      {items.length < LIMITS.deliverables ? (
        <Button
          {...form.insert.getButtonProps({ name: meta.name, defaultValue: NEW_DELIVERABLE })}
          type="submit"
          variant="secondary"
          icon={<Plus aria-hidden="true" />}
          className="w-fit"
        >
          {t("form.deliverableAdd")}
        </Button>
      ) : null}
    </div>
  );
}

function Piece({ meta }: { meta: FieldMetadata<Deliverables[number], CampaignFormInput> }) {
  const { t } = useTranslation(["campaigns", "creators"]);
  const fields = meta.getFieldset();
  const hydrated = useHydrated();
  const platform = PLATFORMS.find((known) => known === fields.platform.value);
  // Without JavaScript nothing follows the platform, so every format is offered and the server checks the pair.
  const formats: readonly Format[] = hydrated && platform ? FORMATS_BY_PLATFORM[platform] : FORMATS;
  return (
    <>
      <input type="hidden" name={fields.key.name} defaultValue={fields.key.initialValue} />
      <div className="grid gap-4 sm:grid-cols-[1fr_1fr_6.5rem]">
        <SelectField
          meta={fields.platform}
          label={t("campaigns:form.platformLabel")}
          options={PLATFORMS.map((value) => ({ value, label: t(`creators:platform.${value}`) }))}
        />
        <SelectField
          meta={fields.format}
          label={t("campaigns:form.formatLabel")}
          options={formats.map((value) => ({ value, label: t(`campaigns:format.${value}`) }))}
        />
        <TextField
          meta={fields.quantity}
          label={t("campaigns:form.quantity")}
          type="number"
          inputMode="numeric"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          meta={fields.dueBy}
          label={t("campaigns:form.dueBy")}
          options={[
            { value: "days", label: t("campaigns:form.dueByDays") },
            { value: "date", label: t("campaigns:form.dueByDate") },
          ]}
        />
        {hydrated && fields.dueBy.value === "date" ? null : (
          <TextField
            meta={fields.dueDays}
            label={t("campaigns:form.dueDays")}
            type="number"
            inputMode="numeric"
            suffix={t("campaigns:form.dueDaysSuffix")}
          />
        )}
        {hydrated && fields.dueBy.value !== "date" ? null : (
          <DateField meta={fields.dueOn} label={t("campaigns:form.dueOn")} />
        )}
      </div>
      <TextField
        meta={fields.note}
        label={t("campaigns:form.note")}
        placeholder={t("campaigns:form.notePlaceholder")}
      />
    </>
  );
}
