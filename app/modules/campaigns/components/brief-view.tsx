import { Check, ShieldAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { Badge } from "~/ui/badge";
import { Card, CardBody } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { Alert } from "~/ui/feedback";
import { type BriefDraft, disclosureOf } from "../brief.schemas";
import { useDeliverableText } from "./deliverable-text";

/** What a brief asks, as an influencer reads it. Of a draft, what is missing is named in its place. */
export function BriefView({ brief, zone, level = 2 }: { brief: BriefDraft; zone: Zone; level?: 2 | 3 }) {
  const { t } = useTranslation("campaigns");
  return (
    <div className="@container flex flex-col gap-7">
      <Part title={t("brief.aim")} level={level}>
        <Prose text={brief.aim} />
      </Part>
      <Part title={t("brief.message")} level={level}>
        <Prose text={brief.message} />
      </Part>
      {brief.dos.length + brief.donts.length > 0 ? (
        <div className="grid gap-4 @xl:grid-cols-2">
          <Points items={brief.dos} kind="dos" level={level} />
          <Points items={brief.donts} kind="donts" level={level} />
        </div>
      ) : null}
      <Part title={t("brief.deliverables")} hint={t("brief.deliverablesHint")} level={level}>
        <Deliverables brief={brief} zone={zone} />
      </Part>
      <Part title={t("brief.hashtags")} hint={t("brief.hashtagsHint")} level={level}>
        <Hashtags hashtags={brief.hashtags} />
      </Part>
      <div className="flex gap-3 rounded-card border border-line bg-surface-sunken px-4 py-3.5">
        <ShieldAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        <div>
          <p className="font-semibold">{t("brief.always")}</p>
          <p className="text-ink-muted text-sm">{t("brief.alwaysText")}</p>
        </div>
      </div>
    </div>
  );
}

interface PartProps {
  title: string;
  hint?: string;
  level: 2 | 3;
  children: ReactNode;
}

function Part({ title, hint, level, children }: PartProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="flex flex-col gap-2.5">
      <div>
        <Heading className="text-title">{title}</Heading>
        {hint ? <p className="text-ink-muted text-sm">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Text with its line breaks; a gap is named. */
function Prose({ text }: { text: string }) {
  const { t } = useTranslation("campaigns");
  if (text === "") return <p className="text-ink-subtle italic">{t("brief.draftMissing")}</p>;
  return <p className="max-w-[68ch] whitespace-pre-line">{text}</p>;
}

const POINTS = {
  dos: { icon: <Check aria-hidden="true" />, tone: "bg-success-soft text-success-ink" },
  donts: { icon: <X aria-hidden="true" />, tone: "bg-danger-soft text-danger-ink" },
};

function Points({ items, kind, level }: { items: string[]; kind: "dos" | "donts"; level: 2 | 3 }) {
  const { t } = useTranslation("campaigns");
  const Heading = `h${level}` as const;
  if (items.length === 0) return null;
  const { icon, tone } = POINTS[kind];
  return (
    <Card as="section">
      <CardBody className="flex flex-col gap-3">
        <Heading className="text-title">{t(`brief.${kind}`)}</Heading>
        <ul className="flex flex-col gap-2.5">
          {items.map((item) => (
            <li key={item} className="flex gap-2.5">
              <span
                className={`mt-0.5 grid size-5.5 shrink-0 place-items-center rounded-full [&_svg]:size-3.5 ${tone}`}
              >
                {icon}
              </span>
              <span className="min-w-0">{item}</span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function Deliverables({ brief, zone }: { brief: BriefDraft; zone: Zone }) {
  const { t } = useTranslation("campaigns");
  const text = useDeliverableText(zone);
  if (brief.deliverables.length === 0) return <Prose text="" />;
  return (
    <ol className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {brief.deliverables.map((item) => (
        <li
          key={item.key}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3.5"
        >
          <p className="min-w-0 font-semibold">
            {text.name(item)}
            {item.note ? <span className="block font-normal text-ink-muted text-sm">{item.note}</span> : null}
          </p>
          <p className="text-ink-muted text-sm">{t("brief.due", { due: text.due(item) })}</p>
        </li>
      ))}
    </ol>
  );
}

function Hashtags({ hashtags }: { hashtags: string[] }) {
  const { t } = useTranslation("campaigns");
  const tag = disclosureOf(hashtags);
  if (hashtags.length === 0) return <Prose text="" />;
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-wrap gap-2">
        {hashtags.map((hashtag) => (
          <li key={hashtag}>
            <Badge tone={disclosureOf([hashtag]) ? "accent" : "neutral"} className="text-sm">
              {hashtag}
            </Badge>
          </li>
        ))}
      </ul>
      <CopyButton
        value={hashtags.join(" ")}
        label={t("brief.copyHashtags")}
        copiedLabel={t("brief.copied")}
        size="sm"
        className="w-fit"
      />
      {tag ? (
        <Alert tone="info" title={t("brief.disclosureTitle", { tag })}>
          {t("brief.disclosureText", { tag })}
        </Alert>
      ) : null}
    </div>
  );
}
