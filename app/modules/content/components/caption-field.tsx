import { Check, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DISCLOSURE_TAGS } from "~/modules/campaigns/brief.schemas";
import type { Platform } from "~/modules/creators/platforms";
import { cn } from "~/ui/cn";
import { type BoundMeta, controlProps, errorsOf, Field, textOf } from "~/ui/field-frame";
import { useFormat } from "~/ui/format";
import { TextArea } from "~/ui/input";
import { useHydrated } from "~/ui/use-hydrated";
import { hashtagsIn, isDisclosure, USUAL_CAPTION_LIMIT, withHashtag } from "../caption";
import { PLATFORM_NAMES } from "../platform-names";
import { CaptionCheck } from "./caption-check";

type CaptionFieldProps = { meta: BoundMeta; platform: Platform; hashtags: string[] };

/** The caption with its length, buttons that put the brief's hashtags in, and the check of the disclosure. */
export function CaptionField({ meta, platform, hashtags }: CaptionFieldProps) {
  const { t } = useTranslation("content");
  const hydrated = useHydrated();
  const initial = textOf(meta.initialValue) ?? "";
  const [caption, setCaption] = useState(initial);
  const area = useRef<HTMLTextAreaElement>(null);

  function add(tag: string) {
    const field = area.current;
    if (!field) return;
    field.value = withHashtag(field.value, tag);
    setCaption(field.value);
    // Conform listens for the native event of the field.
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  return (
    <div className="flex flex-col gap-3">
      <Field
        id={meta.id}
        label={t("draft.caption")}
        hint={t("draft.captionHint")}
        errors={errorsOf(meta.errors)}
        errorId={meta.errorId}
        descriptionId={meta.descriptionId}
      >
        <TextArea
          key={meta.key}
          ref={area}
          {...controlProps(meta, t("draft.captionHint"))}
          defaultValue={initial}
          rows={8}
          onInput={(event) => setCaption(event.currentTarget.value)}
        />
        <Counter length={caption.length} platform={platform} />
      </Field>
      {hydrated ? <HashtagButtons caption={caption} hashtags={hashtags} onAdd={add} /> : null}
      <CaptionCheck caption={caption} hashtags={hashtags} reader="influencer" />
    </div>
  );
}

function Counter({ length, platform }: { length: number; platform: Platform }) {
  const { t } = useTranslation("content");
  const { number } = useFormat();
  const limit = USUAL_CAPTION_LIMIT[platform];
  const over = length > limit;
  return (
    <p
      className={cn("tabular text-right text-xs", over ? "font-semibold text-warning-ink" : "text-ink-muted")}
    >
      {over ? `${t("draft.overLimit", { platform: PLATFORM_NAMES[platform], max: number(limit) })} ` : null}
      {t("draft.counter", { used: number(length), max: number(limit) })}
    </p>
  );
}

type HashtagButtonsProps = { caption: string; hashtags: string[]; onAdd: (tag: string) => void };

function HashtagButtons({ caption, hashtags, onAdd }: HashtagButtonsProps) {
  const { t } = useTranslation("content");
  const present = new Set(hashtagsIn(caption).map((tag) => tag.toLowerCase()));
  const disclosed = [...present].some(isDisclosure);
  const offered = hashtags.some(isDisclosure) ? hashtags : [DISCLOSURE_TAGS[0], ...hashtags];
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-2 font-semibold text-sm">{t("draft.addHashtag")}</legend>
      {offered.map((tag) => {
        const there = present.has(tag.toLowerCase());
        const needed = isDisclosure(tag) && !disclosed;
        return (
          <button
            key={tag}
            type="button"
            aria-disabled={there || undefined}
            onClick={() => onAdd(tag)}
            className={cn(
              "inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3.5 font-medium text-sm transition-colors",
              there && "border-transparent bg-success-soft text-success-ink",
              !there && "border-line-strong bg-surface text-ink hover:border-brand hover:bg-brand-soft",
              needed && "border-warning bg-warning-soft text-warning-ink",
            )}
          >
            {there ? (
              <Check aria-hidden="true" className="size-4" />
            ) : (
              <Plus aria-hidden="true" className="size-4" />
            )}
            {tag}
            {there ? <span className="sr-only"> ({t("draft.hashtagAdded")})</span> : null}
          </button>
        );
      })}
    </fieldset>
  );
}
