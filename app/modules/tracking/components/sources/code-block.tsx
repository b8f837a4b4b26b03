import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CodeBox } from "~/ui/code-box";
import { CopyButton } from "~/ui/copy-button";

/** A text to be copied into another system. Long lines scroll within the block. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const { t } = useTranslation("tracking");
  return (
    <div className="flex flex-col gap-2">
      <CodeBox code={code} />
      <CopyButton
        value={code}
        label={t("sources.copy")}
        copiedLabel={t("sources.copied")}
        size="sm"
        className="self-start"
        aria-label={`${t("sources.copy")}: ${label}`}
      />
    </div>
  );
}

/** A question that opens its answer. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-line border-t pt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-sm underline-offset-4 hover:underline">
        {title}
      </summary>
      <div className="flex flex-col gap-3 pb-2">{children}</div>
    </details>
  );
}
