import { createHmac } from "node:crypto";
import {
  type IRateLimiterStoreNoAutoExpiryOptions,
  RateLimiterPrisma,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { Db } from "~/platform/db.server";
import { keyFor } from "~/platform/secrets.server";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What is counted, how many tries are free, and within what time (seconds). Offices share one address: it gets more. */
const LIMITS = {
  signInAccount: { points: 10, duration: 15 * MINUTE },
  signInAddress: { points: 60, duration: 15 * MINUTE },
  registerAddress: { points: 20, duration: HOUR },
  resetAccount: { points: 3, duration: HOUR },
  resetAddress: { points: 20, duration: HOUR },
} as const;

export type LimitName = keyof typeof LIMITS;

const limiters = new WeakMap<Db, Map<LimitName, RateLimiterPrisma>>();

function limiter(db: Db, name: LimitName): RateLimiterPrisma {
  const ofDb = limiters.get(db) ?? new Map<LimitName, RateLimiterPrisma>();
  limiters.set(db, ofDb);
  const known = ofDb.get(name);
  if (known) return known;
  const options: IRateLimiterStoreNoAutoExpiryOptions = {
    ...LIMITS[name],
    storeClient: db,
    keyPrefix: name,
    // Rows that have ended are swept by the job sweepSessions.
    clearExpiredByTimeout: false,
  };
  const made = new RateLimiterPrisma(options);
  ofDb.set(name, made);
  return made;
}

/** Addresses and network keys are counted under a keyed hash, so that the table names nobody. */
function keyOf(subject: string): string {
  return createHmac("sha256", keyFor("throttle")).update(subject).digest("base64url").slice(0, 32);
}

/**
 * Counts a try. Counting comes before the work, so that a thousand at once are not all let through.
 * @returns the seconds to wait when there were too many, else null.
 */
export async function countTry(ctx: Ctx, name: LimitName, subject: string): Promise<number | null> {
  try {
    await limiter(ctx.db, name).consume(keyOf(subject));
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw refused;
  }
}

/** Counts a try and refuses too many. @throws AppError `too_many` with the minutes to wait. */
export async function throttle(ctx: Ctx, name: LimitName, subject: string): Promise<void> {
  const seconds = await countTry(ctx, name, subject);
  if (seconds === null) return;
  throw new AppError("too_many", `${name} is throttled for ${seconds} s`, {
    message: { key: "identity:error.tooManyTries", params: { minutes: Math.ceil(seconds / 60) } },
    retryAfterSeconds: seconds,
  });
}

/** Forgets the tries of a subject, or gives one back, after one that was right. */
export async function forgive(ctx: Ctx, name: LimitName, subject: string, how: "all" | "one"): Promise<void> {
  const counter = limiter(ctx.db, name);
  if (how === "all") await counter.delete(keyOf(subject));
  else await counter.reward(keyOf(subject));
}
