import type { Column, FigureReportDefinition, Unit } from "../report";

/** Each figure comes twice: for orders made and for orders ready to be shipped. */
function pair(header: string, key: string, unit: Unit, kind: "money" | "number" | "rate"): Column[] {
  const suffix = header.endsWith(" (IDR)") ? " (IDR)" : "";
  const name = header.replace(/ \(IDR\)$/, "");
  return [
    {
      header: `${name} (Pesanan Dibuat)${suffix}`,
      field: `${key}Made`,
      kind,
      metric: { key: `${key}Made`, unit },
      ...(key === "sales" ? { needed: true } : {}),
    },
    {
      header: `${name} (Pesanan Siap Dikirim)${suffix}`,
      field: `${key}Ready`,
      kind,
      metric: { key: `${key}Ready`, unit },
    },
  ];
}

/** Shopee Seller Centre, voucher statistics: one row a day or period. */
export const shopeeVouchers: FigureReportDefinition = {
  kind: "SHOPEE_VOUCHERS",
  grain: "aggregate",
  entity: "VOUCHER",
  ownPeriod: true,
  dayFirst: true,
  dots: "thousands",
  naturalKey: ["period"],
  columns: [
    { header: "Periode Waktu", field: "period", kind: "text", needed: true },
    ...pair("Penjualan (IDR)", "sales", "RUPIAH", "money"),
    { header: "Klaim", field: "claims", kind: "number", metric: { key: "claims", unit: "COUNT" } },
    ...pair("Pesanan", "orders", "COUNT", "number"),
    ...pair("Tingkat Penggunaan", "usage", "RATIO", "rate"),
    ...pair("Pembeli", "buyers", "COUNT", "number"),
    ...pair("Total Biaya (IDR)", "cost", "RUPIAH", "money"),
  ],
};
