import { groupBy } from "./group-by";
import type { SignalKind } from "./signals";
import { CASE_STRENGTH, DAY_MS, WEIGHTS } from "./thresholds";

export const CASE_STATUSES = ["OPEN", "ASKED", "CLEARED", "CONFIRMED"] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
export type Outcome = "CLEARED" | "CONFIRMED";

/** Days for officers to look at a case or an answer, and for influencers to answer. */
export const OFFICER_DAYS = 7;
export const ANSWER_DAYS = 7;

/** How much signals of one claim say together: the strongest of each kind, and one for each repetition that counts. */
export function strengthOf(signals: readonly { kind: SignalKind; strength: number }[]): number {
  const kinds = groupBy(signals, ({ kind }) => kind);
  return [...kinds].reduce((sum, [kind, group]) => {
    const strongest = Math.max(...group.map(({ strength }) => strength));
    return sum + strongest + (WEIGHTS[kind].repeats ? group.length - 1 : 0);
  }, 0);
}

/** Whether they are enough for an officer to be asked. */
export function makesCase(signals: readonly { kind: SignalKind; strength: number }[]): boolean {
  return strengthOf(signals) >= CASE_STRENGTH;
}

export const isUndecided = (status: CaseStatus) => status === "OPEN" || status === "ASKED";

/** Whether a case in this state may be decided so: once undecided, and again the other way. */
export function mayDecide(status: CaseStatus, outcome: Outcome): boolean {
  return status !== outcome;
}

export type Turn = { who: "OFFICER" | "INFLUENCER"; until: Date } | null;

/** Who has to act next, and until when. */
export function turnOf(row: { status: CaseStatus; dueAt: Date; answeredAt: Date | null }): Turn {
  if (!isUndecided(row.status)) return null;
  const waits = row.status === "ASKED" && row.answeredAt === null;
  return { who: waits ? "INFLUENCER" : "OFFICER", until: row.dueAt };
}

export const dueAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** Under which commission is held for a case. */
export const holdReference = (caseId: string) => `fraud:${caseId}`;

/** Whether somebody is concerned by a case and so cannot decide it: as its influencer, or as a buyer it names. */
export function isConcerned(
  userId: string,
  subject: { creatorUserId: string; officerUserIds: readonly string[] },
): boolean {
  return subject.creatorUserId === userId || subject.officerUserIds.includes(userId);
}
