import { useState } from "react";
import { Pattern } from "~/ui/brand";
import { cn } from "~/ui/cn";

export interface PhotoSources {
  /** `srcset` of AVIF, of WebP, and one plain address. */
  avif: string;
  webp: string;
  fallback: string;
  width: number;
  height: number;
}

export interface PhotoProps {
  sources: PhotoSources;
  alt: string;
  /** How wide it is shown, as in HTML: "(min-width: 64rem) 20rem, 100vw". */
  sizes: string;
  /** Width by height, such as "4/3"; without it the picture's own. */
  ratio?: string;
  /** The picture's mean colour, shown until it is there. */
  placeholderColor?: string | null;
  /** The first picture of the page: loaded at once. */
  priority?: boolean;
  className?: string;
}

/** A photograph in the smallest form that the browser reads, without shifting the page when it arrives. */
export function Photo({
  sources,
  alt,
  sizes,
  ratio,
  placeholderColor,
  priority = false,
  className,
}: PhotoProps) {
  const [failed, setFailed] = useState(false);
  if (failed)
    return (
      <PhotoPlaceholder {...(ratio ? { ratio } : {})} {...(className ? { className } : {})} label={alt} />
    );
  // React 18 knows this attribute only in lower case.
  const priorityProps = priority ? { fetchpriority: "high" } : {};
  return (
    <picture
      className={cn("block overflow-hidden bg-surface-sunken", className)}
      style={{
        aspectRatio: ratio ?? `${sources.width}/${sources.height}`,
        backgroundColor: placeholderColor ?? undefined,
      }}
    >
      <source type="image/avif" srcSet={sources.avif} sizes={sizes} />
      <source type="image/webp" srcSet={sources.webp} sizes={sizes} />
      <img
        src={sources.fallback}
        alt={alt}
        width={sources.width}
        height={sources.height}
        loading={priority ? "eager" : "lazy"}
        decoding="async"
        {...priorityProps}
        onError={() => setFailed(true)}
        className="size-full object-cover"
      />
    </picture>
  );
}

/** Where a photograph is missing: a piece of cloth instead of a grey box. */
export function PhotoPlaceholder({
  ratio = "4/3",
  label,
  className,
}: {
  ratio?: string;
  label?: string;
  className?: string;
}) {
  return (
    <div
      style={{ aspectRatio: ratio }}
      className={cn("relative isolate overflow-hidden bg-accent-soft text-accent-ink", className)}
    >
      <Pattern name="kawung" className="-z-10 opacity-35" />
      {label ? <span className="sr-only">{label}</span> : null}
    </div>
  );
}
