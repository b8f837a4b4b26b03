import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { DASH, useFormat } from "~/ui/format";

export interface FunnelStep {
  label: string;
  /** null where it was not measured. */
  value: number | null;
}

/** Steps that fewer and fewer reach, each with its share of the step before. Drawn by the server. */
export function FunnelChart({
  steps,
  valueFormat,
}: {
  steps: FunnelStep[];
  valueFormat?: (value: number) => string;
}) {
  const { t } = useTranslation("ui");
  const { number, percent } = useFormat();
  const write = valueFormat ?? ((value: number) => number(value));
  const most = Math.max(1, ...steps.map((step) => step.value ?? 0));
  return (
    <ol className="flex flex-col gap-3.5">
      {steps.map((step, index) => {
        const before = steps[index - 1]?.value;
        const share = before && step.value !== null ? step.value / before : null;
        return (
          <li key={step.label}>
            <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
              <span className="font-medium">{step.label}</span>
              <span className="tabular">
                <span className="font-bold">{step.value === null ? DASH : write(step.value)}</span>
                {share === null ? null : (
                  <span className="ml-2 text-ink-muted text-xs">
                    {t("chart.ofBefore", { share: percent(share) })}
                  </span>
                )}
              </span>
            </div>
            <div className="h-7 rounded-md bg-surface-sunken">
              {step.value === null ? null : (
                <div
                  className="h-full min-w-1 rounded-md bg-chart-1"
                  style={{
                    width: `${(step.value / most) * 100}%`,
                    opacity: 1 - (index / steps.length) * 0.55,
                  }}
                />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** A tiny line beside a figure: the shape only, so it is hidden from screen readers. Drawn by the server. */
export function Sparkline({ values, className }: { values: (number | null)[]; className?: string }) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const points = values.flatMap((value, index) =>
    value === null
      ? []
      : [
          `${((index / (values.length - 1)) * 100).toFixed(1)},${(26 - ((value - low) / span) * 22).toFixed(1)}`,
        ],
  );
  return (
    <svg
      viewBox="0 0 100 28"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={cn("h-7 w-24 text-chart-1", className)}
    >
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
