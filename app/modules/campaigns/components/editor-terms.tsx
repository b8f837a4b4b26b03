import type { FormMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { ZONES, type Zone } from "~/kernel/time";
import { DateField, RadioGroupField, RupiahField, TextField } from "~/ui/field";
import { useFormat } from "~/ui/format";
import { useHydrated } from "~/ui/use-hydrated";
import { ATTRIBUTION_MODELS, BUYERS_COUNTED, HANDLE_PLACES } from "../brief.schemas";
import { commissionFor } from "../campaign";
import type { CampaignFormInput } from "../campaign-form";
import { previewDraft } from "../preview-draft";
import type { EditorProduct } from "../queries/editor-products.server";

interface TermsProps {
  form: FormMetadata<CampaignFormInput>;
  product: EditorProduct | undefined;
  zone: Zone;
}

/** Slots, period, commission, window and destination: what a claim keeps as it is. */
export function EditorTerms({ form, product, zone }: TermsProps) {
  const { t } = useTranslation("campaigns");
  const fields = form.getFieldset();
  return (
    <>
      <TextField
        meta={fields.slots}
        label={t("form.slots")}
        hint={t("form.slotsHint")}
        type="number"
        inputMode="numeric"
        className="sm:max-w-60"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField meta={fields.opensOn} label={t("form.opensOn")} />
        <DateField meta={fields.closesOn} label={t("form.closesOn")} />
      </div>
      <p className="-mt-3 text-ink-muted text-sm">
        {t("form.closesOnHint", { zone: ZONES[zone].abbreviation })}
      </p>
      <CommissionFields form={form} product={product} zone={zone} />
      <TextField
        meta={fields.attributionWindowDays}
        label={t("form.attributionWindow")}
        hint={t("form.attributionWindowHint")}
        type="number"
        inputMode="numeric"
        suffix={t("form.dueDaysSuffix")}
        className="sm:max-w-80"
      />
      <AttributionFields form={form} />
      <Destination form={form} product={product} />
    </>
  );
}

/** Who is credited where several clues or several influencers speak for an order. */
function AttributionFields({ form }: Pick<TermsProps, "form">) {
  const { t } = useTranslation("campaigns");
  const fields = form.getFieldset();
  return (
    <fieldset className="flex flex-col gap-5 rounded-card border border-line p-4">
      <legend className="px-1 font-semibold">{t("form.attribution")}</legend>
      <p className="-mt-2 text-ink-muted text-sm">{t("form.attributionHint")}</p>
      <RadioGroupField
        meta={fields.attributionModel}
        label={t("form.attributionModel")}
        options={ATTRIBUTION_MODELS.map((value) => ({
          value,
          label: t(`attribution.modelName.${value}`),
          hint: t(`attribution.model.${value}`),
        }))}
      />
      <RadioGroupField
        meta={fields.attributionFirst}
        label={t("form.attributionFirst")}
        columns={2}
        options={[
          { value: "coupon", label: t("form.attributionFirstCoupon") },
          { value: "link", label: t("form.attributionFirstLink") },
        ]}
      />
      <RadioGroupField
        meta={fields.attributionHandles}
        label={t("form.attributionHandles")}
        hint={t("form.attributionHandlesHint")}
        options={HANDLE_PLACES.map((value) => ({
          value,
          label: t(`form.attributionHandlesOption.${value}`),
        }))}
      />
      <RadioGroupField
        meta={fields.attributionBuyers}
        label={t("form.attributionBuyers")}
        columns={2}
        options={BUYERS_COUNTED.map((value) => ({
          value,
          label: t(`form.attributionBuyersOption.${value}`),
        }))}
      />
    </fieldset>
  );
}

function CommissionFields({ form, product, zone }: TermsProps) {
  const { t } = useTranslation("campaigns");
  const { rupiah } = useFormat();
  const hydrated = useHydrated();
  const fields = form.getFieldset();
  const kind = fields.commissionKind.value;
  const { commission } = previewDraft(form.value ?? {}, zone);
  return (
    <>
      <RadioGroupField
        meta={fields.commissionKind}
        label={t("form.commissionKind")}
        columns={2}
        options={[
          {
            value: "percent",
            label: t("form.commissionPercentOption"),
            hint: t("form.commissionPercentHint"),
          },
          { value: "fixed", label: t("form.commissionFixedOption"), hint: t("form.commissionFixedHint") },
        ]}
      />
      {hydrated && kind === "fixed" ? null : (
        <TextField
          meta={fields.commissionPercent}
          label={t("form.commissionPercent")}
          inputMode="decimal"
          suffix="%"
          className="sm:max-w-60"
        />
      )}
      {hydrated && kind !== "fixed" ? null : (
        <RupiahField
          meta={fields.commissionRupiah}
          label={t("form.commissionRupiah")}
          className="sm:max-w-60"
        />
      )}
      {product && commission ? (
        <p className="-mt-2 text-ink-muted text-sm">
          {t("form.commissionExample", {
            product: product.name,
            price: rupiah(product.priceRupiah),
            amount: rupiah(commissionFor({ commission }, product.priceRupiah)),
          })}
        </p>
      ) : null}
    </>
  );
}

function Destination({ form, product }: Pick<TermsProps, "form" | "product">) {
  const { t } = useTranslation(["campaigns", "products"]);
  const fields = form.getFieldset();
  const channels = product?.channels ?? [];
  return (
    <RadioGroupField
      meta={fields.destination}
      label={t("campaigns:form.destination")}
      options={[
        {
          value: "PRODUCT",
          label: t("campaigns:form.destinationProduct"),
          hint: t("campaigns:form.destinationProductHint"),
        },
        ...channels.map((channel) => ({
          value: channel,
          label: t(`products:channel.${channel}`),
          hint: t("campaigns:form.destinationChannelHint"),
        })),
      ]}
    />
  );
}
