import { type Finding, type HealthOutcome, isBroken } from "./page-health";

/** What is known of an address. */
export type Health = {
  outcome: HealthOutcome | null;
  reason: string;
  told: HealthOutcome | null;
  failures: number;
};

export type NextHealth = Health & {
  nextCheckAt: Date;
  /** Whether the address is now found otherwise than before. */
  changed: boolean;
  /** Whether the Lapas is to be told: broken in a way that it was not told of, or well again. */
  tell: boolean;
};

/** An address is looked at again on request no sooner than so long after the last time. */
export const RECHECK_AFTER_MS = 10 * 60_000;

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/**
 * What one more finding makes of what is known. A name that does not resolve is first believed to be our own trouble
 * and asked again an hour later. What cannot be told (refused, a wall, no answer) is tried sooner, less often each
 * time, and takes nothing back that was told.
 * @param chance from 0 to 1, spreads the checks over the day
 */
export function nextHealth(before: Health, finding: Finding, now: Date, chance: number): NextHealth {
  const first = finding.reason === "dns" && before.reason !== "dns";
  const outcome = first ? "UNSURE" : finding.outcome;
  const failures = outcome === "UNSURE" ? before.failures + 1 : 0;
  const tell = (isBroken(outcome) && before.told !== outcome) || (outcome === "OK" && isBroken(before.told));
  const hours = first
    ? 1
    : outcome === "UNSURE"
      ? Math.min(6 * 2 ** (failures - 1), 2 * DAY_HOURS)
      : DAY_HOURS;
  return {
    outcome,
    reason: finding.reason,
    told: tell ? outcome : before.told,
    failures,
    // A tenth more or less, so that what was asked together is not asked together for ever.
    nextCheckAt: new Date(now.getTime() + hours * HOUR * (0.9 + 0.2 * chance)),
    changed: outcome !== before.outcome,
    tell,
  };
}

/**
 * How long a host is left alone that refuses us: as long as it asks (Retry-After, in seconds or as a date, RFC 9110
 * section 10.2.3), else ten minutes, doubling each time; a day at most.
 */
export function restMs(retryAfter: string | undefined, strikes: number, now: Date): number {
  const asked = readRetryAfter(retryAfter, now);
  const own = 10 * 60_000 * 2 ** Math.min(strikes, 10);
  return Math.min(Math.max(asked ?? own, 60_000), DAY_HOURS * HOUR);
}

function readRetryAfter(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim()) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : date - now.getTime();
}
