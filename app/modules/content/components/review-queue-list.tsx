import { Link } from "@remix-run/react";
import { ArrowRight, Clapperboard, Clock, Hourglass, Type } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { buttonClass } from "~/ui/button";
import { Card } from "~/ui/card";
import { cn } from "~/ui/cn";
import { useFormat } from "~/ui/format";
import { Photo } from "~/ui/photo";
import { TimeAgo } from "~/ui/time-ago";
import { draftPictureSources } from "../draft-media";
import type { QueueRow } from "../queries/review-queue.server";
import { useContentName } from "./content-name";
import { StatusOfContent } from "./status-of-content";

type QueueProps = { rows: QueueRow[]; basePath: string; timeZone: string; canReview: boolean };

/** The pieces of an institution's content in the order in which to look at them. */
export function ReviewQueueList({ rows, basePath, timeZone, canReview }: QueueProps) {
  const { t } = useTranslation("content");
  return (
    <ul aria-label={t("queue.list")} className="flex flex-col gap-3">
      {rows.map((row) => (
        <QueueItem
          key={row.id}
          row={row}
          to={`${basePath}/${row.id}`}
          timeZone={timeZone}
          canReview={canReview}
        />
      ))}
    </ul>
  );
}

type ItemProps = { row: QueueRow; to: string; timeZone: string; canReview: boolean };

function QueueItem({ row, to, timeZone, canReview }: ItemProps) {
  const { t } = useTranslation("content");
  const nameOf = useContentName();
  const waiting = row.status === "IN_REVIEW";
  const action = t(waiting && canReview ? "queue.review" : "queue.open");
  return (
    <Card
      as="li"
      className={cn(
        "flex-row flex-wrap items-center gap-4 p-4 sm:flex-nowrap",
        waiting && "border-l-4 border-l-accent",
      )}
    >
      <Cover row={row} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 className="font-semibold text-base">
            {nameOf(row)} <span className="font-normal">{t("queue.by", { creator: row.creatorName })}</span>
          </h2>
          <StatusOfContent status={row.status} />
        </div>
        <p className="truncate text-ink-muted text-sm">{row.campaignTitle}</p>
        <Due row={row} timeZone={timeZone} />
      </div>
      <Link
        to={to}
        prefetch="intent"
        aria-label={`${action}: ${nameOf(row)} ${t("queue.by", { creator: row.creatorName })}`}
        className={cn(
          buttonClass(waiting && canReview ? "primary" : "secondary"),
          "w-full shrink-0 sm:w-auto",
        )}
      >
        {action}
        <ArrowRight aria-hidden="true" />
      </Link>
    </Card>
  );
}

function Cover({ row }: { row: QueueRow }) {
  if (!row.cover) {
    const Icon = row.hasVideo ? Clapperboard : row.version > 0 ? Type : Hourglass;
    return (
      <span
        aria-hidden="true"
        className="grid size-16 shrink-0 place-items-center rounded-control bg-surface-sunken text-ink-subtle sm:size-20"
      >
        <Icon className="size-6" />
      </span>
    );
  }
  return (
    <Photo
      sources={draftPictureSources(row.cover)}
      alt=""
      sizes="5rem"
      ratio="1/1"
      placeholderColor={row.cover.colour}
      className="w-16 shrink-0 rounded-control sm:w-20"
    />
  );
}

function Due({ row, timeZone }: { row: QueueRow; timeZone: string }) {
  const { t } = useTranslation("content");
  const { dateTime } = useFormat();
  const { turn, overdue, version, submittedAt } = row;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
      {version === 0 ? <span>{t("queue.noDraft")}</span> : null}
      {version > 0 ? (
        <span>
          {t("list.version", { number: version })} · <TimeAgo at={submittedAt} zone={timeZone} />
        </span>
      ) : null}
      {turn ? (
        <span className={cn("inline-flex items-center gap-1.5", overdue && "font-semibold text-danger-ink")}>
          <Clock aria-hidden="true" className="size-4" />
          {t(turn.who === "institution" ? "queue.reviewUntil" : "queue.influencerUntil", {
            date: dateTime(turn.until, timeZone),
          })}
        </span>
      ) : null}
      {overdue ? <Badge tone="danger">{t("queue.overdue")}</Badge> : null}
    </p>
  );
}
