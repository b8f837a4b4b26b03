import type { Ctx } from "~/platform/context.server";
import { holdReference, isUndecided, type Outcome, type Turn, turnOf } from "../fraud";
import { heldSums } from "../internal/held-sums.server";
import type { SignalKind } from "../signals";

type Recipient = {
  email: string;
  name: string;
  locale: string;
  claimId: string;
  campaign: string;
  institution: string;
  timeZone: string;
};

export type HoldLetter = Recipient & {
  kinds: SignalKind[];
  orders: number;
  heldRupiah: bigint;
  turn: NonNullable<Turn>;
};
export type QuestionLetter = Recipient & { question: string; until: Date };
export type DecisionLetter = Recipient & {
  outcome: Outcome;
  reason: string;
  /** How many orders it was about, and the commission of theirs as it stands now. */
  orders: number;
  commissionRupiah: bigint;
};

const select = {
  dueAt: true,
  claimId: true,
  institution: { select: { name: true, timeZone: true } },
  claim: {
    select: {
      campaign: { select: { title: true } },
      creator: { select: { user: { select: { email: true, name: true, locale: true } } } },
    },
  },
} as const;

type Row = {
  claimId: string;
  institution: { name: string; timeZone: string };
  claim: {
    campaign: { title: string };
    creator: { user: { email: string; name: string; locale: string } };
  };
};

const recipientOf = ({ claimId, institution, claim }: Row): Recipient => ({
  ...claim.creator.user,
  ...{ claimId, campaign: claim.campaign.title },
  ...{ institution: institution.name, timeZone: institution.timeZone },
});

/** What the mail about commission on hold tells; null where nothing waits (any more). */
export async function holdLetter(ctx: Ctx, input: { caseId: string }): Promise<HoldLetter | null> {
  const row = await ctx.db.fraudCase.findUnique({
    where: { id: input.caseId },
    select: {
      ...select,
      ...{ status: true, answeredAt: true },
      signals: { select: { kind: true }, orderBy: [{ strength: "desc" }, { id: "asc" }] },
    },
  });
  const turn = row && isUndecided(row.status) ? turnOf(row) : null;
  const held = (await heldSums(ctx, [input.caseId])).get(input.caseId);
  if (!row || !turn || !held || held.orders === 0) return null;
  return { ...recipientOf(row), ...held, kinds: [...new Set(row.signals.map(({ kind }) => kind))], turn };
}

/** What the mail about a question tells; null for none. */
export async function questionLetter(ctx: Ctx, input: { messageId: string }): Promise<QuestionLetter | null> {
  const row = await ctx.db.fraudMessage.findUnique({
    where: { id: input.messageId },
    select: { text: true, fraudCase: { select } },
  });
  if (!row) return null;
  return { ...recipientOf(row.fraudCase), question: row.text, until: row.fraudCase.dueAt };
}

/** What the mail about a decision tells; null for none. */
export async function decisionLetter(
  ctx: Ctx,
  input: { decisionId: string },
): Promise<DecisionLetter | null> {
  const row = await ctx.db.fraudDecision.findUnique({
    where: { id: input.decisionId },
    select: { caseId: true, outcome: true, reason: true, fraudCase: { select } },
  });
  if (!row || (row.outcome !== "CLEARED" && row.outcome !== "CONFIRMED")) return null;
  const [sums] = await ctx.db.$queryRaw<{ orders: number; commissionRupiah: bigint }[]>`
    SELECT count(*)::int4 AS orders, coalesce(sum(credit.commission_rupiah), 0)::int8 AS "commissionRupiah"
    FROM commission_hold hold LEFT JOIN conversion_credit credit USING (conversion_id, claim_id)
    WHERE hold.reference = ${holdReference(row.caseId)}`;
  const { orders, commissionRupiah } = sums ?? { orders: 0, commissionRupiah: 0n };
  return {
    ...recipientOf(row.fraudCase),
    ...{ outcome: row.outcome, reason: row.reason, orders, commissionRupiah },
  };
}
