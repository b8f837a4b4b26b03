import type { Column, FigureReportDefinition } from "../report";

const FIGURES: readonly Column[] = [
  {
    header: "Omzet Penjualan(Rp)",
    field: "revenue",
    kind: "money",
    metric: { key: "revenue", unit: "RUPIAH" },
    needed: true,
  },
  { header: "Produk Terjual", field: "sold", kind: "number", metric: { key: "sold", unit: "COUNT" } },
  { header: "Pesanan", field: "orders", kind: "number", metric: { key: "orders", unit: "COUNT" } },
  { header: "Clicks", field: "clicks", kind: "number", metric: { key: "clicks", unit: "COUNT" } },
  {
    header: "Estimasi Komisi(Rp)",
    field: "commission",
    kind: "money",
    metric: { key: "commission", unit: "RUPIAH" },
  },
  { header: "ROI", field: "roi", kind: "number", metric: { key: "roi", unit: "NUMBER" } },
  { header: "Total Pembeli", field: "buyers", kind: "number", metric: { key: "buyers", unit: "COUNT" } },
  {
    header: "Pembeli Baru",
    field: "newBuyers",
    kind: "number",
    metric: { key: "newBuyers", unit: "COUNT" },
  },
];

/** Shopee AMS, performance by affiliate over a period. */
export const shopeeAmsAffiliates: FigureReportDefinition = {
  kind: "SHOPEE_AMS_AFFILIATES",
  grain: "aggregate",
  entity: "AFFILIATE",
  ownPeriod: false,
  dayFirst: true,
  dots: "thousands",
  naturalKey: ["entityId"],
  columns: [
    { header: "ID Affiliates", field: "entityId", kind: "id", needed: true },
    { header: "Nama Affiliate" },
    { header: "Username Affiliate", field: "entityName", kind: "text" },
    ...FIGURES,
  ],
};

/** Shopee AMS, performance by product over a period. */
export const shopeeAmsProducts: FigureReportDefinition = {
  kind: "SHOPEE_AMS_PRODUCTS",
  grain: "aggregate",
  entity: "PRODUCT",
  ownPeriod: false,
  dayFirst: true,
  dots: "thousands",
  naturalKey: ["entityId"],
  columns: [
    { header: "Kode Item", field: "entityId", kind: "id", needed: true },
    { header: "Nama Item", field: "entityName", kind: "text" },
    { header: "Harga(Rp)", field: "price", kind: "money", metric: { key: "price", unit: "RUPIAH" } },
    ...FIGURES,
  ],
};
