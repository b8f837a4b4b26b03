import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Photo } from "~/ui/photo";
import { Timeline, type TimelineItem } from "~/ui/status";
import { draftPictureSources } from "../draft-media";
import type { DeliverableDetail, DetailVersion } from "../queries/deliverable-detail.server";
import { CaptionText } from "./caption-text";
import { STATUS_TONE } from "./status-of-content";

/** All that happened to a piece, newest first: versions, decisions with their reasons, the live post. */
export function VersionHistory({ detail, className }: { detail: DeliverableDetail; className?: string }) {
  const { t } = useTranslation("content");
  const items = useEvents(detail);
  return (
    <Card as="section" className={className}>
      <CardHeader title={t("versions.title")} />
      <CardBody>
        {items.length === 0 ? (
          <p className="text-ink-muted text-sm">{t("versions.empty")}</p>
        ) : (
          <Timeline items={items} zone={detail.institution.timeZone} />
        )}
      </CardBody>
    </Card>
  );
}

function useEvents({ versions, proof, creator, institution }: DeliverableDetail): TimelineItem[] {
  const { t } = useTranslation("content");
  const events = versions.flatMap((version): TimelineItem[] => {
    const { number, decision } = version;
    const submitted: TimelineItem = {
      at: version.submittedAt,
      title: t("versions.submitted", { number }),
      description: <VersionDetails version={version} />,
      tone: "info",
      actor: creator.displayName,
    };
    if (!decision) return [submitted];
    const decided: TimelineItem = {
      at: decision.decidedAt,
      title: t(`versions.${decision.outcome}`, { number }),
      description: decision.comment ? <span className="whitespace-pre-wrap">{decision.comment}</span> : null,
      tone: STATUS_TONE[decision.outcome],
      actor: decision.by ? `${decision.by}, ${institution.name}` : institution.name,
    };
    return [decided, submitted];
  });
  if (!proof) return events;
  const live: TimelineItem = {
    at: proof.submittedAt,
    title: t("versions.live"),
    description: (
      <a
        href={proof.url}
        target="_blank"
        rel="noopener noreferrer"
        className="break-all text-brand-ink underline underline-offset-4"
      >
        {proof.url}
      </a>
    ),
    tone: "success",
    actor: creator.displayName,
  };
  return [live, ...events];
}

function VersionDetails({ version }: { version: DetailVersion }) {
  const { t } = useTranslation("content");
  return (
    <details className="group">
      <summary className="flex min-h-11 w-fit cursor-pointer items-center font-semibold text-brand-ink underline-offset-4 hover:underline">
        {t("versions.see", { number: version.number })}
      </summary>
      <div className="flex flex-col gap-3 rounded-control bg-surface-sunken p-3 text-ink">
        {version.media.length > 0 ? (
          <ul className="grid grid-cols-4 gap-1.5">
            {version.media.map((picture, index) => (
              <li key={picture.id}>
                <Photo
                  sources={draftPictureSources(picture)}
                  alt={t("viewer.alt", { number: index + 1, total: version.media.length })}
                  sizes="5rem"
                  ratio="1/1"
                  placeholderColor={picture.colour}
                  className="rounded-sm"
                />
              </li>
            ))}
          </ul>
        ) : null}
        <CaptionText caption={version.caption} />
        {version.videoUrl ? <VideoLink url={version.videoUrl} /> : null}
        {version.note ? <p className="border-line-strong border-l-2 pl-3 italic">{version.note}</p> : null}
      </div>
    </details>
  );
}

/** A link out to a video: nothing of another site is loaded into ours. */
export function VideoLink({ url }: { url: string }) {
  const { t } = useTranslation("content");
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-11 w-fit items-center gap-2 font-semibold text-brand-ink underline underline-offset-4"
    >
      <ExternalLink aria-hidden="true" className="size-4 shrink-0" />
      {t("review.openVideo")}
      <span className="font-normal text-ink-muted text-sm">
        ({new URL(url).hostname.replace(/^www\./, "")})
      </span>
    </a>
  );
}
