import { Form } from "@remix-run/react";
import { ExternalLink, HeartPulse, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Alert, EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Section } from "~/ui/page";
import { Timeline } from "~/ui/status";
import { type Column, DataTable } from "~/ui/table";
import { unreachableBy } from "../health-schedule";
import { isBroken, isDown, needsMending } from "../page-health";
import type { LinkHealth, ListingHealth } from "../queries/link-health.server";
import { HealthChip } from "./health-chip";

type HealthPageProps = {
  data: LinkHealth;
  institution: { slug: string; name: string; timeZone: string };
  mayEdit: boolean;
};

/** Where products are sold, whether buyers find them there, and what to do where they do not. */
export function HealthPage({ data, institution, mayEdit }: HealthPageProps) {
  const { t } = useTranslation(["tracking", "products"]);
  const broken = data.listings.filter(needsMending).length;
  const unknown = data.listings.filter(({ outcome }) => outcome === null).length;
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={institution.name}
        title={t("tracking:health.title")}
        description={t("tracking:health.description")}
      />
      {data.listings.length > 0 ? (
        <Alert
          tone={broken > 0 ? "warning" : unknown > 0 ? "info" : "success"}
          title={
            broken > 0
              ? t("tracking:health.broken", { count: broken })
              : unknown === data.listings.length
                ? t("tracking:health.unknownAll")
                : unknown > 0
                  ? t("tracking:health.unknown", { count: unknown })
                  : t("tracking:health.allWell")
          }
        />
      ) : null}
      <Section title={t("tracking:health.list")}>
        <DataTable
          caption={t("tracking:health.list")}
          columns={useColumns(institution, mayEdit)}
          rows={data.listings}
          rowKey={(row) => `${row.product.id}-${row.channel}`}
          empty={
            <EmptyState
              icon={<HeartPulse aria-hidden="true" />}
              title={t("tracking:health.empty")}
              description={t("tracking:health.emptyText")}
            />
          }
        />
      </Section>
      <Section title={t("tracking:health.history")}>
        {data.changes.length > 0 ? (
          <Timeline
            zone={institution.timeZone}
            items={data.changes.map(({ at, product, channel, was, outcome, down }) => ({
              at,
              title: t("tracking:health.became", {
                product,
                channel: t(`products:channel.${channel}`),
                outcome: t(`tracking:health.outcome.${down ? "DOWN" : outcome}`),
              }),
              description: t("tracking:health.was", {
                outcome: t(`tracking:health.outcome.${was ?? "NEW"}`),
              }),
              tone: down || isBroken(outcome) ? "danger" : outcome === "OK" ? "success" : "neutral",
            }))}
          />
        ) : (
          <p className="text-ink-muted text-sm">{t("tracking:health.historyNone")}</p>
        )}
      </Section>
    </Page>
  );
}

function useColumns(institution: HealthPageProps["institution"], mayEdit: boolean): Column<ListingHealth>[] {
  const { t } = useTranslation(["tracking", "products"]);
  const { number, dateTime } = useFormat();
  return [
    {
      key: "product",
      header: t("tracking:health.product"),
      cell: (row) => (
        <span className="flex min-w-0 flex-col">
          <span className="font-semibold">{row.product.name}</span>
          <span className="text-ink-muted text-sm">{t(`products:channel.${row.channel}`)}</span>
        </span>
      ),
    },
    {
      key: "state",
      header: t("tracking:health.state"),
      cell: (row) => <State row={row} zone={institution.timeZone} />,
    },
    {
      key: "checked",
      header: t("tracking:health.checked"),
      cell: (row) => dateTime(row.checkedAt, institution.timeZone),
    },
    { key: "links", header: t("tracking:health.links"), align: "end", cell: (row) => number(row.links) },
    {
      key: "actions",
      header: t("tracking:health.actions"),
      cell: (row) => <Actions row={row} base={`/lapas/${institution.slug}`} mayEdit={mayEdit} />,
    },
  ];
}

function State({ row, zone }: { row: ListingHealth; zone: string }) {
  const { t } = useTranslation("tracking");
  const { date } = useFormat();
  const state = isDown(row) ? "DOWN" : (row.outcome ?? "NEW");
  const what = unreachableBy(row.reason);
  return (
    <span className="flex max-w-80 flex-col items-end gap-1 md:items-start">
      <span className="flex flex-wrap items-center justify-end gap-2 md:justify-start">
        <HealthChip health={row} />
        {row.changedAt && !row.unreachableSince ? (
          <span className="text-ink-muted text-xs">
            {t("health.since", { date: date(row.changedAt, zone) })}
          </span>
        ) : null}
      </span>
      <span className="text-ink-muted text-sm">{t(`health.hint.${state}`)}</span>
      {row.unreachableSince && what ? (
        <span className="text-sm">
          {t(`health.unreachable.${what}`, { date: date(row.unreachableSince, zone) })}
        </span>
      ) : null}
      {row.outcome === "MOVED" && row.finalUrl ? (
        <span className="break-all text-ink-muted text-xs">{t("health.ended", { url: row.finalUrl })}</span>
      ) : null}
    </span>
  );
}

function Actions({ row, base, mayEdit }: { row: ListingHealth; base: string; mayEdit: boolean }) {
  const { t } = useTranslation("tracking");
  return (
    <span className="flex flex-wrap gap-2 whitespace-nowrap">
      <ButtonLink
        href={row.url}
        external
        size="sm"
        variant="ghost"
        icon={<ExternalLink aria-hidden="true" />}
      >
        {t("health.openPage")}
      </ButtonLink>
      {mayEdit && needsMending(row) ? (
        <ButtonLink to={`${base}/produk/${row.product.id}`} size="sm" variant="secondary">
          {t("health.editListing")}
        </ButtonLink>
      ) : null}
      {mayEdit && row.mayRecheck ? (
        <Form method="post">
          <input type="hidden" name="url" value={row.url} />
          <Button type="submit" size="sm" variant="ghost" icon={<RefreshCw aria-hidden="true" />}>
            {t("health.recheck")}
          </Button>
        </Form>
      ) : null}
    </span>
  );
}
