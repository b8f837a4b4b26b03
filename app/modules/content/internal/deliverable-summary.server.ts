import type { ClaimStatus } from "~/modules/claims/claim";
import type { Prisma } from "~/platform/db.server";
import { isOverdue, parseDeliverableKey, type Turn, type TurnInput, turnOf } from "../deliverable";

/** What every list of deliverables reads. */
export const summarySelect = {
  id: true,
  key: true,
  claimId: true,
  platform: true,
  format: true,
  status: true,
  dueAt: true,
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      number: true,
      submittedAt: true,
      decision: { select: { outcome: true, comment: true, decidedAt: true } },
    },
  },
  proof: { select: { url: true, submittedAt: true } },
} satisfies Prisma.DeliverableSelect;

type SummaryRow = Prisma.DeliverableGetPayload<{ select: typeof summarySelect }>;

/**
 * A deliverable as lists show it: where it stands, whose turn it is, and what was last said about it. It is nobody's
 * turn once the claim has ended.
 */
export function summarise(row: SummaryRow, now: Date, claimStatus: ClaimStatus) {
  const newest = row.versions[0];
  const { ordinal } = parseDeliverableKey(row.key);
  const turn = claimTurn(claimStatus, {
    status: row.status,
    dueAt: row.dueAt,
    submittedAt: newest?.submittedAt ?? null,
    decidedAt: newest?.decision?.decidedAt ?? null,
  });
  return {
    id: row.id,
    claimId: row.claimId,
    key: row.key,
    ordinal,
    platform: row.platform,
    format: row.format,
    status: row.status,
    dueAt: row.dueAt,
    turn,
    overdue: isOverdue(turn, now),
    /** Number of the newest version; 0 before the first. */
    version: newest?.number ?? 0,
    submittedAt: newest?.submittedAt ?? null,
    lastComment: newest?.decision?.comment || null,
    postUrl: row.proof?.url ?? null,
  };
}

/** Whose turn it is on a claim's content. */
export function claimTurn(claimStatus: ClaimStatus, input: TurnInput): Turn | null {
  return claimStatus === "ACCEPTED" ? turnOf(input) : null;
}

export type DeliverableSummary = ReturnType<typeof summarise>;
