import type { Tone } from "~/ui/badge";
import type { CaseStatus, Turn } from "../fraud";

/** What a case's state is called: an answer is a state of its own for whoever reads it. */
export function stateOf(row: { status: CaseStatus; turn: Turn }): CaseStatus | "ANSWERED" {
  return row.status === "ASKED" && row.turn?.who === "OFFICER" ? "ANSWERED" : row.status;
}

export const STATE_TONES: Record<CaseStatus | "ANSWERED", Tone> = {
  OPEN: "warning",
  ASKED: "info",
  ANSWERED: "warning",
  CLEARED: "success",
  CONFIRMED: "neutral",
};

export const HOLD_TONES = {
  HELD: "warning",
  RELEASED: "success",
  VOIDED: "neutral",
} as const satisfies Record<string, Tone>;

export const EVENT_TONES = {
  OPENED: "neutral",
  QUESTION: "info",
  ANSWER: "accent",
  CLEARED: "success",
  CONFIRMED: "warning",
} as const satisfies Record<string, Tone>;
