import { MessageSquareText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import type { DeliverableDetail } from "../queries/deliverable-detail.server";
import { CaptionCheck } from "./caption-check";
import { CaptionChanges, CaptionText } from "./caption-text";
import { MediaViewer } from "./media-viewer";
import { VideoLink } from "./version-history";

/** The newest version as an officer looks at it: pictures, video, words, and what changed. */
export function DraftView({ detail }: { detail: DeliverableDetail }) {
  const { t } = useTranslation("content");
  const [version, previous] = detail.versions;
  if (!version) return null;
  return (
    <>
      {version.media.length > 0 ? <MediaViewer key={version.id} pictures={version.media} /> : null}
      {version.videoUrl ? (
        <Card as="section">
          <CardHeader title={t("review.video")} />
          <CardBody className="pt-1">
            <VideoLink url={version.videoUrl} />
          </CardBody>
        </Card>
      ) : null}
      <Card as="section">
        <CardHeader title={t("review.caption")} />
        <CardBody className="flex flex-col gap-5">
          <CaptionText caption={version.caption} />
          <CaptionCheck caption={version.caption} hashtags={detail.brief.hashtags} reader="officer" />
          {previous ? <Changes version={version} previous={previous} /> : null}
        </CardBody>
      </Card>
      {version.note ? (
        <Card as="section">
          <CardHeader title={t("review.note")} icon={<MessageSquareText aria-hidden="true" />} />
          <CardBody className="whitespace-pre-wrap pt-2">{version.note}</CardBody>
        </Card>
      ) : null}
    </>
  );
}

type Version = DeliverableDetail["versions"][number];

function Changes({ version, previous }: { version: Version; previous: Version }) {
  const { t } = useTranslation("content");
  if (version.caption === previous.caption) {
    return <p className="text-ink-muted text-sm">{t("review.unchanged", { number: previous.number })}</p>;
  }
  return (
    <details open className="rounded-control bg-surface-sunken px-4 py-2">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-sm">
        {t("review.changes", { number: previous.number })}
      </summary>
      <p className="mb-2 text-ink-muted text-xs">{t("review.changesHint")}</p>
      <div className="pb-2 text-sm">
        <CaptionChanges before={previous.caption} after={version.caption} />
      </div>
    </details>
  );
}
