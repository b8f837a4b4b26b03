import { ChartNoAxesCombined } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { useFormat } from "~/ui/format";
import { Section } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { drillDownPath } from "../dashboard-paths";
import type { ProductResults as Results } from "../queries/product-results.server";
import { GradeSplit } from "./grade-split";

type Props = { results: Results; product: { id: string; slug: string }; institution: { slug: string } };

/** A product's clicks, people and orders of the last weeks, on its officers' page; more is on the dashboard. */
export function ProductResults({ results, product, institution }: Props) {
  const { t } = useTranslation("impact");
  const { number, percent } = useFormat();
  const { totals, period } = results;
  // Nothing to show before the first campaign: there is no link yet.
  if (totals.raw === null && totals.conversions === null) return null;
  const path = `/lapas/${institution.slug}`;
  const row = { id: product.id, ref: product.slug, parentRef: institution.slug };
  const share = totals.human !== null && totals.raw ? percent(totals.human / totals.raw, 0) : null;
  return (
    <Section
      title={t("product.title")}
      actions={
        <ButtonLink
          to={drillDownPath("product", row, { path, period, narrow: {} })}
          variant="ghost"
          size="sm"
          icon={<ChartNoAxesCombined aria-hidden="true" />}
        >
          {t("product.open")}
        </ButtonLink>
      }
    >
      <StatGroup columns={4}>
        <Stat label={t("figure.raw")} value={number(totals.raw)} hint={t("hint.raw")} />
        <Stat
          label={t("figure.human")}
          value={number(totals.human)}
          hint={share ? t("hint.human", { share }) : undefined}
          emphasis
        />
        <Stat label={t("figure.unique")} value={number(totals.unique)} hint={t("hint.unique")} />
        <Stat
          label={t("figure.conversions")}
          value={number(totals.conversions)}
          hint={totals.conversions === null ? t("hint.conversionsMissing") : <GradeSplit figures={totals} />}
        />
      </StatGroup>
    </Section>
  );
}
