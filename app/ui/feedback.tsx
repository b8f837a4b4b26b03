import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Pattern } from "~/ui/brand";
import { PendingArcs } from "~/ui/button";
import { cn } from "~/ui/cn";

export { useToast } from "~/ui/toast";

export interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** Nothing here yet: says why, and what would bring the first entry. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        "relative isolate flex flex-col items-center overflow-hidden rounded-card border border-line border-dashed bg-surface/60 px-6 py-12 text-center",
        className,
      )}
    >
      <Pattern
        name="kawung"
        className="-z-10 text-accent-ink opacity-25 [mask-image:radial-gradient(farthest-side,transparent_45%,black)]"
      />
      {icon ? (
        <span className="mb-4 grid size-16 place-items-center rounded-full bg-accent-soft text-accent-ink ring-8 ring-accent-soft/45 [&_svg]:size-7">
          {icon}
        </span>
      ) : null}
      <p className="text-balance font-bold text-title">{title}</p>
      {description ? <p className="mt-1.5 max-w-[46ch] text-ink-muted">{description}</p> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}

/** Something could not be loaded; says so and offers the way on. */
export function ErrorState({ title, description, action, className }: Partial<EmptyStateProps>) {
  const { t } = useTranslation("ui");
  return (
    <div
      role="alert"
      className={cn(
        "flex flex-col items-center rounded-card bg-danger-soft px-6 py-10 text-center text-danger-ink",
        className,
      )}
    >
      <CircleAlert aria-hidden="true" className="mb-3 size-8" />
      <p className="font-bold text-title">{title ?? t("error.loadTitle")}</p>
      <p className="mt-1.5 max-w-[46ch] text-ink-muted">{description ?? t("error.loadDescription")}</p>
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}

export type AlertTone = "info" | "success" | "warning" | "danger";

const alertTone: Record<AlertTone, { box: string; icon: ReactNode }> = {
  info: { box: "bg-info-soft border-info/35 text-info-ink", icon: <Info /> },
  success: { box: "bg-success-soft border-success/35 text-success-ink", icon: <CircleCheck /> },
  warning: { box: "bg-warning-soft border-warning/60 text-warning-ink", icon: <TriangleAlert /> },
  danger: { box: "bg-danger-soft border-danger/35 text-danger-ink", icon: <CircleAlert /> },
};

export interface AlertProps {
  tone?: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

/** A remark within the page. It speaks up (role alert) only when it tells of a fault. */
export function Alert({ tone = "info", title, children, actions, className }: AlertProps) {
  const { box, icon } = alertTone[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : undefined}
      className={cn("flex gap-3 rounded-card border px-4 py-3.5", box, className)}
    >
      <span aria-hidden="true" className="mt-0.5 [&_svg]:size-5">
        {icon}
      </span>
      <div className="min-w-0 grow">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink text-sm">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}

/** The shape of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cn("animate-pulse rounded-control bg-neutral-soft", className)} />
  );
}

export function Spinner({ label, className }: { label?: string; className?: string }) {
  const { t } = useTranslation("ui");
  return (
    <span role="status" className={cn("inline-flex items-center gap-2 text-ink-muted", className)}>
      <PendingArcs className="size-5" />
      <span className={label ? "" : "sr-only"}>{label ?? t("loading")}</span>
    </span>
  );
}

export interface ProgressProps {
  value: number;
  max?: number;
  label: string;
  /** What stands on the right: "3 of 5". Without it, nothing. */
  valueLabel?: string;
  tone?: "brand" | "success" | "warning" | "danger";
  className?: string;
}

const barTone = { brand: "bg-brand", success: "bg-success", warning: "bg-warning", danger: "bg-danger" };

/** How much of a whole is done. */
export function Progress({ value, max = 100, label, valueLabel, tone = "brand", className }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={className}>
      <div className="mb-1.5 flex justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        {valueLabel ? <span className="tabular text-ink-muted">{valueLabel}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueLabel}
        className="h-2.5 overflow-hidden rounded-full bg-neutral-soft"
      >
        <div
          className={cn("h-full rounded-full transition-[width]", barTone[tone])}
          style={{ width: `${share}%` }}
        />
      </div>
    </div>
  );
}
