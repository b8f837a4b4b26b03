import { wholeUnits } from "../money-parts";
import type { OrderReportDefinition, OrderState, RowCells } from "../report";
import { ORDER_STATES } from "./states";

/** Shopee Seller Centre, "Order.all.YYYYMMDD_YYYYMMDD.xlsx": one row an item of an order. */
export const shopeeOrders: OrderReportDefinition = {
  kind: "SHOPEE_ORDERS",
  grain: "order",
  dayFirst: true,
  dots: "thousands",
  continuation: true,
  naturalKey: ["orderId", "sku", "variation"],
  columns: [
    { header: "No. Pesanan", field: "orderId", kind: "id", needed: true },
    { header: "Status Pesanan", field: "status", kind: "text", needed: true },
    { header: "Alasan Pembatalan" },
    {
      header: "Status Pembatalan/ Pengembalian",
      variants: ["Status Pembatalan/Pengembalian"],
      field: "returnStatus",
      kind: "text",
    },
    { header: "No. Resi" },
    { header: "Opsi Pengiriman" },
    { header: "Antar ke counter/ pick-up" },
    { header: "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)" },
    { header: "Waktu Pengiriman Diatur" },
    { header: "Waktu Pesanan Dibuat", field: "orderedAt", kind: "time", needed: true },
    { header: "Waktu Pembayaran Dilakukan" },
    { header: "SKU Induk", field: "parentSku", kind: "text" },
    { header: "Nama Produk", field: "product", kind: "text" },
    { header: "Nomor Referensi SKU", field: "sku", kind: "text" },
    { header: "Nama Variasi", field: "variation", kind: "text" },
    { header: "Harga Awal" },
    { header: "Harga Setelah Diskon", field: "unitPrice", kind: "money" },
    { header: "Jumlah", field: "quantity", kind: "number", needed: true },
    { header: "Total Harga Produk", field: "itemTotal", kind: "money", needed: true },
    { header: "Total Diskon" },
    { header: "Diskon Dari Penjual" },
    { header: "Diskon Dari Shopee" },
    { header: "Berat Produk" },
    { header: "Jumlah Produk di Pesan" },
    { header: "Total Berat" },
    { header: "Voucher Ditanggung Penjual", field: "sellerVoucher", kind: "money" },
    { header: "Cashback Koin" },
    { header: "Voucher Ditanggung Shopee" },
    { header: "Paket Diskon" },
    { header: "Paket Diskon (Diskon dari Shopee)" },
    { header: "Paket Diskon (Diskon dari Penjual)", field: "sellerBundle", kind: "money" },
    { header: "Potongan Koin Shopee" },
    { header: "Diskon Kartu Kredit" },
    { header: "Ongkos Kirim Dibayar oleh Pembeli" },
    { header: "Total Pembayaran" },
    { header: "Perkiraan Ongkos Kirim" },
    { header: "Catatan dari Pembeli", personal: true },
    { header: "Catatan", personal: true },
    { header: "Username (Pembeli)", field: "buyer", kind: "buyer", personal: true },
    { header: "Nama Penerima", personal: true },
    { header: "No. Telepon", personal: true },
    { header: "Alamat Pengiriman", personal: true },
    { header: "Kota/Kabupaten", personal: true },
    { header: "Provinsi", personal: true },
    { header: "Waktu Pesanan Selesai" },
    { header: "Metode Pembayaran", newer: true },
    { header: "Returned quantity", field: "returned", kind: "number", newer: true },
    { header: "Estimasi Potongan Biaya Pengiriman", newer: true },
    { header: "Ongkos Kirim Pengembalian Barang", newer: true },
  ],
  states: ORDER_STATES,
  read(cells, above) {
    const orderId = above ? above.orderId : cells.needed("orderId", cells.id("orderId"));
    const sku = cells.text("sku") ?? cells.text("parentSku");
    const product = cells.text("product");
    const quantity = cells.needed("quantity", cells.count("quantity"));
    const price = cells.money("unitPrice");
    const amount = cells.money("itemTotal") ?? (price === null ? null : price * BigInt(quantity));
    const item = cells.needed("itemTotal", amount);
    const less = (cells.money("sellerVoucher") ?? 0n) + (cells.money("sellerBundle") ?? 0n);
    const state = cells.needed("status", stateOf(cells) ?? above?.state ?? null);
    return {
      orderId,
      channel: "SHOPEE",
      state,
      orderedAt: cells.needed("orderedAt", cells.time("orderedAt") ?? above?.orderedAt ?? null),
      item: {
        key: [sku ?? "", cells.text("variation") ?? "", sku ? "" : (product ?? "")].join("|"),
        name: [product, cells.text("variation")].filter(Boolean).join(", "),
        sku,
        quantity,
        amount: item,
        refunded: refundOf(cells, state, item, quantity),
      },
      // Goods are what counts; freight, coins and the marketplace's own vouchers are not the shop's.
      order: { less: less > 0n ? less : (above?.order.less ?? 0n), refunded: null },
      links: [],
      coupon: null,
      handle: null,
      contentId: null,
      clickedAt: null,
      buyer: cells.buyer("buyer") ?? above?.buyer ?? null,
    };
  },
};

/** "Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga …" begins with its state. */
function stateOf(cells: RowCells) {
  const text = cells.text("status");
  if (text && /^pesanan diterima\b/i.test(text)) return "PENDING" as const;
  const state = cells.state("status", ORDER_STATES);
  return state === "CONFIRMED" && /diproses/i.test(cells.text("returnStatus") ?? "") ? "PENDING" : state;
}

/** What was given back: the pieces that the file counts, or the whole item of a return that was granted. */
function refundOf(cells: RowCells, state: OrderState, amount: bigint, quantity: number): bigint {
  const returned = cells.count("returned") ?? 0;
  if (returned > 0) return wholeUnits(amount, Math.min(returned, quantity), quantity);
  const granted = /permintaan disetujui/i.test(cells.text("returnStatus") ?? "");
  return granted && state !== "REVERSED" ? amount : 0n;
}
