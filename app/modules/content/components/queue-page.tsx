import { CircleCheckBig, Images, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { PLATFORMS } from "~/modules/creators/platforms";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { Page, PageHeader } from "~/ui/page";
import { KeysetPager } from "~/ui/table";
import type { QueueGroup } from "../content.schemas";
import { PLATFORM_NAMES } from "../platform-names";
import type { QueueRow } from "../queries/review-queue.server";
import type { QueueSearch } from "../queue-search";
import { QueueGroups } from "./queue-groups";
import { ReviewQueueList } from "./review-queue-list";

type QueuePageProps = {
  institution: { slug: string; name: string; timeZone: string };
  page: { rows: QueueRow[]; next: string | null };
  counts: Record<QueueGroup, number>;
  search: QueueSearch;
  canReview: boolean;
};

/** All content of an institution, what waits for it first. */
export function QueuePage({ institution, page, counts, search, canReview }: QueuePageProps) {
  const { t } = useTranslation("content");
  const basePath = `/lapas/${institution.slug}/konten`;
  return (
    <Page>
      <PageHeader eyebrow={institution.name} title={t("queue.title")} description={t("queue.description")} />
      {counts.all === 0 ? null : (
        <div className="flex flex-col gap-4">
          <QueueGroups group={search.group} counts={counts} />
          <FilterBar
            search={{ label: t("queue.search") }}
            selects={[
              {
                name: "platform",
                label: t("queue.platform"),
                allLabel: t("queue.allPlatforms"),
                options: PLATFORMS.map((name) => ({ value: name, label: PLATFORM_NAMES[name] })),
              },
            ]}
            keep={["group"]}
          />
        </div>
      )}
      {page.rows.length > 0 ? (
        <ReviewQueueList
          rows={page.rows}
          basePath={basePath}
          timeZone={institution.timeZone}
          canReview={canReview}
        />
      ) : (
        <Nothing slug={institution.slug} search={search} all={counts.all} />
      )}
      <KeysetPager next={page.next} />
    </Page>
  );
}

function Nothing({ slug, search, all }: { slug: string; search: QueueSearch; all: number }) {
  const { t } = useTranslation("content");
  if (all === 0) {
    return (
      <EmptyState
        icon={<Images />}
        title={t("queue.emptyTitle")}
        description={t("queue.emptyText")}
        action={<ButtonLink to={`/lapas/${slug}/klaim`}>{t("queue.emptyAction")}</ButtonLink>}
      />
    );
  }
  if (search.group === "waiting" && !search.search && !search.platform) {
    return (
      <EmptyState
        icon={<CircleCheckBig />}
        title={t("queue.nothingWaitingTitle")}
        description={t("queue.nothingWaitingText")}
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("queue.notFoundTitle")}
      description={t("queue.notFoundText")}
      action={
        <ButtonLink to={`/lapas/${slug}/konten`} variant="secondary">
          {t("queue.clear")}
        </ButtonLink>
      }
    />
  );
}
