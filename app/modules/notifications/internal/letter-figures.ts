/** Whole rupiah as letters write them: `Rp1.250.000`. */
export function letterRupiah(amount: bigint, locale: string): string {
  return `Rp${new Intl.NumberFormat(locale).format(amount)}`;
}
