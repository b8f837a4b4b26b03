import type * as Verdict from "~/modules/tracking/verdict";

/** A browser that some rules take for a person and others for a robot. */
export const DOUBTED =
  "Mozilla/5.0 (Linux; Android 14; DOUBTED) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36";

/** Which rules are in force. */
export const rules = { doubtedIsRobot: false };

/** The module of verdicts with rules that can be changed, for `vi.mock`. */
export async function doubting(importActual: () => Promise<typeof Verdict>): Promise<typeof Verdict> {
  const actual = await importActual();
  return {
    ...actual,
    judgeFacts: (facts, signals) =>
      rules.doubtedIsRobot && facts.reason === "ua:browser"
        ? { verdict: "BOT", reason: "ua:robot" }
        : actual.judgeFacts(facts, signals),
  };
}
