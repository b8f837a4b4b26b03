import { useTranslation } from "react-i18next";
import { useFormat } from "~/ui/format";
import type { Commission } from "../brief.schemas";

/** A commission in words: "10% dari penjualan", "Rp15.000 per penjualan". */
export function useCommissionText(): (commission: Commission) => string {
  const { t } = useTranslation("campaigns");
  const { rupiah, percent } = useFormat();
  return (commission) =>
    commission.kind === "percent"
      ? t("commission.percent", { share: percent(commission.basisPoints / 10_000, 2) })
      : t("commission.fixed", { amount: rupiah(commission.rupiah) });
}
