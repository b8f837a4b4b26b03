/** The shortest password, in characters. */
export const PASSWORD_MIN = 10;
/** The longest, so that nobody makes the server hash a book. */
export const PASSWORD_MAX = 128;

/**
 * Words and rows of keys that guessers try first, Indonesian ones among them. A password made of one of these and a
 * few figures is refused whatever its length (NIST SP 800-63B, 3.1.1.2: a blocklist of expected passwords).
 */
const EXPECTED = [
  "password",
  "passw0rd",
  "katasandi",
  "kata sandi",
  "rahasia",
  "qwertyuiop",
  "asdfghjkl",
  "1234567890",
  "0123456789",
  "0987654321",
  "indonesia",
  "bismillah",
  "sayangku",
  "lapas",
  "gaung",
  "pemasyarakatan",
  "ditjenpas",
  "administrator",
  "welcome",
  "iloveyou",
] as const;

export type PasswordWeakness = "tooShort" | "tooLong" | "expected" | "personal" | "monotonous";

/** How different two neighbours are: rows such as abcdef and 54321 have one step throughout. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const step = steps[0] ?? 0;
  return new Set(text).size <= 3 || (Math.abs(step) <= 1 && steps.every((other) => other === step));
}

/** What is left of a password when an expected word is taken away, without figures and signs. */
function isExpected(text: string): boolean {
  return EXPECTED.some((word) => {
    if (!text.includes(word)) return false;
    const rest = text.replace(word, "");
    return rest.length <= 4 || /^[\d\W_]*$/.test(rest);
  });
}

/** Parts of a name or address that are long enough to be guessed for, the longest first. */
function personalParts(personal: readonly string[]): string[] {
  const parts = personal.flatMap((text) => text.toLowerCase().split(/[\s@.]+/));
  return parts.filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
}

/**
 * Why a password is refused; null when it is taken. Length counts, and what guessers try first; there is no rule about
 * kinds of characters.
 * @param personal name and e-mail of the person.
 */
export function passwordWeakness(
  password: string,
  personal: readonly string[] = [],
): PasswordWeakness | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "tooShort";
  if (length > PASSWORD_MAX) return "tooLong";
  const text = password.toLowerCase();
  if (isMonotonous(text)) return "monotonous";
  if (isExpected(text)) return "expected";
  const rest = personalParts(personal).reduce((left, part) => left.replaceAll(part, ""), text);
  if (rest !== text && rest.length < 6) return "personal";
  return null;
}

/** 0 refused, 1 weak, 2 fair, 3 strong: a hint while typing, by length and by how many characters differ. */
export function passwordStrength(password: string, personal: readonly string[] = []): 0 | 1 | 2 | 3 {
  if (passwordWeakness(password, personal) !== null) return 0;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const worth = [...password].length + new Set(password).size / 2 + (kinds - 1) * 2;
  if (worth >= 24) return 3;
  return worth >= 18 ? 2 : 1;
}
