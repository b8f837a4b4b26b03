import { AppError } from "~/kernel/app-error";
import type { Platform } from "~/modules/creators/platforms";
import { PLATFORM_NAMES } from "../platform-names";
import type { PostUrl } from "../post-url";

/** What is wrong with an address, at its field and in the person's words. */
export function urlFault(field: string, wanted: Platform, read: Extract<PostUrl, { ok: false }>): AppError {
  const found = read.found ? PLATFORM_NAMES[read.found] : null;
  const key = read.fault === "otherPlatform" && !found ? "otherPlace" : read.fault;
  const message = {
    key: `content:error.url.${key}`,
    params: { wanted: PLATFORM_NAMES[wanted], ...(found ? { found } : {}) },
  };
  return new AppError("invalid", `address refused: ${read.fault}`, { fields: { [field]: [message] } });
}
