import type { ReactNode } from "react";
import { cn } from "~/ui/cn";

/** One thing shown, with its name in the code. */
export function Specimen({
  name,
  children,
  className,
}: {
  name: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p className="text-ink-subtle text-xs">
        <code>{name}</code>
      </p>
      <div className={cn("flex flex-wrap items-start gap-3", className)}>{children}</div>
    </div>
  );
}
