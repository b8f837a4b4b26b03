import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "./format";

type DatedLinkProps = {
  to: string;
  text: string;
  at: Date;
  zone: string;
  /** Stands behind the text. */
  children?: ReactNode;
};

/** What a row of a list is about: its name leads to it, its time stands under it. */
export function DatedLink({ to, text, at, zone, children }: DatedLinkProps) {
  const format = useFormat();
  return (
    <span className="flex flex-col">
      <Link
        to={to}
        className="inline-flex min-h-6 items-center gap-1.5 break-all font-semibold text-brand-ink underline-offset-4 hover:underline"
      >
        {text}
        {children}
      </Link>
      <span className="whitespace-nowrap text-ink-muted text-xs">{format.dateTime(at, zone)}</span>
    </span>
  );
}
