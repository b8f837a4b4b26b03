import { ChevronDown } from "lucide-react";
import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { cn } from "~/ui/cn";

export const Input = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<"input">>(function Input(
  { className, type = "text", ...rest },
  ref,
) {
  return <input ref={ref} type={type} className={cn("control", className)} {...rest} />;
});

export const TextArea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<"textarea">>(
  function TextArea({ className, rows = 4, ...rest }, ref) {
    return (
      <textarea
        ref={ref}
        rows={rows}
        className={cn("control resize-y leading-relaxed", className)}
        {...rest}
      />
    );
  },
);

/** The platform's own select: the phone's wheel is better than any list drawn by hand. */
export const Select = forwardRef<HTMLSelectElement, ComponentPropsWithoutRef<"select">>(function Select(
  { className, children, ...rest },
  ref,
) {
  return (
    <span className="relative block">
      <select ref={ref} className={cn("control appearance-none truncate pr-10", className)} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-5 text-ink-muted"
      />
    </span>
  );
});

const tick =
  "before:block before:size-3 before:scale-0 before:bg-on-brand before:transition-transform checked:before:scale-100";

export const Checkbox = forwardRef<HTMLInputElement, Omit<ComponentPropsWithoutRef<"input">, "type">>(
  function Checkbox({ className, ...rest }, ref) {
    return (
      <input
        ref={ref}
        type="checkbox"
        className={cn(
          "grid size-5.5 shrink-0 appearance-none place-content-center rounded-md border-[1.5px] border-line-strong bg-surface transition-colors checked:border-brand checked:bg-brand aria-invalid:border-danger disabled:opacity-55",
          "before:[clip-path:polygon(14%_47%,3%_60%,38%_92%,98%_20%,86%_9%,37%_68%)]",
          tick,
          className,
        )}
        {...rest}
      />
    );
  },
);

export const Radio = forwardRef<HTMLInputElement, Omit<ComponentPropsWithoutRef<"input">, "type">>(
  function Radio({ className, ...rest }, ref) {
    return (
      <input
        ref={ref}
        type="radio"
        className={cn(
          "grid size-5.5 shrink-0 appearance-none place-content-center rounded-full border-[1.5px] border-line-strong bg-surface transition-colors checked:border-brand checked:bg-brand aria-invalid:border-danger disabled:opacity-55",
          "before:size-2.5 before:rounded-full",
          tick,
          "before:size-2.5",
          className,
        )}
        {...rest}
      />
    );
  },
);

/** The checkbox brings `aria-checked` along by itself. */
const asSwitch = { role: "switch" } as const;

/** A checkbox that takes effect at once. Give it a label (`aria-label` or a surrounding label). */
export const Switch = forwardRef<HTMLInputElement, Omit<ComponentPropsWithoutRef<"input">, "type" | "role">>(
  function Switch({ className, ...rest }, ref) {
    return (
      <input
        ref={ref}
        type="checkbox"
        {...asSwitch}
        className={cn(
          "relative h-7 w-12 shrink-0 appearance-none rounded-full bg-line-strong transition-colors checked:bg-brand disabled:opacity-55",
          "before:absolute before:top-1 before:left-1 before:size-5 before:rounded-full before:bg-on-brand before:shadow before:transition-transform checked:before:translate-x-5",
          className,
        )}
        {...rest}
      />
    );
  },
);
