/**
 * What is already typed when a visitor opens WhatsApp: the product and the code by which the Lapas knows whom to
 * credit. It is read by the officers of the Lapas, so it is Indonesian whatever the visitor's language.
 */
export function orderText(parts: { product: string; institution: string; code: string }): string {
  return `Halo ${parts.institution}, saya tertarik dengan ${parts.product}. Kode: ${parts.code.toUpperCase()}`;
}
