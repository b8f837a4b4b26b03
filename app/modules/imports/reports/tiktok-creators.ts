import type { FigureReportDefinition } from "../report";
import { figures } from "./figures";

/** TikTok Shop Affiliate Center, performance by creator over a period. */
export const tiktokCreators: FigureReportDefinition = {
  kind: "TIKTOK_CREATORS",
  grain: "aggregate",
  entity: "CREATOR",
  ownPeriod: false,
  dayFirst: true,
  dots: "thousands",
  naturalKey: ["entityId"],
  columns: [
    { header: "Creator name", variants: ["Nama Kreator"], field: "entityId", kind: "text", needed: true },
    ...figures([
      ["GMV dari kreator", "gmv", "RUPIAH", "needed"],
      ["GMV dari LIVE kreator", "gmvLive", "RUPIAH"],
      ["GMV dari video afiliasi", "gmvVideo", "RUPIAH"],
      ["Pengembalian dana", "refunds", "RUPIAH"],
      ["Pesanan teratribusi", "orders", "COUNT"],
      ["Produk yang terjual dari kreator", "soldByCreator", "COUNT"],
      ["Produk yang dikembalikan dananya", "refundedItems", "COUNT"],
      ["AOV", "averageOrder", "RUPIAH"],
      ["GMV dari kartu produk afiliasi", "gmvCards", "RUPIAH"],
      ["CTOR", "clickToOrder", "RATIO"],
      ["Siaran LIVE", "lives", "COUNT"],
      ["Video", "videos", "COUNT"],
      ["Jumlah konten sampel", "sampleContents", "COUNT"],
      ["Sampel terkirim", "samplesSent", "COUNT"],
      ["Produk yang ditambahkan ke showcase", "showcased", "COUNT"],
      ["CTR", "clickThrough", "RATIO"],
      ["Impresi produk", "impressions", "COUNT"],
      ["Tayangan video", "views", "COUNT"],
      ["Pembeli", "buyers", "COUNT"],
      ["Produk terjual", "sold", "COUNT"],
      ["Perkiraan komisi", "commission", "RUPIAH"],
    ]),
  ],
};
