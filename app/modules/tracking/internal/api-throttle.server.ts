import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "~/kernel/app-error";

/** Calls a minute that one key may make of one web process: far above a busy shop, far below what would hurt. */
const CALLS_PER_MINUTE = 600;

const limiter = new RateLimiterMemory({ points: CALLS_PER_MINUTE, duration: 60 });

/** Counts an API call of a key. @throws AppError `too_many` with the seconds to wait. */
export async function throttleApiKey(apiKeyId: string): Promise<void> {
  try {
    await limiter.consume(apiKeyId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new AppError("too_many", `API key ${apiKeyId} called too often`, {
      message: { key: "tracking:error.tooManyCalls", params: { seconds } },
      retryAfterSeconds: seconds,
    });
  }
}
