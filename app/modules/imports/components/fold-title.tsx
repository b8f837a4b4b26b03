import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** The line of a `details` (with class `group`) that opens and closes it. */
export function FoldTitle({ children }: { children: ReactNode }) {
  return (
    <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 font-semibold text-sm [&::-webkit-details-marker]:hidden">
      <span>{children}</span>
      <ChevronDown
        aria-hidden="true"
        className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-180"
      />
    </summary>
  );
}
