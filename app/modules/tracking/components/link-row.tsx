import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { cn } from "~/ui/cn";
import { CopyButton } from "~/ui/copy-button";
import { useFormat } from "~/ui/format";
import { StatusPill } from "~/ui/status";
import { isBroken } from "../page-health";
import type { ClaimLink } from "../queries/claim-links.server";
import { DestinationIcon } from "./destination-icon";
import { HealthChip } from "./health-chip";
import { useLinkName } from "./link-name";

/** One link of a claim: what it is, its address to copy, its figures, and the way to its details. */
export function LinkRow({ link, to }: { link: ClaimLink; to: string }) {
  const { t } = useTranslation("tracking");
  const name = useLinkName()(link);
  const troubled = link.health !== null && isBroken(link.health.outcome);
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
      <div className="flex items-start gap-3">
        <span
          className={cn(
            "grid size-10 shrink-0 place-items-center rounded-control bg-accent-soft text-accent-ink [&_svg]:size-5",
            link.closed && "bg-neutral-soft text-ink-muted",
          )}
        >
          <DestinationIcon destination={link.destination} />
        </span>
        <div className="min-w-0 grow">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h4 className="min-w-0 break-words font-semibold">{name}</h4>
            <Marks link={link} />
          </div>
          <p className="break-all text-ink-muted text-sm">{link.url.replace(/^https?:\/\//, "")}</p>
          {link.listed ? null : <p className="mt-1 text-sm text-warning-ink">{t("link.unlisted")}</p>}
        </div>
        {link.closed ? null : (
          <CopyButton
            value={link.url}
            label={t("panel.copy")}
            copiedLabel={t("panel.copied")}
            aria-label={t("link.copyOf", { name })}
            size="sm"
          />
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pl-13">
        {troubled ? (
          <span className="basis-full">
            <HealthChip health={link.health ?? null} />
          </span>
        ) : null}
        <Figures link={link} name={name} />
        <Link
          to={to}
          aria-label={t("link.openOf", { name })}
          className="inline-flex min-h-6 items-center font-semibold text-brand-ink text-sm underline-offset-4 hover:underline pointer-coarse:min-h-11"
        >
          {t("link.open")} →
        </Link>
      </div>
    </li>
  );
}

function Marks({ link }: { link: ClaimLink }) {
  const { t } = useTranslation(["tracking", "creators"]);
  if (link.closed) return <StatusPill tone="neutral" label={t("tracking:link.closed")} />;
  if (link.placement === "MAIN") return null;
  return (
    <>
      <Badge tone="neutral">{t(`tracking:link.placement.${link.placement}`)}</Badge>
      {link.platform ? <Badge tone="neutral">{t(`creators:platform.${link.platform}`)}</Badge> : null}
      {link.destination === "PRODUCT" ? null : (
        <Badge tone="info">{t(`tracking:link.destination.${link.destination}`)}</Badge>
      )}
    </>
  );
}

function Figures({ link, name }: { link: ClaimLink; name: string }) {
  const { t } = useTranslation("tracking");
  const { number } = useFormat();
  const { raw, human, unique } = link.figures;
  return (
    <dl aria-label={t("link.figures", { name })} className="tabular flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {(
        [
          ["raw", raw],
          ["human", human],
          ["unique", unique],
        ] as const
      ).map(([key, value]) => (
        <div key={key} className="flex items-baseline gap-1.5">
          <dd className="font-bold">{number(value)}</dd>
          <dt className="text-ink-muted text-xs">{t(`link.${key}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
