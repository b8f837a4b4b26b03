import type { Tone } from "~/ui/badge";
import type { CandidateOutcome } from "../attribution";
import type { ConversionStatus } from "../order-report";

export const STATUS_TONES: Record<ConversionStatus, Tone> = {
  PENDING: "warning",
  CONFIRMED: "success",
  REVERSED: "danger",
};

export const OUTCOME_TONES: Record<CandidateOutcome, Tone> = {
  won: "success",
  outranked: "neutral",
  later: "neutral",
  expired: "warning",
  after: "warning",
  early: "warning",
  unknown: "danger",
  invalid: "danger",
};
