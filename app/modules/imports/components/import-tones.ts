import type { Tone } from "~/ui/badge";
import type { ImportStatus, RowOutcome } from "../import";

export const STATUS_TONES: Record<ImportStatus, Tone> = {
  READING: "info",
  NEEDS_INPUT: "accent",
  COMPARING: "info",
  READY: "accent",
  APPLYING: "info",
  APPLIED: "success",
  UNDOING: "info",
  UNDONE: "neutral",
  CANCELLED: "neutral",
  REFUSED: "danger",
};

export const OUTCOME_TONES: Record<RowOutcome, Tone> = {
  NEW: "success",
  UPDATED: "info",
  BACKWARD: "warning",
  UNCHANGED: "neutral",
  SKIPPED: "neutral",
  REFUSED: "danger",
};
