import { useId } from "react";
import { cn } from "~/ui/cn";

/** One petal of the kawung (a lens from the centre towards the upper left) on the mark's 48 by 48 grid. */
const petal = "M22.4 22.4C12.2 23.2 4.2 16.6 4.2 4.2 16.6 4.2 23.2 12.2 22.4 22.4Z";

/**
 * The mark: a kawung flower, the oldest of the court batiks, whose fourth petal has become an echo.
 * Petals take the text colour, the arcs the accent.
 */
export function Mark({ className, title }: { className?: string; title?: string }) {
  return (
    <svg
      viewBox="0 0 48 48"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      className={cn("size-9 shrink-0", className)}
      fill="none"
    >
      <g fill="currentColor">
        <path d={petal} />
        <path d={petal} transform="matrix(1 0 0 -1 0 48)" />
        <path d={petal} transform="rotate(180 24 24)" />
      </g>
      <g stroke="var(--mark-echo, var(--accent))" strokeWidth="3.7" strokeLinecap="round">
        <path d="M27.9 15.2a8.6 8.6 0 0 1 4.9 4.9" />
        <path d="M27.9 9.1a14.6 14.6 0 0 1 11 11" />
        <path d="M27.9 3.2a20.6 20.6 0 0 1 16.9 16.9" />
      </g>
    </svg>
  );
}

/** Mark and name. `onField` is for the dyed indigo, in both themes. */
export function Logo({ className, onField = false }: { className?: string; onField?: boolean }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-2.5 font-extrabold text-[1.45rem] leading-none tracking-[-0.045em]",
        onField ? "text-on-field [--mark-echo:var(--field-accent)]" : "text-ink [&>svg]:text-brand-ink",
        className,
      )}
    >
      <Mark />
      <span>Gaung</span>
    </span>
  );
}

export type PatternName = "kawung" | "parang" | "echo";

/** A drawn batik ground that fills its (relative) parent in the text colour; set the opacity from outside. */
export function Pattern({ name, className }: { name: PatternName; className?: string }) {
  const id = useId().replaceAll(":", "");
  const place = cn("pointer-events-none absolute inset-0 size-full", className);
  if (name === "echo") return <EchoRings className={place} />;
  const Tile = name === "kawung" ? KawungTile : ParangTile;
  return (
    <svg aria-hidden="true" className={place}>
      <defs>
        <Tile id={id} />
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

const quarterTurns = [0, 90, 180, 270];

/** Petals in fours with their seeds and stitches, and a small cross where four flowers meet. */
function KawungTile({ id }: { id: string }) {
  return (
    <pattern id={id} width="64" height="64" patternUnits="userSpaceOnUse">
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        {quarterTurns.map((turn) => (
          <g key={turn} transform={`rotate(${turn} 32 32)`}>
            <path d="M30 30C16.5 31 3 20.5 2.5 2.5 20.5 3 31 16.5 30 30Z" />
            <path d="M22 22C16.5 21 11.5 16.5 10.5 10.5 16.5 11.5 21 16.5 22 22Z" strokeWidth="1" />
            <circle cx="14.6" cy="14.6" r="1.2" fill="currentColor" stroke="none" />
            <circle cx="18.6" cy="18.6" r="1.2" fill="currentColor" stroke="none" />
            <circle cx="32" cy="20" r="1.1" fill="currentColor" stroke="none" />
          </g>
        ))}
        <path d="M32 4.5v-4.5M32 64v-4.5M0 32h4.5M59.5 32H64" strokeWidth="1.2" />
        <circle cx="32" cy="32" r="1.7" fill="currentColor" stroke="none" />
      </g>
    </pattern>
  );
}

/** The broken blade: slanting rows of S-shaped waves, parted by a row of small diamonds. */
function ParangTile({ id }: { id: string }) {
  return (
    <pattern id={id} width="30" height="64" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
        <path d="M0 8C12 8 20 14 20 24S13 38 13 44 20 54 30 54" />
        <path d="M-30 8C-18 8-10 14-10 24S-17 38-17 44-10 54 0 54" />
        <path d="M30 8C42 8 50 14 50 24" />
        <path d="M5 14C12 15 15 19 15 25S8 37 8 44" strokeWidth="1" />
        <path d="M25 18c2 6 0 12-3 17" strokeWidth="1" />
        <path d="M15 58l3.5 3-3.5 3-3.5-3zM15-6l3.5 3L15 0l-3.5-3z" />
        <path d="M0 58l2 3-2 3-2-3zM30 58l2 3-2 3-2-3z" strokeWidth="1" />
      </g>
    </pattern>
  );
}

const rings = [60, 110, 160, 215, 275, 340, 410, 485];

/** Sound going out from the lower left corner, each ring fainter than the last. */
function EchoRings({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 480 360" preserveAspectRatio="xMaxYMid slice" className={className}>
      <g fill="none" stroke="currentColor" strokeWidth="2">
        {rings.map((radius, index) => (
          <circle key={radius} cx="330" cy="190" r={radius} opacity={1 - index * 0.11} />
        ))}
      </g>
    </svg>
  );
}

/** The tumpal, the row of spearheads that ends a sarong: an edge between two cloths. Takes the text colour. */
export function Tumpal({ className, flip = false }: { className?: string; flip?: boolean }) {
  const id = useId().replaceAll(":", "");
  return (
    <svg aria-hidden="true" className={cn("block h-4 w-full", flip && "rotate-180", className)}>
      <defs>
        <pattern id={id} width="20" height="16" patternUnits="userSpaceOnUse">
          <path d="M0 16 10 0l10 16z" fill="currentColor" />
        </pattern>
      </defs>
      <rect width="100%" height="16" fill={`url(#${id})`} />
    </svg>
  );
}
