/**
 * Why a click got its verdict. Rows keep the number, so the list is append-only: a number never gets another text, a
 * text never another number, and a reason that no rule gives any more stays, for the rows that have it.
 */
export const REASONS = {
  "ua:browser": 1,
  "ua:in-app": 2,
  "ua:empty": 3,
  "ua:preview": 4,
  "ua:http-library": 5,
  "ua:isbot": 6,
  "ua:not-a-browser": 7,
  "method:head": 8,
  "prefetch:header": 9,
  "staff:device": 10,
  "repeat:window": 11,
  "rate:visitor-link": 12,
  "rate:visitor": 13,
  "headers:from": 14,
  "headers:headless": 15,
  "headers:fetch-dest": 16,
  "headers:fetch-mode": 17,
  "headers:hints": 18,
  "headers:bare": 19,
  "ua:robot": 20,
  "ua:headless": 21,
  "ua:malformed": 22,
  "ua:app": 23,
  "ua:service": 24,
} as const;

export type Reason = keyof typeof REASONS;

const TEXTS = new Map<number, Reason>(
  (Object.keys(REASONS) as Reason[]).map((reason) => [REASONS[reason], reason]),
);

/** The reason behind a row's number. @throws RangeError for a number that was never given out. */
export function reasonOf(code: number): Reason {
  const reason = TEXTS.get(code);
  if (!reason) throw new RangeError(`no reason has the number ${code}`);
  return reason;
}
