import { ArrowDownRight, ArrowUpRight, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { DASH, useFormat } from "~/ui/format";

export interface StatDelta {
  /** Change as a ratio: 0.12 is 12% more than before. null where there was nothing to compare with. */
  ratio: number | null;
  /** What it is compared with: "28 hari sebelumnya". */
  label?: string;
  /** Set to false where more is worse. */
  moreIsBetter?: boolean;
}

export interface StatProps {
  label: ReactNode;
  /** Formatted already. null or undefined is shown as a dash: missing is not zero. */
  value: ReactNode;
  hint?: ReactNode;
  delta?: StatDelta | undefined;
  /** Where the figure comes from: "diukur", "diimpor", "dinyatakan". */
  source?: string;
  icon?: ReactNode;
  emphasis?: boolean;
  className?: string;
}

/** One figure with its name, its source and how it moved. */
export function Stat({ label, value, hint, delta, source, icon, emphasis = false, className }: StatProps) {
  const { t } = useTranslation("ui");
  const missing = value === null || value === undefined || value === DASH;
  return (
    <div className={cn("@container flex min-w-0 flex-col gap-1 px-4 py-4 sm:px-5", className)}>
      <dt className="flex items-center gap-1.5 text-ink-muted text-sm [&_svg]:size-4">
        {icon}
        {label}
      </dt>
      <dd className="flex flex-col gap-1.5">
        <span
          className={cn(
            "tabular whitespace-nowrap font-extrabold text-figure leading-tight tracking-[-0.025em]",
            emphasis && "text-brand-ink",
            missing && "font-medium text-ink-subtle",
          )}
          style={typeof value === "string" ? { fontSize: fittingSize(value) } : undefined}
        >
          {missing ? (
            <>
              <span aria-hidden="true">{DASH}</span>
              <span className="sr-only">{t("stat.missing")}</span>
            </>
          ) : (
            value
          )}
        </span>
        {delta ? <Delta {...delta} /> : null}
        {hint ? <span className="text-ink-muted text-xs">{hint}</span> : null}
        {source ? <span className="text-ink-subtle text-xs">{t("stat.source", { source })}</span> : null}
      </dd>
    </div>
  );
}

/** The usual size, or smaller where that would not fit into the cell: an amount in rupiah must never break. */
function fittingSize(text: string): string {
  const widthInEms = Math.max(1, text.length) * 0.6;
  return `min(var(--text-figure), calc(100cqi / ${widthInEms.toFixed(1)}))`;
}

function Delta({ ratio, label, moreIsBetter = true }: StatDelta) {
  const { t } = useTranslation("ui");
  const { percent } = useFormat();
  if (ratio === null) return <span className="text-ink-subtle text-xs">{t("stat.noComparison")}</span>;
  const good = ratio === 0 ? null : ratio > 0 === moreIsBetter;
  const Icon = ratio === 0 ? Minus : ratio > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 text-xs">
      <span
        className={cn(
          "tabular inline-flex items-center gap-0.5 font-semibold [&_svg]:size-3.5",
          good === null ? "text-ink-muted" : good ? "text-success-ink" : "text-danger-ink",
        )}
      >
        <Icon aria-hidden="true" />
        {ratio > 0 ? "+" : ""}
        {percent(ratio, 0)}
      </span>
      {label ? <span className="text-ink-muted">{label}</span> : null}
    </span>
  );
}

/** Figures side by side on one cloth, parted by lines; two in a row on the phone. */
export function StatGroup({
  children,
  columns = 4,
  className,
}: {
  children: ReactNode;
  columns?: 2 | 3 | 4 | 5;
  className?: string;
}) {
  const wide = { 2: "lg:grid-cols-2", 3: "lg:grid-cols-3", 4: "lg:grid-cols-4", 5: "lg:grid-cols-5" }[
    columns
  ];
  return (
    <dl
      className={cn(
        "grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card [&>*]:bg-surface",
        "[&>*:last-child:nth-child(odd)]:col-span-2 lg:[&>*:last-child:nth-child(odd)]:col-span-1",
        wide,
        className,
      )}
    >
      {children}
    </dl>
  );
}
