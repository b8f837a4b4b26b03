import { KeyRound } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "~/ui/copy-button";

/** The WooCommerce secret that was just made, for the only time. */
export function NewSecret({ secret }: { secret: string }) {
  const { t } = useTranslation("tracking");
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further secret must be announced as the first was
  useEffect(() => box.current?.focus(), [secret]);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="new-secret"
      className="flex flex-col gap-4 rounded-card border-2 border-success/50 bg-success-soft p-5 sm:p-6"
    >
      <div>
        <h2 id="new-secret" className="flex items-center gap-2.5 text-success-ink text-title">
          <KeyRound aria-hidden="true" className="size-5" />
          {t("sources.woo.secretTitle")}
        </h2>
        <p className="mt-1">{t("sources.woo.secretText")}</p>
      </div>
      <CopyButton value={secret} label={t("sources.copy")} copiedLabel={t("sources.copied")} showValue />
    </section>
  );
}
