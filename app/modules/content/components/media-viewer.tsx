import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Photo } from "~/ui/photo";
import { type DraftPicture, draftPicturePath, draftPictureSources } from "../draft-media";

const ZOOMS = [100, 200, 300];

/** Looks at a draft's pictures closely: arrows change them, plus and minus zoom; dragging the scroll bars pans. */
export function MediaViewer({ pictures }: { pictures: DraftPicture[] }) {
  const { t } = useTranslation("content");
  const [index, setIndex] = useState(0);
  const [zoom, setZoom] = useState(0);
  const total = pictures.length;
  const picture = pictures[Math.min(index, total - 1)];
  if (!picture) return null;

  function show(next: number) {
    setIndex((next + total) % total);
    setZoom(0);
  }
  const zoomBy = (steps: number) => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + steps)));
  /** @returns whether the key meant something here. Zoomed in, the arrows pan as everywhere. */
  function onKey(key: string): boolean {
    if (key === "+" || key === "=") zoomBy(1);
    else if (key === "-") zoomBy(-1);
    else if (key === "ArrowRight" && zoom === 0) show(index + 1);
    else if (key === "ArrowLeft" && zoom === 0) show(index - 1);
    else return false;
    return true;
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (onKey(event.key)) event.preventDefault();
  }

  const current = Math.min(index, total - 1) + 1;
  return (
    <section
      aria-label={t("viewer.label", { current, total })}
      onKeyDown={onKeyDown}
      className="overflow-hidden rounded-card border border-line bg-surface-sunken"
    >
      <Stage picture={picture} zoom={ZOOMS[zoom] ?? 100} alt={t("viewer.alt", { number: current, total })} />
      <div className="flex items-center justify-between gap-2 border-line border-t bg-surface px-2 py-1.5">
        <div className="flex items-center">
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("viewer.previous")}
            disabled={total === 1}
            onClick={() => show(index - 1)}
          >
            <ChevronLeft aria-hidden="true" />
          </Button>
          <span aria-live="polite" className="tabular min-w-14 text-center font-semibold text-sm">
            {t("viewer.position", { current, total })}
          </span>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("viewer.next")}
            disabled={total === 1}
            onClick={() => show(index + 1)}
          >
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
        <p className="hidden text-ink-muted text-xs lg:block">{t("viewer.hint")}</p>
        <div className="flex items-center">
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("viewer.zoomOut")}
            aria-disabled={zoom === 0 || undefined}
            onClick={() => zoomBy(-1)}
          >
            <ZoomOut aria-hidden="true" />
          </Button>
          <span aria-live="polite" className="tabular min-w-11 text-center text-ink-muted text-sm">
            {ZOOMS[zoom]}%
          </span>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("viewer.zoomIn")}
            aria-disabled={zoom === ZOOMS.length - 1 || undefined}
            onClick={() => zoomBy(1)}
          >
            <ZoomIn aria-hidden="true" />
          </Button>
        </div>
      </div>
      {total > 1 ? <Thumbs pictures={pictures} current={current} onShow={show} /> : null}
    </section>
  );
}

function Stage({ picture, zoom, alt }: { picture: DraftPicture; zoom: number; alt: string }) {
  const sources = draftPictureSources(picture);
  const stage = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new zoom or picture is what moves the middle into sight
  useEffect(() => {
    const box = stage.current;
    box?.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2);
  }, [zoom, picture.id]);
  return (
    // Focusable, so that a zoomed picture can be panned by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section ref={stage} aria-label={alt} tabIndex={0} className="h-[min(70vh,40rem)] overflow-auto">
      <picture key={picture.id} className="block h-full">
        <source type="image/avif" srcSet={sources.avif} sizes="100vw" />
        <source type="image/webp" srcSet={sources.webp} sizes="100vw" />
        <img
          src={sources.fallback}
          alt={alt}
          width={sources.width}
          height={sources.height}
          style={{ width: `${zoom}%`, height: `${zoom}%` }}
          className="max-w-none object-contain"
        />
      </picture>
    </section>
  );
}

type ThumbsProps = { pictures: DraftPicture[]; current: number; onShow: (index: number) => void };

/** Links to the pictures themselves, so that they can be seen without JavaScript too. */
function Thumbs({ pictures, current, onShow }: ThumbsProps) {
  const { t } = useTranslation("content");
  return (
    <ul className="flex gap-2 overflow-x-auto border-line border-t bg-surface p-2.5">
      {pictures.map((picture, index) => (
        <li key={picture.id} className="shrink-0">
          <a
            href={draftPicturePath(picture.id, picture.widths.at(-1) ?? picture.width, "jpg")}
            aria-label={t("viewer.show", { number: index + 1 })}
            aria-current={index + 1 === current ? "true" : undefined}
            onClick={(event) => {
              event.preventDefault();
              onShow(index);
            }}
            className="block size-16 overflow-hidden rounded-control opacity-70 ring-line transition-opacity hover:opacity-100 aria-[current=true]:opacity-100 aria-[current=true]:ring-3 aria-[current=true]:ring-brand"
          >
            <Photo
              sources={draftPictureSources(picture)}
              alt=""
              sizes="4rem"
              ratio="1/1"
              placeholderColor={picture.colour}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
