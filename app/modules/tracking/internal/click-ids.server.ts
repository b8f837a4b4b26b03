import { randomBytes } from "node:crypto";

const POOL_BYTES = 4_096;
const POOL_CHARS = POOL_BYTES * 2;
/** Random hexadecimal digits that one id takes: 3, one for the variant, 15. */
const CHARS_PER_ID = 19;
/** RFC 9562: the two highest bits of this digit are 10. */
const VARIANT: Record<string, string> = Object.fromEntries(
  [..."0123456789abcdef"].map((digit, value) => [digit, (8 + (value & 3)).toString(16)]),
);

let pool = "";
let used = POOL_CHARS;
let lastMs = -1;
let lastTime = "";

/**
 * A UUID version 7 without hyphens, as `kernel/id` makes them, for the one place where each microsecond counts: random
 * digits are drawn by the thousand and the time is written once a millisecond.
 */
export function nextClickId(nowMs: number): string {
  if (used + CHARS_PER_ID > POOL_CHARS) {
    pool = randomBytes(POOL_BYTES).toString("hex");
    used = 0;
  }
  if (nowMs !== lastMs) {
    lastMs = nowMs;
    lastTime = nowMs.toString(16).padStart(12, "0");
  }
  const at = used;
  used += CHARS_PER_ID;
  return `${lastTime}7${pool.slice(at, at + 3)}${VARIANT[pool.charAt(at + 3)]}${pool.slice(at + 4, at + CHARS_PER_ID)}`;
}
