import { Award } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asZone } from "~/kernel/time";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Split } from "~/ui/page";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { lastInstant } from "../campaign-window";
import type { BriefPage as BriefPageData } from "../queries/brief-by-slug.server";
import { BriefTerms } from "./brief-terms";
import { BriefView } from "./brief-view";

interface BriefPageProps {
  page: BriefPageData;
  /** The claim: a form, or where one's claim stands. */
  claim: ReactNode;
  /** What sticks to the bottom of a telephone. */
  sticky?: ReactNode;
}

/** A brief as an influencer reads it before claiming it. */
export function BriefPage({ page, claim, sticky }: BriefPageProps) {
  const { t } = useTranslation(["campaigns", "products"]);
  const { date } = useFormat();
  const { brief, product, institution, revision } = page;
  const zone = asZone(institution.timeZone);
  return (
    <Page width="wide">
      <PageHeader
        back={{ to: "/brief", label: t("campaigns:brief.back") }}
        eyebrow={t("campaigns:brief.by", { institution: institution.name, city: institution.city })}
        title={brief.title}
        meta={
          <>
            {product.isFlagship ? (
              <Badge tone="accent" icon={<Award aria-hidden="true" />}>
                {t("products:flagship")}
              </Badge>
            ) : null}
            <span>
              {t("campaigns:brief.revision", {
                number: revision.number,
                date: date(revision.publishedAt, zone),
              })}
            </span>
          </>
        }
      />
      <StateAlert page={page} />
      <Split
        main={
          <>
            <Hero page={page} />
            <BriefView brief={brief} zone={zone} />
          </>
        }
        aside={
          <>
            <Card as="section">
              <CardBody>
                <BriefTerms brief={brief} product={product} zone={zone} slotsLeft={page.slotsLeft} />
              </CardBody>
            </Card>
            {claim}
          </>
        }
      />
      {sticky}
    </Page>
  );
}

function StateAlert({ page }: { page: BriefPageData }) {
  const { t } = useTranslation("campaigns");
  const { date } = useFormat();
  const { availability, brief, institution } = page;
  if (availability === "open" || availability === "draft") return null;
  const shown = availability === "upcoming" ? brief.opensAt : lastInstant(brief.closesAt);
  return (
    <Alert tone={availability === "full" ? "warning" : "info"} title={t(`availability.${availability}`)}>
      {t(`brief.state.${availability}`, { date: date(shown, institution.timeZone) })}
    </Alert>
  );
}

function Hero({ page }: { page: BriefPageData }) {
  const { t } = useTranslation(["campaigns", "products"]);
  const { rupiah } = useFormat();
  const { picture, product } = page;
  return (
    <Card as="section" className="overflow-hidden">
      {picture ? (
        <Photo
          sources={picture.sources}
          alt={picture.alt}
          sizes="(min-width: 64rem) 48rem, 100vw"
          ratio="16/10"
          placeholderColor={picture.colour}
          priority
        />
      ) : (
        <PhotoPlaceholder ratio="16/10" />
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3.5 sm:px-5">
        <div className="min-w-0">
          <p className="font-semibold">{product.name}</p>
          <p className="text-ink-muted text-sm">
            <span className="tabular">{rupiah(product.priceRupiah)}</span>
            {product.unit ? ` ${t("products:perUnit", { unit: product.unit })}` : null}
          </p>
        </div>
        <ButtonLink to={`/p/${product.slug}`} variant="secondary" size="sm">
          {t("campaigns:brief.productLink")}
        </ButtonLink>
      </div>
    </Card>
  );
}
