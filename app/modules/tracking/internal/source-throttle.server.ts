import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "~/kernel/app-error";

/**
 * Calls a minute that one web process takes. A mobile carrier puts thousands of buyers behind one address, of whom
 * few pay within one minute; a shop's rush stays below what a key or an endpoint may send.
 */
const limits = {
  /** From one address, whatever it calls. */
  address: new RateLimiterMemory({ points: 60, duration: 60 }),
  siteKey: new RateLimiterMemory({ points: 600, duration: 60 }),
  endpoint: new RateLimiterMemory({ points: 600, duration: 60 }),
};

/** Counts a call. @throws AppError `too_many` with the seconds to wait. */
export async function throttleSource(of: keyof typeof limits, who: string): Promise<void> {
  try {
    await limits[of].consume(who);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new AppError("too_many", `too many reports of one ${of}`, {
      message: { key: "tracking:error.tooManyCalls", params: { seconds } },
      retryAfterSeconds: seconds,
    });
  }
}
