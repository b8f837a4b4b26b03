import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { photoSources } from "~/kernel/picture";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { useHydrated } from "~/ui/use-hydrated";
import type { CardPhoto } from "../queries/product-card.server";

interface ProductGalleryProps {
  name: string;
  photos: CardPhoto[];
}

/**
 * A product's photos, one at a time in a strip that a finger moves. The small ones below jump to one; without
 * JavaScript the strip is moved by hand or by keyboard.
 */
export function ProductGallery({ name, photos }: ProductGalleryProps) {
  const { t } = useTranslation("products");
  const strip = useRef<HTMLUListElement>(null);
  const hydrated = useHydrated();
  if (photos.length === 0) {
    return <PhotoPlaceholder ratio="1/1" label={t("page.noPhoto", { name })} className="rounded-card" />;
  }
  const show = (index: number) => {
    const item = strip.current?.children[index];
    if (item instanceof HTMLElement) strip.current?.scrollTo({ left: item.offsetLeft, behavior: "smooth" });
  };
  return (
    <div className="flex flex-col gap-3">
      <ul
        ref={strip}
        aria-label={t("page.photos", { name })}
        // Scrolled by keyboard where there is more than one.
        tabIndex={photos.length > 1 ? 0 : undefined}
        className="-mx-4 relative flex snap-x snap-mandatory overflow-x-auto [scrollbar-width:none] sm:mx-0 sm:rounded-card [&::-webkit-scrollbar]:hidden"
      >
        {photos.map((photo, index) => (
          <li key={photo.storageKey} className="w-full shrink-0 snap-center">
            <Photo
              sources={photoSources(photo)}
              alt={photo.alt || t("page.photo", { number: index + 1, count: photos.length })}
              sizes="(min-width: 64rem) 38rem, 100vw"
              ratio="1/1"
              placeholderColor={photo.colour}
              priority={index === 0}
            />
          </li>
        ))}
      </ul>
      {hydrated && photos.length > 1 ? (
        <div className="flex gap-2 overflow-x-auto pb-1">
          {photos.map((photo, index) => (
            <button
              key={photo.storageKey}
              type="button"
              onClick={() => show(index)}
              aria-label={t("page.photo", { number: index + 1, count: photos.length })}
              className="w-18 shrink-0 overflow-hidden rounded-control border border-line hover:border-brand"
            >
              <Photo
                sources={photoSources(photo)}
                alt=""
                sizes="4.5rem"
                ratio="1/1"
                placeholderColor={photo.colour}
              />
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
