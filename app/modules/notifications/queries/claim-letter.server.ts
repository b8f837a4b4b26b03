import type { Ctx } from "~/platform/context.server";

export type ClaimLetter = {
  email: string;
  name: string;
  locale: string;
  status: "ACCEPTED" | "REJECTED";
  reason: string | null;
  campaign: string;
  institution: string;
};

/** What the mail about a decided claim tells; null while it is undecided, or was withdrawn. */
export async function claimLetter(ctx: Ctx, input: { claimId: string }): Promise<ClaimLetter | null> {
  const row = await ctx.db.claim.findUnique({
    where: { id: input.claimId },
    select: {
      status: true,
      decisionReason: true,
      campaign: { select: { title: true, institution: { select: { name: true } } } },
      creator: { select: { user: { select: { email: true, name: true, locale: true } } } },
    },
  });
  if (!row || (row.status !== "ACCEPTED" && row.status !== "REJECTED")) return null;
  return {
    ...row.creator.user,
    status: row.status,
    reason: row.decisionReason,
    campaign: row.campaign.title,
    institution: row.campaign.institution.name,
  };
}
