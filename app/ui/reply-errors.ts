import type { SubmissionResult } from "@conform-to/react";

/** All that a form was refused for, of whichever field, for pages that show it in one place. */
export function replyErrors(reply: SubmissionResult<string[]> | undefined): string[] {
  return Object.values(reply?.error ?? {}).flatMap((errors) => errors ?? []);
}
