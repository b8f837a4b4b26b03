import { type Finding, type HealthOutcome, isBroken } from "./page-health";

/** What is known of an address. */
export type Health = {
  outcome: HealthOutcome | null;
  reason: string;
  told: HealthOutcome | null;
  failures: number;
  /** Since when it could not be reached; null where it answers. */
  unreachableSince: Date | null;
};

export type NextHealth = Health & {
  nextCheckAt: Date;
  /** Whether the address is now found otherwise than before. */
  changed: boolean;
  /**
   * Whether the Lapas is to be told: broken in a way that it was not told of, an own shop out of reach for the third day,
   * or well again.
   */
  tell: boolean;
};

/** An address is looked at again on request no sooner than so long after the last time. */
export const RECHECK_AFTER_MS = 10 * 60_000;

const HOUR = 3_600_000;
const DAY_HOURS = 24;
/** With a look a day this is the third day in a row: no night's maintenance and no weekend's outage of a provider. */
const TELL_AFTER_HOURS = 2 * DAY_HOURS;

/** What happened where nothing could be reached; words are in the messages `health.unreachable` under these names. */
export const UNREACHABLE = ["dns", "connection", "tls", "tls-expired", "timeout", "server"] as const;
export type Unreachable = (typeof UNREACHABLE)[number];

/** What kept us from a page, of a reason; null where its host answered us, were it by refusing. */
export function unreachableBy(reason: string): Unreachable | null {
  if (/^http:5\d\d$/.test(reason)) return "server";
  return UNREACHABLE.find((each) => each === reason) ?? null;
}

/**
 * What one more finding makes of what is known. A name that does not resolve is first believed to be our own trouble
 * and asked again an hour later. What cannot be told (refused, a wall, no answer) is tried sooner, less often each
 * time, and takes nothing back that was told. An own shop that cannot be reached is looked at daily: only its Lapas can
 * mend it, while a marketplace mends itself. That it is down replaces what was told before.
 * @param own whether it is a shop of a Lapas itself
 * @param chance from 0 to 1, spreads the checks over the day
 */
export function nextHealth(
  before: Health,
  finding: Finding,
  now: Date,
  own: boolean,
  chance: number,
): NextHealth {
  const first = finding.reason === "dns" && before.reason !== "dns";
  const outcome = first ? "UNSURE" : finding.outcome;
  const failures = outcome === "UNSURE" ? before.failures + 1 : 0;
  const unreachable = outcome === "UNSURE" && unreachableBy(finding.reason) !== null;
  const unreachableSince = unreachable ? (before.unreachableSince ?? now) : null;
  const downFor = unreachableSince ? now.getTime() - unreachableSince.getTime() : 0;
  const down = own && downFor >= TELL_AFTER_HOURS * HOUR && before.told !== "UNSURE";
  const wellAgain = outcome === "OK" && (isBroken(before.told) || before.told === "UNSURE");
  const tell = (isBroken(outcome) && before.told !== outcome) || down || wellAgain;
  const hours = first
    ? 1
    : outcome === "UNSURE"
      ? Math.min(6 * 2 ** (failures - 1), own && unreachable ? DAY_HOURS : 2 * DAY_HOURS)
      : DAY_HOURS;
  return {
    outcome,
    reason: finding.reason,
    told: tell ? outcome : before.told,
    failures,
    unreachableSince,
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
