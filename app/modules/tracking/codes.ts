/**
 * Letters and digits of a referral code: lower case, without those that look alike (0 o, 1 l i) and without a, e, u,
 * so that chance spells no word. What people read as a word without its vowels, or with digits for them, is drawn again.
 */
export const CODE_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";
export const CODE_LENGTH = 7;

export const CODE_MIN = 4;
export const CODE_MAX = 32;

/** What may stand after /r/: codes of ours, in whatever case a person typed them; own ones with hyphens inside. */
const CODE = /^(?=.{4,32}$)[0-9a-z]+(?:-[0-9a-z]+)*$/;

/** A number from 0 up to, not including, `below`; from a source that nobody can foresee. */
export type RandomBelow = (below: number) => number;

/** Abuse without vowels, or with digits for letters, as far as the alphabet can write it. */
export const READ_AS_ABUSE =
  /f[cv]k|fvck|kkk|xxx|wtf|s3x|s3ks|bn?g[s5][t7]|ngn[t7]|jnck|njn?g|jmb[t7]|mm[kqx]|m3m3|pp[kq]|p3p3k|t3t3k|pn[t7]k|tmpk|k[t7]mk|4nj|n4p|n4z|b4b|4s[vw]/;

function pick(random: RandomBelow, length: number): string {
  for (;;) {
    let text = "";
    for (let index = 0; index < length; index += 1) text += CODE_ALPHABET[random(CODE_ALPHABET.length)] ?? "";
    if (!READ_AS_ABUSE.test(text)) return text;
  }
}

/** A new referral code: 28^7, some 13 billion, so that nobody finds one by trying. */
export function makeLinkCode(random: RandomBelow): string {
  return pick(random, CODE_LENGTH);
}

/** Reads a code from an address: lower case; null for what cannot be one. */
export function readLinkCode(text: string): string | null {
  const code = text.toLowerCase();
  return CODE.test(code) ? code : null;
}

/**
 * What a code looks like at a glance: o is 0, i and l are 1, hyphens are nothing. Two codes that fold to the same
 * would be taken for one another; the database holds each fold once (index `referral_link_code_fold_key`, which folds
 * in the same way).
 */
export function foldCode(code: string): string {
  return code.replaceAll("o", "0").replace(/[il]/g, "1").replaceAll("-", "");
}

/**
 * A coupon code that a person can say and type: up to eight letters of the influencer's handle, and three signs of
 * chance. Upper case.
 */
export function makeCouponCode(handle: string, random: RandomBelow): string {
  const name = handle
    .normalize("NFKD")
    .replace(/[^a-z0-9]/gi, "")
    .slice(0, 8)
    .toUpperCase();
  return `${name === "" ? "GAUNG" : name}${pick(random, 3).toUpperCase()}`;
}

/** Reads a coupon code as people write it ("dewi-8k3 "): upper case without blanks, hyphens and dots. */
export function readCouponCode(text: string): string | null {
  const code = text.replace(/[\s.\-_]/g, "").toUpperCase();
  return /^[A-Z0-9]{4,20}$/.test(code) ? code : null;
}

/** Reads what stands in a shop's field for codes: one, or several with commas, semicolons, bars or slashes between. */
export function readCouponCodes(text: string): string[] {
  return [...new Set(text.split(/[,;|/\n]/).flatMap((code) => readCouponCode(code) ?? []))];
}
