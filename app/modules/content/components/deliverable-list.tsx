import { Link } from "@remix-run/react";
import { ArrowRight, Clock, Images } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "~/ui/button";
import { Card } from "~/ui/card";
import { cn } from "~/ui/cn";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { type DeliverableStatus, progressOf, STEPS } from "../deliverable";
import type { ClaimDeliverable } from "../queries/claim-deliverables.server";
import { useContentName } from "./content-name";
import { StatusOfContent } from "./status-of-content";

type DeliverableListProps = {
  deliverables: ClaimDeliverable[];
  /** The institution's zone, for the due dates. */
  timeZone: string;
  /** Who reads: the influencer gets the next step as a button. */
  reader?: "influencer" | "officer";
  /** Where a piece leads to; the influencer's page when left out. */
  to?: (deliverable: ClaimDeliverable) => string;
};

const contentPath = (deliverable: ClaimDeliverable) =>
  `/klaim/${deliverable.claimId}/konten/${deliverable.id}`;

/** What a claim owes: where each piece stands, whose turn it is and until when. */
export function DeliverableList(props: DeliverableListProps) {
  const { deliverables, timeZone, reader = "influencer", to = contentPath } = props;
  const { t } = useTranslation("content");
  if (deliverables.length === 0) {
    return <EmptyState icon={<Images />} title={t("list.emptyTitle")} description={t("list.emptyText")} />;
  }
  return (
    <ul aria-label={t("list.label")} className="flex flex-col gap-3">
      {deliverables.map((deliverable) => (
        <Card as="li" key={deliverable.id} className="gap-3 px-5 py-4 sm:flex-row sm:items-center sm:gap-6">
          <Piece deliverable={deliverable} timeZone={timeZone} reader={reader} to={to(deliverable)} />
        </Card>
      ))}
    </ul>
  );
}

type PieceProps = {
  deliverable: ClaimDeliverable;
  timeZone: string;
  reader: "influencer" | "officer";
  to: string;
};

function Piece({ deliverable, timeZone, reader, to }: PieceProps) {
  const { t } = useTranslation("content");
  const nameOf = useContentName();
  const { status, version, lastComment, turn } = deliverable;
  const mine = turn?.who === reader || (turn?.who === "institution" && reader === "officer");
  return (
    <>
      <div className="flex min-w-0 grow flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h3 className="font-semibold">{nameOf(deliverable)}</h3>
          <StatusOfContent status={status} />
          {version > 0 ? (
            <span className="text-ink-muted text-xs">{t("list.version", { number: version })}</span>
          ) : null}
        </div>
        <StepBar status={status} />
        <Turn deliverable={deliverable} timeZone={timeZone} mine={mine} />
        {lastComment && status !== "APPROVED" && status !== "LIVE" ? (
          <p className="line-clamp-2 border-line-strong border-l-2 pl-3 text-ink-muted text-sm">
            <span className="font-semibold">{t("list.comment")}:</span> {lastComment}
          </p>
        ) : null}
      </div>
      <Link
        to={to}
        aria-label={`${t(actionOf(status, mine))}: ${nameOf(deliverable)}`}
        className={cn(buttonClass(mine ? "primary" : "secondary"), "shrink-0")}
      >
        {t(actionOf(status, mine))}
        <ArrowRight aria-hidden="true" />
      </Link>
    </>
  );
}

function actionOf(status: DeliverableStatus, mine: boolean) {
  if (!mine) return "list.open";
  if (status === "AWAITING_DRAFT") return "list.sendDraft";
  if (status === "REVISION_REQUESTED") return "list.revise";
  if (status === "APPROVED") return "list.sendLink";
  return "queue.review";
}

/** The three steps as a thin bar; the pill beside it says the same in words. */
function StepBar({ status }: { status: DeliverableStatus }) {
  const { done, ended } = progressOf(status);
  return (
    <div aria-hidden="true" className="flex max-w-60 gap-1.5">
      {STEPS.map((step, index) => (
        <span
          key={step}
          className={cn(
            "h-1.5 grow rounded-full bg-neutral-soft",
            index < done && "bg-success",
            index === done && (ended ? "bg-danger" : "bg-brand"),
          )}
        />
      ))}
    </div>
  );
}

function Turn({
  deliverable,
  timeZone,
  mine,
}: {
  deliverable: ClaimDeliverable;
  timeZone: string;
  mine: boolean;
}) {
  const { t } = useTranslation("content");
  const { dateTime } = useFormat();
  const { turn, overdue } = deliverable;
  if (!turn) return null;
  const date = dateTime(turn.until, timeZone);
  const who = mine ? "turn.ofYou" : turn.who === "institution" ? "turn.ofInstitution" : "turn.ofInfluencer";
  return (
    <p
      className={cn(
        "flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm",
        overdue ? "font-semibold text-danger-ink" : "text-ink-muted",
      )}
    >
      <Clock aria-hidden="true" className="size-4" />
      <span className={cn(mine && !overdue && "font-semibold text-ink")}>{t(who)}</span>
      <span>{t(overdue ? "turn.overdue" : "turn.until", { date })}</span>
    </p>
  );
}
