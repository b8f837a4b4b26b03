import { type Moment, useFormat } from "~/ui/format";

/** How long ago, with the full date on hover. The server's and the browser's clock may differ by a breath. */
export function TimeAgo({ at, zone, className }: { at: Moment; zone?: string; className?: string }) {
  const { relative, dateTime } = useFormat();
  const iso = at === null || at === undefined ? undefined : new Date(at).toISOString();
  return (
    <time dateTime={iso} title={dateTime(at, zone)} className={className} suppressHydrationWarning>
      {relative(at)}
    </time>
  );
}
