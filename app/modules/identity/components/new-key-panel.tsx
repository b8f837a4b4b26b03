import { useTranslation } from "react-i18next";
import { CodeBox } from "~/ui/code-box";
import { SecretOnce } from "~/ui/secret-once";

/** The key that was just made, with a call to try it. */
export function NewKeyPanel({ apiKey, origin }: { apiKey: string; origin: string }) {
  const { t } = useTranslation("identity");
  return (
    <SecretOnce
      secret={apiKey}
      title={t("apiKeys.newTitle")}
      text={t("apiKeys.newText")}
      copyLabel={t("apiKeys.copy")}
      copiedLabel={t("apiKeys.copied")}
    >
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-sm underline-offset-4 hover:underline">
          {t("apiKeys.example")}
        </summary>
        <CodeBox code={exampleCall(origin, apiKey)} className="bg-surface" />
      </details>
    </SecretOnce>
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
