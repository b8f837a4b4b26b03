import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import type { ImportStatus } from "../import";

const STEPS = ["upload", "read", "check", "apply", "done"] as const;

/** How many steps are behind. */
const BEHIND: Record<ImportStatus, number> = {
  READING: 1,
  NEEDS_INPUT: 1,
  COMPARING: 1,
  READY: 2,
  APPLYING: 3,
  APPLIED: 5,
  UNDOING: 4,
  UNDONE: 5,
  CANCELLED: 2,
  REFUSED: 1,
};

/** The way of an import: from the file to the records. */
export function ImportSteps({ status }: { status: ImportStatus }) {
  const { t } = useTranslation("imports");
  const behind = BEHIND[status];
  const ended = status === "CANCELLED" || status === "REFUSED";
  return (
    <ol className="grid grid-cols-5 gap-1.5 sm:gap-3">
      {STEPS.map((step, index) => {
        const done = index < behind;
        const current = index === behind && !ended;
        return (
          <li key={step} aria-current={current ? "step" : undefined} className="flex min-w-0 flex-col gap-2">
            <span
              aria-hidden="true"
              className={cn(
                "h-1.5 rounded-full",
                done ? "bg-brand" : current ? "bg-accent" : "bg-neutral-soft",
              )}
            />
            <span
              className={cn(
                "flex items-center gap-1.5 text-xs sm:text-sm",
                current ? "font-bold text-ink" : done ? "font-semibold text-brand-ink" : "text-ink-muted",
              )}
            >
              {done ? <Check aria-hidden="true" className="hidden size-4 shrink-0 sm:block" /> : null}
              <span className="truncate">{t(`step.${step}`)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
