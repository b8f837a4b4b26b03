import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { showWhatsapp } from "~/modules/institutions/whatsapp";
import { TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { CHANNELS, type Channel } from "../listings";
import { listingsSchema } from "../product.schemas";

interface ListingsFormProps {
  lastResult: SubmissionResult<string[]> | undefined;
  listings: readonly { channel: Channel; url: string }[];
}

/** A number is easier to check than a wa.me link. */
function shown({ channel, url }: { channel: Channel; url: string }): string {
  return channel === "WHATSAPP" ? showWhatsapp(new URL(url).pathname.slice(1)) : url;
}

function valuesOf(listings: ListingsFormProps["listings"]): Partial<Record<Channel, string>> {
  return Object.fromEntries(listings.map((listing) => [listing.channel, shown(listing)]));
}

/** Where a product is sold: one field a channel. */
export function ListingsForm({ lastResult, listings }: ListingsFormProps) {
  const { t } = useTranslation("products");
  const [form, fields] = useForm(listingsSchema, {
    id: "listings",
    lastResult,
    defaultValue: valuesOf(listings),
    shouldValidate: "onBlur",
    constraint: {},
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="listings" />
      <FormErrorSummary errors={form.errors} />
      {CHANNELS.map((channel) => (
        <TextField
          key={channel}
          meta={fields[channel]}
          label={t(`listings.${channel}`)}
          hint={t(`listings.${channel}Hint`)}
          inputMode={channel === "WHATSAPP" ? "tel" : "url"}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      <FormActions>
        <SubmitButton pendingLabel={t("form.saving")}>{t("listings.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
