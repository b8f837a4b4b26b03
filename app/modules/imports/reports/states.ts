import type { OrderState } from "../report";

/** The words that marketplaces have for where an order stands, in lower case. A report adds its own. */
export const ORDER_STATES: Readonly<Record<string, OrderState>> = {
  "belum bayar": "PENDING",
  "belum dibayar": "PENDING",
  "perlu dikirim": "PENDING",
  "sedang dikirim": "PENDING",
  "telah dikirim": "PENDING",
  dikirim: "PENDING",
  terkirim: "PENDING",
  "pesanan diterima": "PENDING",
  "pembatalan diajukan": "PENDING",
  tertunda: "PENDING",
  diproses: "PENDING",
  selesai: "CONFIRMED",
  batal: "REVERSED",
  dibatalkan: "REVERSED",
  unpaid: "PENDING",
  "to ship": "PENDING",
  "awaiting shipment": "PENDING",
  shipped: "PENDING",
  delivered: "PENDING",
  pending: "PENDING",
  completed: "CONFIRMED",
  canceled: "REVERSED",
  cancelled: "REVERSED",
};
