import type { OrderReportDefinition, OrderState, RowCells } from "../report";
import { ORDER_STATES } from "./states";

/** Tokopedia Seller sales report from before the merger with TikTok Shop; it has the voucher's code. */
export const tokopediaLegacy: OrderReportDefinition = {
  kind: "TOKOPEDIA_LEGACY",
  grain: "order",
  dayFirst: true,
  dots: "thousands",
  continuation: true,
  naturalKey: ["orderId", "sku", "product"],
  columns: [
    { header: "Nomor" },
    { header: "Nomor Invoice", field: "orderId", kind: "id", needed: true },
    { header: "Tanggal Pembayaran", field: "orderedAt", kind: "time", needed: true },
    { header: "Status Terakhir", field: "status", kind: "text", needed: true },
    { header: "Tanggal Pesanan Selesai" },
    { header: "Waktu Pesanan Selesai" },
    { header: "Tanggal Pesanan Dibatalkan" },
    { header: "Waktu Pesanan Dibatalkan" },
    { header: "Nama Produk", field: "product", kind: "text" },
    { header: "Tipe Produk" },
    { header: "Nomor SKU", field: "sku", kind: "text" },
    { header: "Catatan Produk Pembeli", personal: true },
    { header: "Catatan Produk Penjual", personal: true },
    { header: "Jumlah Produk Dibeli", field: "quantity", kind: "number", needed: true },
    { header: "Harga Awal (IDR)" },
    { header: "Diskon Produk (IDR)" },
    { header: "Harga Jual (IDR)", field: "unitPrice", kind: "money", needed: true },
    { header: "Jumlah Subsidi Tokopedia (IDR)" },
    { header: "Nilai Voucher Toko Terpakai (IDR)", field: "sellerVoucher", kind: "money" },
    { header: "Jenis Voucher Toko Terpakai" },
    { header: "Kode Voucher Toko Yang Digunakan", field: "coupon", kind: "text" },
    { header: "Biaya Pengiriman Tunai (IDR)" },
    { header: "Biaya Asuransi Pengiriman (IDR)" },
    { header: "Total Biaya Pengiriman (IDR)" },
    { header: "Total Penjualan (IDR)" },
    { header: "Nama Pembeli", personal: true },
    { header: "No Telp Pembeli", personal: true },
    { header: "Nama Penerima", personal: true },
    { header: "No Telp Penerima", personal: true },
    { header: "Alamat Pengiriman", personal: true },
    { header: "Kota", personal: true },
    { header: "Provinsi", personal: true },
    { header: "Nama Kurir" },
    { header: "Tipe Pengiriman (regular, same day, etc)" },
    { header: "No Resi / Kode Booking" },
    { header: "Tanggal Pengiriman Barang" },
    { header: "Waktu Pengiriman Barang" },
  ],
  states: ORDER_STATES,
  read(cells, above) {
    const quantity = cells.needed("quantity", cells.count("quantity"));
    const price = cells.needed("unitPrice", cells.money("unitPrice"));
    const sku = cells.text("sku");
    const product = cells.text("product");
    return {
      orderId: above ? above.orderId : cells.needed("orderId", cells.id("orderId")),
      channel: "TOKOPEDIA",
      state: cells.needed("status", stateOf(cells) ?? above?.state ?? null),
      orderedAt: cells.needed("orderedAt", cells.time("orderedAt") ?? above?.orderedAt ?? null),
      item: {
        key: [sku ?? "", product ?? ""].join("|"),
        name: product ?? "",
        sku,
        quantity,
        amount: price * BigInt(quantity),
        refunded: 0n,
      },
      order: { less: cells.money("sellerVoucher") ?? above?.order.less ?? 0n, refunded: null },
      links: [],
      coupon: cells.text("coupon") ?? above?.coupon ?? null,
      handle: null,
      contentId: null,
      clickedAt: null,
      buyer: null,
    };
  },
};

/** This report writes whole phrases ("Pesanan Selesai", "Transaksi dibatalkan oleh penjual"). */
function stateOf(cells: RowCells): OrderState | null {
  const text = cells.text("status")?.toLowerCase() ?? "";
  if (/dibatalkan|batal\b|ditolak|dana dikembalikan/.test(text)) return "REVERSED";
  if (/selesai|berhasil/.test(text)) return "CONFIRMED";
  if (/dikirim|diproses|tiba|diterima|menunggu|siap|baru|kurir/.test(text)) return "PENDING";
  return cells.state("status", ORDER_STATES);
}
