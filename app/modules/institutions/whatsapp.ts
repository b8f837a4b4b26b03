/**
 * A telephone number as WhatsApp wants it: digits with the country code, without "+" or a leading zero.
 * "0812-3456-7890", "+62 812 3456 7890" and "62812…" all give "6281234567890"; Indonesian mobile numbers only begin
 * with 8 and have 9 to 12 digits after the country code. Numbers of other countries are taken with their "+", or in full.
 * @returns null for what cannot be such a number.
 */
export function normaliseWhatsapp(text: string): string | null {
  const bare = text.trim().replace(/[\s().-]/g, "");
  if (!/^\+?\d+$/.test(bare)) return null;
  const digits = bare.replace(/^\+/, "").replace(/^00/, "");
  const national = /^62/.test(digits)
    ? digits.slice(2).replace(/^0/, "")
    : /^0/.test(digits)
      ? digits.slice(1)
      : null;
  if (national !== null) return /^8\d{8,11}$/.test(national) ? `62${national}` : null;
  if (bare.startsWith("8")) return /^8\d{8,11}$/.test(digits) ? `62${digits}` : null;
  const foreign = bare.startsWith("+") ? /^[1-9]\d{7,14}$/ : /^[1-9]\d{9,14}$/;
  return foreign.test(digits) ? digits : null;
}

/** Link that opens a chat, with a text already typed: `https://wa.me/DIGITS?text=…`. */
export function whatsappLink(digits: string, text?: string): string {
  return `https://wa.me/${digits}${text ? `?text=${encodeURIComponent(text)}` : ""}`;
}

/** For reading: "+62 812-3456-7890". */
export function showWhatsapp(digits: string): string {
  const match = /^62(\d{3})(\d{3,4})(\d+)$/.exec(digits);
  return match ? `+62 ${match[1]}-${match[2]}-${match[3]}` : `+${digits}`;
}
