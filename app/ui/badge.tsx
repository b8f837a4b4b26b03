import type { ReactNode } from "react";
import { cn } from "~/ui/cn";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "accent" | "demo";

export const toneClass: Record<Tone, string> = {
  neutral: "bg-neutral-soft text-ink-muted",
  info: "bg-info-soft text-info-ink",
  success: "bg-success-soft text-success-ink",
  warning: "bg-warning-soft text-warning-ink",
  danger: "bg-danger-soft text-danger-ink",
  accent: "bg-accent-soft text-accent-ink",
  demo: "border border-dashed border-accent-ink/60 text-accent-ink",
};

/** A short label. `demo` marks what is shown for demonstration and is no fact. */
export function Badge({
  tone = "neutral",
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-0.5 font-semibold text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
        toneClass[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
