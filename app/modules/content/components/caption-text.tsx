import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { captionParts, diffCaptions, isDisclosure } from "../caption";

const frame = "whitespace-pre-wrap break-words leading-relaxed";

/** A caption as it will stand, with its hashtags and the disclosure marked. */
export function CaptionText({ caption, className }: { caption: string; className?: string }) {
  return (
    <p className={cn(frame, className)}>
      {captionParts(caption).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
        <Fragment key={index}>
          {part.kind === "text" ? (
            part.text
          ) : (
            <span
              className={cn(
                "rounded-sm px-0.5 font-semibold",
                part.kind === "mention" && "text-brand-ink",
                part.kind === "hashtag" && "bg-brand-soft text-brand-ink",
                isDisclosure(part.text) && "bg-success-soft text-success-ink ring-1 ring-success/50",
              )}
            >
              {part.text}
            </span>
          )}
        </Fragment>
      ))}
    </p>
  );
}

/** What changed between two captions; read aloud it says "removed" and "added". */
export function CaptionChanges({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation("content");
  return (
    <p className={frame}>
      {diffCaptions(before, after).map((part, index) => {
        const key = `${index}${part.kind}`;
        if (part.kind === "same") return <span key={key}>{part.text}</span>;
        const Element = part.kind === "added" ? "ins" : "del";
        return (
          <Element
            key={key}
            className={cn(
              "rounded-sm px-0.5",
              part.kind === "added" ? "bg-success-soft text-success-ink" : "bg-danger-soft text-danger-ink",
            )}
          >
            <span className="sr-only">{t(`review.${part.kind}`)}: </span>
            {part.text}
          </Element>
        );
      })}
    </p>
  );
}
