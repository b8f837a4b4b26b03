import { BadgeCheck, Hash, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DISCLOSURE_TAGS } from "~/modules/campaigns/brief.schemas";
import { cn } from "~/ui/cn";
import { checkCaption } from "../caption";

type CaptionCheckProps = {
  caption: string;
  /** Hashtags that the brief asks for. */
  hashtags: readonly string[];
  reader: "influencer" | "officer";
};

/** What the machine sees in a caption: a hint to both sides, the verdict is the officer's. */
export function CaptionCheck({ caption, hashtags, reader }: CaptionCheckProps) {
  const { t } = useTranslation("content");
  const { disclosure, missing } = checkCaption(caption, hashtags);
  const tags = DISCLOSURE_TAGS.join(", ");
  return (
    <ul aria-live="polite" className="flex flex-col gap-2 text-sm">
      {disclosure ? (
        <Line good icon={<BadgeCheck />}>
          {t("disclosure.presentTitle", { tag: disclosure })}
        </Line>
      ) : (
        <Line icon={<TriangleAlert />}>
          <span className="block font-semibold">{t("disclosure.missingTitle")}</span>
          {t(reader === "officer" ? "disclosure.missingForOfficer" : "disclosure.missingText", { tags })}
        </Line>
      )}
      <Line good={missing.length === 0} icon={<Hash />}>
        {missing.length === 0
          ? t("disclosure.hashtagsComplete")
          : t("disclosure.hashtagsMissing", { tags: missing.join(" ") })}
      </Line>
    </ul>
  );
}

function Line({ good = false, icon, children }: { good?: boolean; icon: ReactNode; children: ReactNode }) {
  return (
    <li
      className={cn(
        "flex gap-2.5 rounded-control px-3 py-2.5 [&_svg]:mt-0.5 [&_svg]:size-4.5 [&_svg]:shrink-0",
        good ? "bg-success-soft text-success-ink" : "bg-warning-soft text-warning-ink",
      )}
    >
      <span aria-hidden="true">{icon}</span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}
