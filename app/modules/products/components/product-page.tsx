import { Award, HandHeart, MapPin } from "lucide-react";
import { useTranslation } from "react-i18next";
import { nameWithCity } from "~/modules/institutions/institution";
import { Badge } from "~/ui/badge";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Section } from "~/ui/page";
import { ShareButtons } from "~/ui/share-buttons";
import type { Channel } from "../listings";
import type { PublicProduct } from "../queries/product-by-slug.server";
import type { ProductCard as ProductCardData } from "../queries/product-card.server";
import { BuyBox } from "./buy-box";
import { ProductGrid } from "./product-card";
import { ProductGallery } from "./product-gallery";

export interface ProductPageProps {
  product: PublicProduct;
  related: ProductCardData[];
  click: string | null;
  ways: Partial<Record<Channel, string>>;
  /** The page's canonical address. */
  url: string;
}

/** What a member of the public meets behind a referral link. */
export function ProductPage({ product, related, click, ways, url }: ProductPageProps) {
  const { t } = useTranslation("products");
  return (
    <Page>
      <div className="grid items-start gap-x-12 gap-y-7 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <div className="lg:sticky lg:top-24">
          <ProductGallery name={product.name} photos={product.photos} />
        </div>
        <div className="flex flex-col gap-7">
          <Heading product={product} />
          {product.isOffered ? (
            <section aria-labelledby="buy" className="flex flex-col gap-3">
              <h2 id="buy" className="text-title">
                {t("page.buy")}
              </h2>
              <BuyBox product={product} click={click} ways={ways} url={url} />
              <p className="text-ink-muted text-sm">{t("page.buyHint")}</p>
            </section>
          ) : (
            <Alert tone="warning" title={t("page.gone")}>
              {t("page.goneHint", { institution: product.institution.name })}
            </Alert>
          )}
          <Story product={product} />
          <div className="flex flex-col gap-2.5 border-line border-t pt-6">
            <p className="font-semibold text-sm">{t("page.share")}</p>
            <ShareButtons
              url={url}
              text={t("page.shareText", { name: product.name, institution: product.institution.name })}
            />
          </div>
        </div>
      </div>
      {related.length > 0 ? (
        <Section title={t("page.related")} className="pt-4">
          <ProductGrid products={related} label={t("page.related")} />
        </Section>
      ) : null}
    </Page>
  );
}

function Heading({ product }: { product: PublicProduct }) {
  const { t } = useTranslation("products");
  const { rupiah } = useFormat();
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        title={product.name}
        back={{ to: "/produk", label: t("page.back") }}
        meta={
          <>
            <span className="inline-flex items-center gap-1.5">
              <MapPin aria-hidden="true" className="size-4 text-accent-ink" />
              {nameWithCity(product.institution)}
            </span>
            {product.isFlagship ? (
              <Badge tone="accent" icon={<Award aria-hidden="true" />}>
                {t("flagship")}
              </Badge>
            ) : null}
            <Badge>{t(`kind.${product.kind}`)}</Badge>
            {product.institution.isDemo ? <Badge tone="demo">{t("demo")}</Badge> : null}
          </>
        }
      />
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-extrabold text-page">{rupiah(product.priceRupiah)}</span>
        {product.unit ? <span className="text-ink-muted">{t("perUnit", { unit: product.unit })}</span> : null}
      </p>
    </div>
  );
}

function Story({ product }: { product: PublicProduct }) {
  const { t } = useTranslation("products");
  const { institution } = product;
  return (
    <>
      {product.story ? (
        <section aria-labelledby="story">
          <h2 id="story" className="text-title">
            {t("page.story")}
          </h2>
          <p className="mt-2 max-w-[62ch] whitespace-pre-line leading-relaxed">{product.story}</p>
        </section>
      ) : null}
      <section aria-labelledby="maker">
        <h2 id="maker" className="text-title">
          {t("page.maker")}
        </h2>
        <p className="mt-2 max-w-[62ch] text-ink-muted">
          {t("page.makerText", {
            institution: nameWithCity(institution),
            region: institution.regionName,
          })}
        </p>
      </section>
      <section aria-labelledby="impact" className="rounded-card bg-accent-soft px-5 py-4">
        <h2 id="impact" className="flex items-center gap-2 font-bold text-accent-ink">
          <HandHeart aria-hidden="true" className="size-5" />
          {t("page.impact")}
        </h2>
        <p className="mt-1.5 max-w-[62ch]">{t("page.impactText")}</p>
      </section>
      {product.licences.length > 0 ? (
        <section aria-labelledby="licences">
          <h2 id="licences" className="text-title">
            {t("page.licences")}
          </h2>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
            {product.licences.map((licence) => (
              <div key={`${licence.kind}${licence.number}`} className="contents">
                <dt className="text-ink-muted">{t(`licence.kind.${licence.kind}`)}</dt>
                <dd className="tabular font-medium">{licence.number}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-1.5 text-ink-muted text-sm">{t("page.licencesHint")}</p>
        </section>
      ) : null}
    </>
  );
}
