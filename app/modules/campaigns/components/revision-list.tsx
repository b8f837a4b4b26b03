import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import { Timeline } from "~/ui/status";
import { useRuleText } from "../attribution-text";
import type { Brief } from "../brief.schemas";
import type { BriefField } from "../brief-changes";
import { lastInstant } from "../campaign-window";
import type { RevisionRow } from "../queries/campaign-detail.server";
import { useCommissionText } from "./commission-text";
import { useDeliverableText } from "./deliverable-text";

/** Every publication, newest first, with what it changed. */
export function RevisionList({ revisions, zone }: { revisions: RevisionRow[]; zone: Zone }) {
  const { t } = useTranslation("campaigns");
  return (
    <Timeline
      zone={zone}
      items={revisions.map((revision, index) => ({
        at: revision.publishedAt,
        title: t("detail.revision", { number: revision.number }),
        tone: index === 0 ? "success" : "neutral",
        actor: revision.publishedBy ?? undefined,
        description: <Changes revision={revision} before={revisions[index + 1]?.brief} zone={zone} />,
      }))}
    />
  );
}

interface ChangesProps {
  revision: RevisionRow;
  before: Brief | undefined;
  zone: Zone;
}

function Changes({ revision, before, zone }: ChangesProps) {
  const { t } = useTranslation("campaigns");
  const show = useFieldText(zone);
  if (!before) return <>{t("detail.firstRevision")}</>;
  const fields = revision.changed.map((field) => t(`field.${field}`)).join(", ");
  return (
    <>
      <p>{t("detail.changed", { fields })}</p>
      <details className="mt-1">
        <summary className="inline-flex min-h-9 items-center font-semibold text-brand-ink underline-offset-4 hover:underline pointer-coarse:min-h-11">
          {t("detail.compare")}
        </summary>
        <dl className="mt-2 flex flex-col gap-4">
          {revision.changed.map((field) => (
            <div key={field}>
              <dt className="font-semibold text-ink first-letter:uppercase">{t(`field.${field}`)}</dt>
              <dd className="mt-1 grid gap-2 sm:grid-cols-2">
                <Side label={t("detail.before")} lines={show(before, field)} />
                <Side label={t("detail.after")} lines={show(revision.brief, field)} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Side({ label, lines }: { label: string; lines: string[] }) {
  const { t } = useTranslation("campaigns");
  const shown = lines.filter(Boolean);
  return (
    <div className="rounded-control bg-surface-sunken px-3 py-2">
      <p className="text-ink-subtle text-xs">{label}</p>
      {shown.length === 0 ? <p className="text-ink-subtle italic">{t("detail.notSet")}</p> : null}
      {shown.map((line) => (
        <p key={line} className="whitespace-pre-line text-ink">
          {line}
        </p>
      ))}
    </div>
  );
}

/** A field of a brief as lines of text. */
function useFieldText(zone: Zone): (brief: Brief, field: BriefField) => string[] {
  const { t } = useTranslation(["campaigns", "products"]);
  const { date } = useFormat();
  const commissionText = useCommissionText();
  const deliverable = useDeliverableText(zone);
  const ruleText = useRuleText();
  return (brief, field) => {
    switch (field) {
      case "commission":
        return [commissionText(brief.commission)];
      case "deliverables":
        return brief.deliverables.map((item) =>
          [deliverable.name(item), deliverable.due(item), item.note].filter(Boolean).join(" · "),
        );
      case "opensAt":
        return [date(brief.opensAt, zone)];
      case "closesAt":
        return [date(lastInstant(brief.closesAt), zone)];
      case "attributionWindowDays":
        return [t("campaigns:brief.windowDays", { count: brief.attributionWindowDays })];
      case "attribution":
        return ruleText(brief.attribution);
      case "destination":
        return [
          brief.destination.kind === "product"
            ? t("campaigns:brief.destinationProduct")
            : t(`products:channel.${brief.destination.channel}`),
        ];
      case "dos":
      case "donts":
        return brief[field];
      case "hashtags":
        return [brief.hashtags.join(" ")];
      default:
        return [String(brief[field])];
    }
  };
}
