import { cn } from "./cn";

/** Code or a command, as it is to be typed. Long lines scroll within the box, also by keyboard. */
export function CodeBox({ code, className }: { code: string; className?: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("overflow-x-auto rounded-control bg-surface-sunken p-4 text-sm", className)}
    >
      <code>{code}</code>
    </pre>
  );
}
