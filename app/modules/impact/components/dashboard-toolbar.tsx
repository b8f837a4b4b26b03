import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { ExternalLink, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { RangePicker } from "~/ui/range-picker";
import type { ReportDashboard } from "../queries/report-dashboard.server";

type Props = { board: Pick<ReportDashboard, "period" | "search" | "narrowed" | "freshness"> };

/** The days that the dashboard is about, and what it is narrowed to: each chip takes its narrowing away. */
export function DashboardToolbar({ board }: Props) {
  const { t } = useTranslation("impact");
  const { period, search, narrowed } = board;
  const { campaign, product } = narrowed;
  const chips = [
    search.narrow.productId
      ? { name: "produk", text: t("narrowed.product", { name: product?.name ?? t("narrowed.unknown") }) }
      : null,
    search.narrow.campaignId
      ? {
          name: "kampanye",
          text: t("narrowed.campaign", { name: narrowed.campaign?.title ?? t("narrowed.unknown") }),
        }
      : null,
    search.narrow.creatorId
      ? {
          name: "influencer",
          text: t("narrowed.creator", { name: narrowed.creator ?? t("narrowed.unknown") }),
        }
      : null,
  ].filter((chip) => chip !== null);
  return (
    <div className="flex flex-col gap-3">
      <RangePicker from={period.from} to={period.to} zone={period.zone} now={board.freshness.readAt} />
      {chips.length > 0 ? (
        <ul aria-label={t("narrowed.label")} className="flex flex-wrap items-center gap-x-3 gap-y-2">
          {chips.map((chip) => (
            <li key={chip.name}>
              <Chip name={chip.name} text={chip.text} />
            </li>
          ))}
          {product?.mayOpen ? (
            <li>
              <ButtonLink
                to={`/lapas/${product.institutionSlug}/produk/${product.id}`}
                variant="link"
                icon={<ExternalLink aria-hidden="true" />}
              >
                {t("narrowed.openProduct")}
              </ButtonLink>
            </li>
          ) : null}
          {campaign?.mayOpen ? (
            <li>
              <ButtonLink
                to={`/lapas/${campaign.institutionSlug}/kampanye/${campaign.id}`}
                variant="link"
                icon={<ExternalLink aria-hidden="true" />}
              >
                {t("narrowed.openCampaign")}
              </ButtonLink>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

function Chip({ name, text }: { name: string; text: string }) {
  const { t } = useTranslation("impact");
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  for (const each of [name, "cursor"]) query.delete(each);
  return (
    <Link
      to={`${pathname}?${query}`}
      preventScrollReset
      className="inline-flex min-h-11 items-center gap-2 rounded-full bg-brand-soft pr-3 pl-4 font-medium text-brand-ink text-sm hover:bg-brand hover:text-on-brand"
    >
      {text}
      <X aria-hidden="true" className="size-4" />
      <span className="sr-only">{t("narrowed.remove")}</span>
    </Link>
  );
}
