import { Check, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { type DeliverableStatus, progressOf, STEPS } from "../deliverable";

/** Draft, review, live: what is done, what is going on, what is to come. */
export function ProgressSteps({ status, className }: { status: DeliverableStatus; className?: string }) {
  const { t } = useTranslation("content");
  const { done, ended } = progressOf(status);
  return (
    <ol aria-label={t("step.label")} className={cn("grid grid-cols-3", className)}>
      {STEPS.map((step, index) => {
        const state = index < done ? "done" : index > done ? "todo" : ended ? "ended" : "current";
        return (
          <li
            key={step}
            aria-current={state === "current" ? "step" : undefined}
            className={cn(
              "relative flex flex-col items-center gap-1.5 text-center",
              index > 0 &&
                "before:absolute before:top-3.5 before:right-1/2 before:h-1 before:w-full before:bg-neutral-soft",
              index > 0 && index <= done && "before:bg-success",
              index > 0 && state === "ended" && "before:bg-danger",
            )}
          >
            <span
              aria-hidden="true"
              className={cn(
                "relative z-10 grid size-8 place-items-center rounded-full font-bold text-sm ring-4 ring-ground",
                state === "done" && "bg-success text-on-brand",
                state === "current" && "bg-brand text-on-brand",
                state === "ended" && "bg-danger text-on-danger",
                state === "todo" && "bg-neutral-soft text-ink-muted",
              )}
            >
              {state === "done" ? <Check className="size-4.5" /> : null}
              {state === "ended" ? <X className="size-4.5" /> : null}
              {state === "current" || state === "todo" ? index + 1 : null}
            </span>
            <span className={cn("text-sm", state === "todo" ? "text-ink-muted" : "font-semibold")}>
              {t(`step.${step}`)}
              <span className="sr-only"> ({t(`step.${state}`)})</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
