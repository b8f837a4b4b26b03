import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "~/ui/button";
import { cn } from "~/ui/cn";

export interface CopyButtonProps extends Omit<ButtonProps, "value" | "children"> {
  value: string;
  label: string;
  copiedLabel: string;
  /** Shows the text beside the button, selectable where the clipboard is out of reach. */
  showValue?: boolean;
}

/** Puts a text on the clipboard and says that it is there. */
export function CopyButton({
  value,
  label,
  copiedLabel,
  showValue = false,
  className,
  ...rest
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  const button = (
    <Button
      variant="secondary"
      icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      {...rest}
      className={cn("shrink-0 whitespace-nowrap", showValue ? "rounded-l-none border-l-0" : className)}
      onClick={async () => {
        await copyText(value);
        setCopied(true);
      }}
    >
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  );
  if (!showValue) return button;
  return (
    <span className={cn("flex w-full min-w-0", className)}>
      <output className="control tabular min-w-0 select-all truncate rounded-r-none border-line bg-surface-sunken leading-7">
        {value}
      </output>
      {button}
    </span>
  );
}

/** Copies by the clipboard API; browsers inside other apps often lack it, so the old way is kept. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "sr-only";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
