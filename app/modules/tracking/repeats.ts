import type { Judgement } from "./verdict";

/**
 * Clicks that are only judged beside others: the first click of a visitor on a link counts, the next within the same
 * half hour are repeats, and from the twentieth on they look like a machine. Not so where the agent names no device:
 * people behind a carrier's address cannot be told apart then. Their clicks are one visitor's, so that people are
 * counted too few and never too many; but a crowd is nothing suspicious.
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
 * @param namesDevice whether the visitor's agent can stand for one device; a visitor has one agent, so all their
 * clicks are judged alike
 */
export function judgeRepeat(judgement: Judgement, before: number, namesDevice: boolean): Judgement {
  if (judgement.verdict !== "HUMAN" || before === 0) return judgement;
  return before < MOST_REPEATS || !namesDevice
    ? { verdict: "DUPLICATE", reason: "repeat:window" }
    : { verdict: "SUSPICIOUS", reason: "rate:visitor-link" };
}
