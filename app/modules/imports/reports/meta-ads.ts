import type { FigureReportDefinition } from "../report";
import { figures } from "./figures";

/** Meta Ads Manager in Indonesian: one row a campaign and period. */
export const metaAds: FigureReportDefinition = {
  kind: "META_ADS",
  grain: "aggregate",
  entity: "CAMPAIGN",
  ownPeriod: true,
  dayFirst: true,
  dots: "decimals",
  naturalKey: ["entityId"],
  columns: [
    { header: "Awal pelaporan", field: "from", kind: "time", needed: true },
    { header: "Akhir pelaporan", field: "to", kind: "time", needed: true },
    { header: "Nama kampanye", field: "entityId", kind: "text", needed: true },
    { header: "Penayangan kampanye" },
    ...figures([["Hasil", "results", "COUNT"]]),
    { header: "Indikator Hasil" },
    ...figures([
      ["Biaya per Hasil", "costPerResult", "RUPIAH"],
      ["Jumlah yang dibelanjakan (IDR)", "spent", "RUPIAH", "needed"],
      ["Impresi", "impressions", "COUNT"],
      ["Jangkauan", "reach", "COUNT"],
      ["Frekuensi", "frequency", "NUMBER"],
      ["Klik Tautan Unik", "clicks", "COUNT"],
    ]),
  ],
};
