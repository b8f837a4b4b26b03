import type { SubmissionResult } from "@conform-to/react";

/**
 * The answer to one form of a page with several: each sends its name in the hidden field `intent`, which comes back
 * with what was typed.
 */
export function resultFor(
  intent: string,
  result: SubmissionResult<string[]> | undefined,
): SubmissionResult<string[]> | undefined {
  return result?.initialValue?.intent === intent ? result : undefined;
}
