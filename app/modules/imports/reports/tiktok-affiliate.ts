import { wholeUnits } from "../money-parts";
import type { OrderReportDefinition, RowCells } from "../report";
import { ORDER_STATES } from "./states";

/** Besides the shop's words the Affiliate Center has those of the commission. */
const STATES = {
  ...ORDER_STATES,
  "menunggu pembayaran": "PENDING",
  "akan dibayar": "PENDING",
  "to settle": "PENDING",
  settled: "CONFIRMED",
  "telah dibayar": "CONFIRMED",
  refunded: "REVERSED",
  ineligible: "REVERSED",
  "tidak memenuhi syarat": "REVERSED",
} as const;

/** TikTok Shop Affiliate Center, affiliate orders, in Indonesian or English. */
export const tiktokAffiliate: OrderReportDefinition = {
  kind: "TIKTOK_AFFILIATE",
  grain: "order",
  dayFirst: true,
  dots: "thousands",
  naturalKey: ["orderId", "skuId"],
  columns: [
    { header: "ID Pesanan", variants: ["Order ID"], field: "orderId", kind: "id", needed: true },
    { header: "ID Produk", variants: ["Product ID"] },
    { header: "Produk", variants: ["Product Name"], field: "product", kind: "text" },
    { header: "SKU", field: "variation", kind: "text" },
    { header: "ID Sku", variants: ["SKU ID"], field: "skuId", kind: "id", needed: true },
    { header: "Penjual Sku", variants: ["Seller Sku"], field: "sku", kind: "text" },
    { header: "Harga", variants: ["Price"], field: "unitPrice", kind: "money" },
    // What the buyer paid, it seems: whether a platform's discount is taken off of it is not known (see README).
    { header: "Payment Amount", field: "itemTotal", kind: "money", needed: true },
    { header: "Mata Uang", variants: ["Currency"], field: "currency", kind: "text" },
    { header: "Kuantitas", variants: ["Quantity"], field: "quantity", kind: "number" },
    { header: "Metode Pembayaran", variants: ["Payment method"] },
    { header: "Status Pesanan", variants: ["Order Status"], field: "status", kind: "text", needed: true },
    {
      header: "Nama pengguna kreator",
      variants: ["Creator Username"],
      field: "creator",
      kind: "text",
      needed: true,
    },
    { header: "Jenis Konten", variants: ["Content Type"] },
    { header: "ID Konten", variants: ["Content ID"], field: "contentId", kind: "id" },
    { header: "commission model" },
    { header: "Persentase komisi standar", variants: ["Standard commission rate"] },
    { header: "Est. Acuan Komisi", variants: ["Est. Commission Base"] },
    { header: "Perkiraan pembayaran komisi standar", variants: ["Est. standard commission payment"] },
    { header: "Acuan Komisi Aktual", variants: ["Actual Commission Base"] },
    { header: "Pembayaran Komisi Aktual", variants: ["Actual Commission Payment"] },
    { header: "Persentase komisi Iklan Toko", variants: ["Shop Ads commission rate"] },
    {
      header: "Perkiraan pembayaran komisi Iklan Toko",
      variants: ["Perkiraan pembayaran komisi Iklan Belanja", "Est. Shop Ads commission payment"],
    },
    { header: "Pembayaran komisi Iklan Toko aktual", variants: ["Actual Shop Ads commission payment"] },
    {
      header: "Perkiraan bonus yang ditanggung bersama untuk kreator",
      variants: ["Est. co-funded creator bonus"],
    },
    {
      header: "Bonus sebenarnya yang ditanggung bersama untuk kreator",
      variants: ["Actual co-funded creator bonus"],
    },
    { header: "Pengembalian barang", field: "returned", kind: "text" },
    {
      header: "Pengembalian dana",
      variants: ["Fully returned or refunded"],
      field: "refunded",
      kind: "text",
    },
    { header: "Waktu Dibuat", variants: ["Time Created"], field: "orderedAt", kind: "time", needed: true },
    { header: "Waktu Pembayaran" },
    { header: "Waktu Pesanan Siap Dikirim" },
    { header: "Order Delivery Time" },
    { header: "Waktu Pesanan Selesai" },
    { header: "Waktu Komisi Dibayar", variants: ["Time Commission Paid"] },
    { header: "Platform", field: "platform", kind: "text" },
  ],
  states: STATES,
  read(cells) {
    const creator = cells.text("creator")?.replace(/^@/, "");
    const currency = cells.text("currency");
    if (currency && !/^(idr|rp)$/i.test(currency)) cells.refuse("currency", "currency");
    const quantity = cells.count("quantity") ?? 1;
    const amount = cells.needed("itemTotal", cells.money("itemTotal"));
    return {
      orderId: cells.needed("orderId", cells.id("orderId")),
      channel: /tokopedia/i.test(cells.text("platform") ?? "") ? "TOKOPEDIA" : "TIKTOK_SHOP",
      state: cells.needed("status", cells.state("status", STATES)),
      orderedAt: cells.needed("orderedAt", cells.time("orderedAt")),
      item: {
        key: cells.needed("skuId", cells.id("skuId")),
        name: [cells.text("product"), cells.text("variation")].filter(Boolean).join(", "),
        sku: cells.text("sku"),
        quantity,
        amount,
        refunded: refundOf(cells, amount, quantity),
      },
      order: { less: 0n, refunded: null },
      links: [],
      coupon: null,
      handle: creator ? { network: "TIKTOK", username: creator } : null,
      contentId: cells.id("contentId"),
      clickedAt: null,
      buyer: null,
    };
  },
};

/** "Yes" is the whole item; a number beside the money is an amount, one beside the goods counts pieces. */
function refundOf(cells: RowCells, amount: bigint, quantity: number): bigint {
  const whole = (text: string | null) => /^(ya|yes|true|penuh|full)/i.test(text ?? "");
  const none = (text: string | null) => text === null || /^(tidak|no|false)/i.test(text);
  const money = cells.text("refunded");
  const goods = cells.text("returned");
  if (whole(money) || whole(goods)) return amount;
  if (!none(money)) return cells.money("refunded") ?? 0n;
  if (!none(goods)) return wholeUnits(amount, Math.min(cells.count("returned") ?? 0, quantity), quantity);
  return 0n;
}
