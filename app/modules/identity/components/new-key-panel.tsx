import { KeyRound } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "~/ui/copy-button";

/** The key that was just made, for the only time, with a call to try it. */
export function NewKeyPanel({ apiKey, origin }: { apiKey: string; origin: string }) {
  const { t } = useTranslation("identity");
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further key must be announced as the first was
  useEffect(() => box.current?.focus(), [apiKey]);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="new-key"
      className="flex flex-col gap-4 rounded-card border-2 border-success/50 bg-success-soft p-5 sm:p-6"
    >
      <div>
        <h2 id="new-key" className="flex items-center gap-2.5 text-success-ink text-title">
          <KeyRound aria-hidden="true" className="size-5" />
          {t("apiKeys.newTitle")}
        </h2>
        <p className="mt-1">{t("apiKeys.newText")}</p>
      </div>
      <CopyButton value={apiKey} label={t("apiKeys.copy")} copiedLabel={t("apiKeys.copied")} showValue />
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-sm underline-offset-4 hover:underline">
          {t("apiKeys.example")}
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className="overflow-x-auto rounded-control bg-surface p-4 text-sm">
          <code>{exampleCall(origin, apiKey)}</code>
        </pre>
      </details>
    </section>
  );
}

/** One sale of Rp50.000 that came by a coupon, as a shop's server would send it. */
function exampleCall(origin: string, apiKey: string): string {
  const body = { orderId: "INV-0001", couponCode: "KODE", amountRupiah: 50_000, status: "confirmed" };
  return [
    `curl -X POST ${origin}/api/v1/conversions \\`,
    `  -H "Authorization: Bearer ${apiKey}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -H "Idempotency-Key: INV-0001-confirmed" \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join("\n");
}
