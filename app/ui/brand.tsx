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

/** The broken blade: slanting rows of S-shaped blades, parted by a row of small diamonds between two lines. */
function ParangTile({ id }: { id: string }) {
  return (
    <pattern id={id} width="16" height="52" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <g fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round">
        {[-16, 0, 16].map((shift) => (
          <g key={shift} transform={`translate(${shift} 0)`}>
            <path d="M1 37C1 24-2 18 6 12S13 5 15 1C15 14 18 20 10 26S3 33 1 37Z" />
            <path d="M4.5 28.5C8 24 11.5 14 11.5 9.5" strokeWidth="1" />
          </g>
        ))}
        <path d="M0 39.5H16M0 50.5H16" strokeWidth="1" />
        <path d="M8 41.5l4 3.5-4 3.5-4-3.5z" />
        <circle cx="0" cy="45" r="1" fill="currentColor" stroke="none" />
        <circle cx="16" cy="45" r="1" fill="currentColor" stroke="none" />
      </g>
    </pattern>
  );
}

/** Radius and dash of each ring; a dash of almost nothing with round ends draws the dots that fill batik. */
const rings = [
  { radius: 62, dash: undefined },
  { radius: 78, dash: "0.1 9.6" },
  { radius: 106, dash: undefined },
  { radius: 126, dash: "0.1 10.6" },
  { radius: 158, dash: undefined },
  { radius: 182, dash: "0.1 11.6" },
  { radius: 218, dash: undefined },
  { radius: 246, dash: "0.1 12.6" },
  { radius: 286, dash: undefined },
  { radius: 318, dash: "0.1 13.6" },
  { radius: 362, dash: undefined },
  { radius: 398, dash: "0.1 14.6" },
  { radius: 446, dash: undefined },
  { radius: 486, dash: "0.1 15.6" },
];

/** Two petals, one inside the other, from the middle outwards. */
const largePetal = "M0-8C15-18 17-38 0-52-17-38-15-18 0-8Z";
const smallPetal = "M0-18C7-23 8-33 0-42-8-33-7-23 0-18Z";

/** A kawung flower whose sound goes out in rings, each fainter than the last. It stands to the right. */
function EchoRings({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 800 400" preserveAspectRatio="xMaxYMid slice" className={className}>
      <g transform="translate(700 262)" fill="none" stroke="currentColor" strokeLinecap="round">
        {[45, 135, 225, 315].map((turn) => (
          <g key={turn} transform={`rotate(${turn})`} strokeWidth="1.7">
            <path d={largePetal} />
            <path d={smallPetal} fill="currentColor" fillOpacity="0.35" strokeWidth="1.2" />
            <path d="M0-58V-60M41-41" strokeWidth="3" />
          </g>
        ))}
        <circle r="2.6" fill="currentColor" stroke="none" />
        {rings.map(({ radius, dash }, index) => (
          <circle
            key={radius}
            r={radius}
            strokeWidth={dash ? 2.8 : 1.3}
            strokeDasharray={dash}
            opacity={Math.max(0.12, 1 - index * 0.068)}
          />
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
