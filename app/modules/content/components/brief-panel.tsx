import { CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { cn } from "~/ui/cn";
import { isDisclosure } from "../caption";
import type { DeliverableDetail } from "../queries/deliverable-detail.server";

/** The id of the panel, for links to it where it stands further down. */
export const BRIEF_ANCHOR = "brief";

/** What the accepted revision of the brief asks of this piece. */
export function BriefPanel({ brief }: { brief: DeliverableDetail["brief"] }) {
  const { t } = useTranslation("content");
  return (
    <Card as="section" id={BRIEF_ANCHOR} className="scroll-mt-6">
      <CardHeader title={t("brief.title")} description={t("brief.revision", { number: brief.revision })} />
      <CardBody className="flex flex-col gap-5 text-sm">
        {brief.note ? (
          <Part title={t("brief.note")}>
            <p className="whitespace-pre-wrap">{brief.note}</p>
          </Part>
        ) : null}
        <Part title={t("brief.message")}>
          <p className="whitespace-pre-wrap">{brief.message}</p>
        </Part>
        <Points title={t("brief.dos")} points={brief.dos} kind="do" />
        <Points title={t("brief.donts")} points={brief.donts} kind="dont" />
        <Part title={t("brief.hashtags")}>
          <ul className="flex flex-wrap gap-1.5">
            {brief.hashtags.map((tag) => (
              <li
                key={tag}
                className={cn(
                  "rounded-full bg-brand-soft px-2.5 py-0.5 font-medium text-brand-ink",
                  isDisclosure(tag) && "bg-success-soft text-success-ink",
                )}
              >
                {tag}
              </li>
            ))}
          </ul>
        </Part>
      </CardBody>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 font-semibold text-ink-muted text-xs">{title}</h3>
      {children}
    </div>
  );
}

function Points({ title, points, kind }: { title: string; points: string[]; kind: "do" | "dont" }) {
  if (points.length === 0) return null;
  const Icon = kind === "do" ? CircleCheck : CircleX;
  return (
    <Part title={title}>
      <ul className="flex flex-col gap-1.5">
        {points.map((point) => (
          <li key={point} className="flex gap-2">
            <Icon
              aria-hidden="true"
              className={cn("mt-0.5 size-4 shrink-0", kind === "do" ? "text-success" : "text-danger")}
            />
            <span className="min-w-0">{point}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
