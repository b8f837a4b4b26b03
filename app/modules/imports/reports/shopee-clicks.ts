import type { FigureReportDefinition } from "../report";

/** Shopee Affiliate, "WebsiteClickReportYYYYMMDDHHmm.csv": one row a click on an affiliate link. */
export const shopeeClicks: FigureReportDefinition = {
  kind: "SHOPEE_CLICKS",
  grain: "click",
  entity: "LINK",
  ownPeriod: true,
  dayFirst: false,
  dots: "decimals",
  affiliates: true,
  naturalKey: ["key"],
  columns: [
    { header: "Klik ID", field: "key", kind: "id", needed: true },
    { header: "Waktu Klik", field: "from", kind: "time", needed: true },
    { header: "Wilayah Klik" },
    // The five tags joined: "a-b---".
    { header: "Tag_link", field: "entityId", kind: "text" },
    { header: "Perujuk", field: "entityName", kind: "text" },
  ],
};
