import { ImageIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Timeline } from "~/ui/status";
import type { CaseDetail } from "../queries/case-detail.server";
import { EVENT_TONES } from "./case-tones";

type CaseTimelineProps = {
  events: CaseDetail["events"];
  zone: string;
  /** How events are called: for officers, or for the influencer. */
  titles: "detail.event" | "own.event";
  /** The address of a message's picture. */
  pictureAt: (messageId: string) => string;
};

/** What was asked, answered and decided, the newest first. */
export function CaseTimeline({ events, zone, titles, pictureAt }: CaseTimelineProps) {
  const { t } = useTranslation("fraud");
  const items = events.map((event) => ({
    at: event.at,
    title:
      titles === "own.event" && event.kind !== "OPENED"
        ? t(`own.event.${event.kind}`)
        : t(`detail.event.${event.kind}`),
    tone: EVENT_TONES[event.kind],
    actor: event.author,
    description: event.text ? (
      <>
        <p className="whitespace-pre-line break-words">{event.text}</p>
        {event.picture ? (
          <a
            href={pictureAt(event.id)}
            target="_blank"
            rel="noreferrer"
            className="mt-2 inline-flex min-h-11 items-center gap-2 font-semibold text-brand-ink underline underline-offset-4"
          >
            <ImageIcon aria-hidden="true" className="size-4" />
            {t("detail.picture")}
          </a>
        ) : null}
      </>
    ) : null,
  }));
  return <Timeline items={items} zone={zone} />;
}
