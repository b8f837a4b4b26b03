import type { SubmissionResult } from "@conform-to/react";
import { Award } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Alert } from "~/ui/feedback";
import { FormSection } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { answerFor, type EditorSection } from "../editor-intents";
import type { ProductEditor as ProductEditorData } from "../queries/product-editor.server";
import { FlagshipSection } from "./flagship-section";
import { LicencesSection } from "./licences-section";
import { ListingsForm } from "./listings-form";
import { PhotosSection } from "./photos-section";
import { ProductDetailsForm } from "./product-details-form";
import { ActivationChecklist, ProductStatusPill, StatusActions } from "./product-status";

export interface ProductEditorProps {
  product: ProductEditorData;
  institution: { slug: string; name: string };
  /** The answer to the form that was sent last. */
  reply: SubmissionResult<string[]> | undefined;
  upload: { to: string; accept: string; maxBytes: number };
  /** What came of it, above the parts. */
  results: ReactNode;
}

/** A product as its officers keep it: photos, details, places to buy, licences, flagship. */
export function ProductEditor({ product, institution, reply, upload, results }: ProductEditorProps) {
  const { t } = useTranslation("products");
  const editable = product.may.edit && product.status !== "ARCHIVED";
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={product.name}
        back={{ to: `/lapas/${institution.slug}/produk`, label: t("editor.back") }}
        meta={
          <>
            <ProductStatusPill status={product.status} />
            <Badge>{t(`kind.${product.kind}`)}</Badge>
            {product.isFlagship ? (
              <Badge tone="accent" icon={<Award aria-hidden="true" />}>
                {t("flagship")}
              </Badge>
            ) : null}
          </>
        }
        actions={<StatusActions product={product} />}
      />
      {product.may.edit ? <ActivationChecklist product={product} /> : null}
      {product.may.edit ? null : <Alert>{t("editor.readOnly")}</Alert>}
      {product.status === "ARCHIVED" && product.may.edit ? (
        <Alert tone="warning">{t("error.archived")}</Alert>
      ) : null}
      {results}
      <div>
        <Part id="foto" title={t("photos.title")} hint={t("photos.hint")}>
          <PhotosSection
            product={editable ? product : { ...product, may: { ...product.may, edit: false } }}
            uploadTo={upload.to}
            accept={upload.accept}
            maxBytes={upload.maxBytes}
          />
        </Part>
        <Part id="rincian" title={t("form.details")} hint={t("form.detailsHint")}>
          {editable ? (
            <ProductDetailsForm
              // Saved values come back in their own form (a link's canonical address, tidied text): shown anew.
              key={[product.name, product.kind, product.priceRupiah, product.unit, product.story].join("|")}
              lastResult={answerFor(reply, "details")}
              value={{ ...product, priceRupiah: product.priceRupiah.toString() }}
              submitLabel={t("form.save")}
            />
          ) : (
            <DetailsList product={product} />
          )}
        </Part>
        <Part id="tempat-membeli" title={t("listings.title")} hint={t("listings.hint")}>
          {editable ? (
            <ListingsForm
              key={product.listings.map((listing) => listing.url).join("|")}
              lastResult={answerFor(reply, "listings")}
              listings={product.listings}
            />
          ) : (
            <ListingsList product={product} />
          )}
        </Part>
        <Part id="izin" title={t("licence.title")} hint={t("licence.hint")}>
          <LicencesSection product={product} reply={reply} />
        </Part>
        <Part id="unggulan" title={t("flag.title")} hint={t("flag.hint")}>
          <FlagshipSection product={product} />
        </Part>
      </div>
    </Page>
  );
}

function Part(props: { id: EditorSection; title: string; hint: string; children: ReactNode }) {
  return (
    <div id={props.id} className="scroll-mt-24 border-line [&+&]:border-t [&+&]:pt-7">
      <FormSection title={props.title} description={props.hint}>
        {props.children}
      </FormSection>
    </div>
  );
}

function DetailsList({ product }: { product: ProductEditorData }) {
  const { t } = useTranslation("products");
  const { rupiah } = useFormat();
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-muted">{t("form.price")}</dt>
      <dd className="tabular">{rupiah(product.priceRupiah)}</dd>
      <dt className="text-ink-muted">{t("form.unit")}</dt>
      <dd>{product.unit || "–"}</dd>
      <dt className="text-ink-muted">{t("form.story")}</dt>
      <dd className="max-w-[62ch] whitespace-pre-line">{product.story || "–"}</dd>
    </dl>
  );
}

function ListingsList({ product }: { product: ProductEditorData }) {
  const { t } = useTranslation("products");
  if (product.listings.length === 0) return <p className="text-ink-muted">{t("missing.listing")}</p>;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      {product.listings.map((listing) => (
        <div key={listing.channel} className="contents">
          <dt className="text-ink-muted">{t(`channel.${listing.channel}`)}</dt>
          <dd className="break-all">{listing.url}</dd>
        </div>
      ))}
    </dl>
  );
}
