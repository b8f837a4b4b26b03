import { KeyRound } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { CopyButton } from "./copy-button";

type SecretOnceProps = {
  secret: string;
  title: string;
  text: string;
  copyLabel: string;
  copiedLabel: string;
  /** How to use it. */
  children?: ReactNode;
};

/** A key or secret that was just made, shown for the only time. It takes the focus, so that it is read out. */
export function SecretOnce({ secret, title, text, copyLabel, copiedLabel, children }: SecretOnceProps) {
  const box = useRef<HTMLElement>(null);
  const heading = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further secret must be announced as the first was
  useEffect(() => box.current?.focus(), [secret]);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={heading}
      className="flex flex-col gap-4 rounded-card border-2 border-success/50 bg-success-soft p-5 sm:p-6"
    >
      <div>
        <h2 id={heading} className="flex items-center gap-2.5 text-success-ink text-title">
          <KeyRound aria-hidden="true" className="size-5" />
          {title}
        </h2>
        <p className="mt-1">{text}</p>
      </div>
      <CopyButton value={secret} label={copyLabel} copiedLabel={copiedLabel} showValue />
      {children}
    </section>
  );
}
