import type { ReportKind } from "~/modules/imports/report";
import { REPORTS } from "~/modules/imports/reports/all";
import type { WrittenCell } from "../setup/xlsx-writer";

/** What must never be found in the database after an import. */
export const BUYERS_OWN = {
  name: "Siti Pembeli Rahasia",
  phone: "081299887766",
  street: "Jalan Kenanga Tersembunyi 17",
  message: "tolong jangan bilang tetangga",
  username: "sitirahasia88",
};

export type RowParts = {
  /** Rows of the report; an order has two of them now and then. */
  rows: number;
  links?: readonly string[];
  shopeeHandles?: readonly string[];
  tiktokHandles?: readonly string[];
  coupon?: string;
  /** Moves every order on: Tertunda to Selesai. */
  settled?: boolean;
  /** Parts the orders of one file from those of another. */
  series?: string;
};

type Fill = (index: number, parts: RowParts) => Record<string, string>;

const two = (value: number) => String(value).padStart(2, "0");
const dots = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
const pick = (list: readonly string[] | undefined, index: number) =>
  list && list.length > 0 ? (list[index % list.length] ?? "") : "";
/** Days of October 2026; each fourth row is the second item of the order above it. */
const orderOf = (index: number) => index - (index % 4 === 3 ? 1 : 0);
const isSecond = (index: number) => orderOf(index) !== index;
const day = (index: number) => 1 + (orderOf(index) % 28);
const clock = (index: number) => `${two(orderOf(index) % 24)}:${two(orderOf(index) % 60)}`;
const isoDay = (index: number) => `2026-10-${two(day(index))}`;
const price = (index: number) => 15_000 + (index % 40) * 1_000;
const shopeeNumber = (index: number, series = "KP") =>
  `2610${two(day(index))}${series}${orderOf(index).toString(36).toUpperCase().padStart(6, "0")}`;
const longNumber = (head: string, index: number) => `${head}${String(index).padStart(18 - head.length, "0")}`;

const FILLS: Record<ReportKind, Fill> = {
  SHOPEE_ORDERS: (i, parts) => ({
    "No. Pesanan": shopeeNumber(i, parts.series),
    "Status Pesanan": parts.settled || i % 5 > 0 ? "Selesai" : "Sedang Dikirim",
    "Waktu Pesanan Dibuat": `${isoDay(i)} ${clock(i)}`,
    "Waktu Pembayaran Dilakukan": "-",
    "Nama Produk": `Kopi bubuk ${i % 7}`,
    "Nomor Referensi SKU": `KOPI-${i % 7}${isSecond(i) ? "B" : ""}`,
    "Nama Variasi": i % 2 === 0 ? "200 gram" : "",
    "Harga Setelah Diskon": `Rp ${dots(price(i))}`,
    Jumlah: "2",
    "Returned quantity": "0",
    "Total Harga Produk": `Rp ${dots(price(i) * 2)}`,
    // Said on both rows of the order.
    "Voucher Ditanggung Penjual": orderOf(i) % 2 === 0 ? "5.000" : "0",
    "Total Pembayaran": "Rp 99.000",
    "Catatan dari Pembeli": BUYERS_OWN.message,
    "Username (Pembeli)": i % 3 === 0 ? BUYERS_OWN.username : `pembeli_${i % 90}`,
    "Nama Penerima": BUYERS_OWN.name,
    "No. Telepon": BUYERS_OWN.phone,
    "Alamat Pengiriman": BUYERS_OWN.street,
    "Kota/Kabupaten": "KAB. SIDOARJO",
    Provinsi: "JAWA TIMUR",
  }),
  SHOPEE_COMMISSION: (i, parts) => ({
    "ID Pemesanan": shopeeNumber(i, parts.series),
    "Status Pesanan": parts.settled ? "Selesai" : i % 6 === 5 ? "Dibatalkan" : "Tertunda",
    "Waktu Pemesanan": `${isoDay(i)} ${clock(i)}:30`,
    "Waktu Klik": `${isoDay(i)} 00:00:10`,
    "ID Barang": String(22_000_000_000 + i),
    "Nama Barange": `Kopi bubuk ${i % 7}`,
    "ID Model": String(91_000_000_000 + i),
    "ID Promosi": i % 2 === 0 ? "0" : "",
    "Harga(Rp)": String(price(i)),
    Jumlah: "1",
    "Nilai Pembelian(Rp)": `${price(i) - 1}.99997`,
    "Jumlah Pengembalian Dana(Rp)": "0",
    "Total Komisi per Pesanan(Rp)": "839.99997",
    Tag_link1: i % 5 === 4 ? "" : pick(parts.links, orderOf(i)),
    Platform: i % 3 === 0 ? "Instagram" : "Others",
  }),
  SHOPEE_CONVERSION: (i, parts) => ({
    "Kode Pesanan": shopeeNumber(i, parts.series),
    "Status Pesanan": parts.settled ? "Selesai" : "Tertunda",
    "Waktu Pesanan": `${isoDay(i)} ${clock(i)}:30`,
    "Kode Produk": String(22_000_000_000 + i),
    "Nama Produk": `Kopi bubuk ${i % 7}`,
    "ID Model": String(91_000_000_000 + i),
    Jumlah: "1",
    "Username Affiliate": pick(parts.shopeeHandles, orderOf(i)) || "kreator_lain",
    "Nilai Pembelian(Rp)": String(price(i)),
    "Jumlah Pengembalian(Rp)": "0",
    "Tipe Pesanan": "Pesanan Langsung",
  }),
  SHOPEE_CLICKS: (i, parts) => ({
    "Klik ID": `CLK${(parts.series ?? "A") + i.toString(36).padStart(8, "0")}`,
    // An Excel round trip turned the days round; from the 13th on the file shows it.
    "Waktu Klik": `10/${1 + (i % 28)}/2026 ${i % 24}:${two(i % 60)}`,
    "Wilayah Klik": "Indonesia",
    Tag_link: `${pick(parts.links, i)}----`,
    Perujuk: i % 2 === 0 ? "Instagram" : "",
  }),
  SHOPEE_AMS_AFFILIATES: (i, parts) => ({
    "ID Affiliates": String(11_300_000_000 + i),
    "Nama Affiliate": `Kreator ${i}`,
    "Username Affiliate": pick(parts.shopeeHandles, i) || `kreator_${i}`,
    ...amsFigures(i),
  }),
  SHOPEE_AMS_PRODUCTS: (i) => ({
    "Kode Item": String(22_000_000_000 + i),
    "Nama Item": `Kopi bubuk ${i}`,
    "Harga(Rp)": dots(price(i)),
    ...amsFigures(i),
  }),
  SHOPEE_VOUCHERS: (i) => ({
    "Periode Waktu": voucherDay(i),
    "Penjualan (Pesanan Dibuat) (IDR)": dots(1_250_000 + i),
    "Penjualan (Pesanan Siap Dikirim) (IDR)": dots(1_000_000 + i),
    Klaim: "12",
    "Pesanan (Pesanan Dibuat)": "7",
    "Tingkat Penggunaan (Pesanan Dibuat)": "58,33%",
    "Total Biaya (Pesanan Dibuat) (IDR)": "-",
  }),
  TIKTOK_ORDERS: (i, parts) => ({
    "Order ID": `${longNumber(parts.series ? "5767" : "5764", orderOf(i))}\t`,
    "Order Status": parts.settled || i % 5 > 0 ? "Selesai" : "Dikirim",
    "SKU ID": `${longNumber("1729", i)}\t`,
    "Seller SKU": `KOPI-${i % 7}`,
    "Product Name": `Kopi bubuk ${i % 7}`,
    Variation: "200 gram",
    Quantity: "1",
    "SKU Subtotal Before Discount": String(price(i) + 3_000),
    "SKU Platform Discount": "1000",
    "SKU Seller Discount": "3000",
    "SKU Subtotal After Discount": String(price(i) - 1_000),
    "Order Refund Amount": orderOf(i) % 8 === 6 ? "5000" : "",
    "Order Amount": "99000",
    "Created Time": `${two(day(i))}/10/2026 ${clock(i)}:00\t`,
    "Buyer Message": BUYERS_OWN.message,
    "Buyer Username": BUYERS_OWN.username,
    Recipient: BUYERS_OWN.name,
    "Phone #": BUYERS_OWN.phone,
    "Detail Address": BUYERS_OWN.street,
    "Purchase Channel": orderOf(i) % 9 === 0 ? "Tokopedia" : "TikTok",
    "Seller Note": BUYERS_OWN.message,
    "Order Channel": "Videos",
    "Creator Handle": pick(parts.tiktokHandles, orderOf(i)),
  }),
  TIKTOK_AFFILIATE: (i, parts) => ({
    "ID Pesanan": longNumber(parts.series ? "5769" : "5768", orderOf(i)),
    "ID Produk": longNumber("1730", i),
    Produk: `Kopi bubuk ${i % 7}`,
    "ID Sku": longNumber("1731", i),
    Harga: String(price(i)),
    "Payment Amount": dots(price(i)),
    "Mata Uang": "IDR",
    Kuantitas: "1",
    "Status Pesanan": parts.settled ? "Selesai" : "Dikirim",
    "Nama pengguna kreator": pick(parts.tiktokHandles, orderOf(i)) || "kreator.lain",
    "ID Konten": longNumber("7494", i),
    "Persentase komisi standar": i % 3 === 0 ? "5" : i % 3 === 1 ? "0.05" : "5%",
    "Acuan Komisi Aktual": "######",
    "Pengembalian dana": "-",
    "Waktu Dibuat": `${two(day(i))}/10/2026 ${clock(i)}:00`,
    Platform: "TikTok Shop",
  }),
  TIKTOK_CREATORS: (i, parts) => ({
    "Creator name": pick(parts.tiktokHandles, i) || `kreator.${i}`,
    "GMV dari kreator": `Rp${dots(2_000_000 + i)}`,
    "Pesanan teratribusi": "41",
    CTR: "3,1%",
    Pembeli: "39",
    "Tayangan video": "12.345",
  }),
  TIKTOK_VIDEOS: (i, parts) => ({
    "Nama Kreator": pick(parts.tiktokHandles, i) || `kreator.${i}`,
    "ID Video": longNumber("7494", i),
    "Informasi Video": "Kopi dari balik jeruji",
    Produk: `Kopi bubuk ${i % 7}`,
    VV: dots(12_345 + i),
    Likes: "321",
    "GMV dari video (Rp)": dots(450_000 + i),
    "CTOR (pesanan SKU)": "1.2%",
  }),
  TOKOPEDIA_LEGACY: (i, parts) => ({
    Nomor: String(i + 1),
    "Nomor Invoice": `INV/202610${two(day(i))}/${parts.series ?? "MPL"}/${3_600_000_000 + orderOf(i)}`,
    "Tanggal Pembayaran": `${two(day(i))}-10-2026 ${clock(i)}:00`,
    "Status Terakhir": parts.settled || i % 5 > 0 ? "Pesanan Selesai" : "Pesanan Dikirim",
    "Nama Produk": `Kopi bubuk ${i % 7}${isSecond(i) ? " besar" : ""}`,
    "Nomor SKU": `KOPI-${i % 7}${isSecond(i) ? "B" : ""}`,
    "Catatan Produk Pembeli": BUYERS_OWN.message,
    "Jumlah Produk Dibeli": "1",
    "Harga Jual (IDR)": String(price(i)),
    "Nilai Voucher Toko Terpakai (IDR)": "0",
    "Kode Voucher Toko Yang Digunakan": parts.coupon ?? "",
    "Nama Pembeli": BUYERS_OWN.name,
    "No Telp Pembeli": BUYERS_OWN.phone,
    "Nama Penerima": BUYERS_OWN.name,
    "No Telp Penerima": BUYERS_OWN.phone,
    "Alamat Pengiriman": BUYERS_OWN.street,
  }),
  META_ADS: (i) => ({
    "Awal pelaporan": `2026-10-${two(1 + (i % 28))}`,
    "Akhir pelaporan": `2026-10-${two(1 + (i % 28))}`,
    "Nama kampanye": `Kopi Oktober ${Math.floor(i / 28)}`,
    Hasil: "33",
    "Jumlah yang dibelanjakan (IDR)": `${150_000 + i}.50`,
    Impresi: "12345",
    Jangkauan: "10001",
    Frekuensi: "1.23",
    "Klik Tautan Unik": "77",
  }),
};

function amsFigures(i: number): Record<string, string> {
  return {
    "Omzet Penjualan(Rp)": dots(3_000_000 + i),
    "Produk Terjual": "88",
    Pesanan: "70",
    Clicks: "1.234",
    "Estimasi Komisi(Rp)": "150.000",
    ROI: "20,5",
    "Total Pembeli": "65",
    "Pembeli Baru": "40",
  };
}

function voucherDay(i: number): string {
  const date = new Date(Date.UTC(2020, 0, 1 + i));
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** The header of a report as the marketplace writes it. */
export function reportHeader(kind: ReportKind): string[] {
  return REPORTS[kind].columns.map(({ header }) => header);
}

/** The rows of a synthetic report below its header, one by one. */
export function* reportRows(kind: ReportKind, parts: RowParts): Generator<string[]> {
  const header = reportHeader(kind);
  const fill = FILLS[kind];
  for (let index = 0; index < parts.rows; index += 1) {
    const values = fill(index, parts);
    yield header.map((name) => values[name] ?? "");
  }
}

export type Pitfalls = {
  /** Titles above the table. */
  titles?: string[];
  /** The marketplace's explanation below the header. */
  descriptions?: boolean;
  /** Other spellings, by the report's own header. */
  rename?: Record<string, string>;
  reverse?: boolean;
};

/** All rows of a synthetic report: titles, header, explanation and data. */
export function* reportTable(
  kind: ReportKind,
  parts: RowParts,
  pitfalls: Pitfalls = {},
): Generator<WrittenCell[]> {
  const order = <Value>(row: Value[]) => (pitfalls.reverse ? [...row].reverse() : row);
  for (const title of pitfalls.titles ?? []) yield [title];
  const header = reportHeader(kind);
  yield order(header.map((name) => pitfalls.rename?.[name] ?? name));
  if (pitfalls.descriptions)
    yield order(header.map((name) => `Platform ${name.replace(/\d/g, "")} explained.`));
  for (const row of reportRows(kind, parts)) yield order(row);
}
