import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { DASH, useFormat } from "~/ui/format";
import { indonesiaPath, mapView, neighboursPath } from "~/ui/map-data/indonesia";

export interface MapPoint {
  id: string;
  label: string;
  lat: number;
  lon: number;
  /** null where nothing was measured: a hollow dot. */
  value: number | null;
  href?: string;
}

export interface IndonesiaMapProps {
  points: MapPoint[];
  /** What the size of a bubble means. */
  valueLabel: string;
  valueFormat?: (value: number) => string;
  title?: string;
  /** How many lines the list shows before the rest folds away. */
  listLimit?: number;
  className?: string;
}

const LARGEST_RADIUS = 30;

/** Where a point lies on the drawing. Longitude and latitude in degrees. */
export function projectPoint(lon: number, lat: number): { x: number; y: number } {
  return { x: (lon - mapView.west) * mapView.scale, y: (mapView.north - lat) * mapView.scale };
}

/** The radius of a bubble: its area grows with the value. */
export function bubbleRadius(value: number | null, most: number): number {
  if (value === null || value <= 0 || most <= 0) return 3.5;
  return Math.max(4.5, Math.sqrt(value / most) * LARGEST_RADIUS);
}

/** A bubble for each place, and the same figures as a list. Drawn by the server. */
export function IndonesiaMap({
  points,
  valueLabel,
  valueFormat,
  title,
  listLimit = 6,
  className,
}: IndonesiaMapProps) {
  const { t } = useTranslation("ui");
  const { number } = useFormat();
  const write = (value: number | null) => (value === null ? DASH : (valueFormat ?? number)(value));
  const most = Math.max(0, ...points.map((point) => point.value ?? 0));
  const sorted = [...points].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return (
    <div className={cn("grid gap-5 xl:grid-cols-[minmax(0,1fr)_17rem]", className)}>
      <figure className="min-w-0 self-start overflow-hidden rounded-card bg-map-water">
        <svg
          viewBox={`0 0 ${mapView.width} ${mapView.height}`}
          role="img"
          aria-label={t("map.label", { title: title ?? valueLabel })}
          className="block h-auto w-full"
        >
          <path d={neighboursPath} className="fill-map-other" />
          <path d={indonesiaPath} className="fill-map-land stroke-surface" strokeWidth="0.8" />
          {sorted.map((point) => (
            <Bubble key={point.id} point={point} most={most} text={`${point.label}: ${write(point.value)}`} />
          ))}
        </svg>
        <figcaption className="px-4 pb-3 text-ink-muted text-xs">
          {t("map.caption", { value: valueLabel })}
        </figcaption>
      </figure>
      <PointList points={sorted} write={write} limit={listLimit} valueLabel={valueLabel} />
    </div>
  );
}

function Bubble({ point, most, text }: { point: MapPoint; most: number; text: string }) {
  const { x, y } = projectPoint(point.lon, point.lat);
  const hollow = point.value === null || point.value <= 0;
  return (
    <circle
      cx={x}
      cy={y}
      r={bubbleRadius(point.value, most)}
      className={cn(
        hollow
          ? "fill-surface stroke-ink-subtle"
          : "fill-chart-1/55 stroke-chart-1 transition-colors hover:fill-chart-2/80",
      )}
      strokeWidth="1.6"
    >
      <title>{text}</title>
    </circle>
  );
}

interface ListProps {
  points: MapPoint[];
  write: (value: number | null) => string;
  limit: number;
  valueLabel: string;
}

function PointList({ points, write, limit, valueLabel }: ListProps) {
  const { t } = useTranslation("ui");
  const lines = (some: MapPoint[]): ReactNode =>
    some.map((point) => (
      <li
        key={point.id}
        className="flex items-baseline justify-between gap-3 border-line border-b py-2 last:border-b-0"
      >
        {point.href ? (
          <Link
            to={point.href}
            className="min-w-0 font-medium text-brand-ink underline-offset-4 hover:underline"
          >
            {point.label}
          </Link>
        ) : (
          <span className="min-w-0 font-medium">{point.label}</span>
        )}
        <span className="tabular shrink-0 font-semibold">{write(point.value)}</span>
      </li>
    ));
  const rest = points.slice(limit);
  return (
    <div className="text-sm">
      <p className="mb-1 text-ink-muted text-xs">{valueLabel}</p>
      <ol>{lines(points.slice(0, limit))}</ol>
      {rest.length > 0 ? (
        <details>
          <summary className="flex min-h-11 items-center font-semibold text-brand-ink">
            {t("map.more", { count: rest.length })}
          </summary>
          <ol className="max-h-72 overflow-y-auto">{lines(rest)}</ol>
        </details>
      ) : null}
    </div>
  );
}
