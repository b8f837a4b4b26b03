import type { Judgement } from "./verdict";

/**
 * Clicks that are only judged beside others: the first click of a visitor on a link counts, the next within the same
 * half hour are repeats, and from the twentieth on they look like a machine.
 *
 * Windows lie fixed on the clock. So how many clicks of a stream count does not depend on the order in which they
 * arrive, on how they were cut into batches, or on which worker had them: only which of them it is.
 */
export const WINDOW_MINUTES = 30;
export const MOST_REPEATS = 20;

const WINDOW_MS = WINDOW_MINUTES * 60_000;

/** The number of the window that holds an instant: half hours since 1970. */
export function windowOf(ms: number): number {
  return Math.floor(ms / WINDOW_MS);
}

/**
 * The verdict of the nth click of a visitor on a link within a window.
 * @param before how many there were already
 */
export function judgeRepeat(judgement: Judgement, before: number): Judgement {
  if (judgement.verdict !== "HUMAN" || before === 0) return judgement;
  return before < MOST_REPEATS
    ? { verdict: "DUPLICATE", reason: "repeat:window" }
    : { verdict: "SUSPICIOUS", reason: "rate:visitor-link" };
}
