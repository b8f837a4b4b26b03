import type { Ctx } from "~/platform/context.server";
import type { Outcome } from "../fraud";

type Recipient = {
  email: string;
  name: string;
  locale: string;
  claimId: string;
  campaign: string;
  institution: string;
  timeZone: string;
};

export type QuestionLetter = Recipient & { question: string; until: Date };
export type DecisionLetter = Recipient & { outcome: Outcome; reason: string };

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
    select: { outcome: true, reason: true, fraudCase: { select } },
  });
  if (!row || (row.outcome !== "CLEARED" && row.outcome !== "CONFIRMED")) return null;
  return { ...recipientOf(row.fraudCase), outcome: row.outcome, reason: row.reason };
}
