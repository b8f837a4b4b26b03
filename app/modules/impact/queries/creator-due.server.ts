import { turnOf } from "~/modules/content/deliverable";
import type { Ctx } from "~/platform/context.server";

/** Who has to act next on a piece of content, and how. */
export type CreatorStep = "MAKE_DRAFT" | "REVISE" | "SEND_PROOF" | "WAIT_FOR_REVIEW";

export type CreatorDue = {
  deliverableId: string;
  claimId: string;
  step: CreatorStep;
  campaign: string;
  institution: string;
  /** Zone of the institution, in which the date is shown. */
  timeZone: string;
  platform: string;
  format: string;
  /** Until when, whoever has to act: a late review never makes the influencer late. */
  until: Date;
};

const STEPS = {
  AWAITING_DRAFT: "MAKE_DRAFT",
  REVISION_REQUESTED: "REVISE",
  APPROVED: "SEND_PROOF",
  IN_REVIEW: "WAIT_FOR_REVIEW",
} as const;
const OPEN = ["AWAITING_DRAFT", "REVISION_REQUESTED", "APPROVED", "IN_REVIEW"] as const;
const SHOWN = 6;

function isOpen(status: string): status is keyof typeof STEPS {
  return status in STEPS;
}

/**
 * What an influencer owes, and what of theirs waits for a Lapas, by due date. Their own steps come before the waits.
 * @throws AppError `forbidden` for another's rows.
 */
export async function creatorDue(ctx: Ctx, creatorId: string): Promise<CreatorDue[]> {
  ctx.authorize("report.own", { creatorId });
  const rows = await ctx.db.deliverable.findMany({
    where: { status: { in: [...OPEN] }, claim: { creatorId, status: "ACCEPTED" } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      claimId: true,
      status: true,
      platform: true,
      format: true,
      dueAt: true,
      versions: {
        select: { submittedAt: true, decision: { select: { decidedAt: true } } },
        orderBy: { number: "desc" },
        take: 1,
      },
      claim: {
        select: {
          campaign: { select: { title: true, institution: { select: { name: true, timeZone: true } } } },
        },
      },
    },
  });
  const steps = rows.flatMap((row): CreatorDue[] => {
    if (!isOpen(row.status)) return [];
    const { campaign } = row.claim;
    const newest = row.versions[0];
    const turn = turnOf({
      status: row.status,
      dueAt: row.dueAt,
      submittedAt: newest?.submittedAt ?? null,
      decidedAt: newest?.decision?.decidedAt ?? null,
    });
    return [
      {
        deliverableId: row.id,
        claimId: row.claimId,
        step: STEPS[row.status],
        campaign: campaign.title,
        institution: campaign.institution.name,
        timeZone: campaign.institution.timeZone,
        platform: row.platform,
        format: row.format,
        until: turn?.until ?? row.dueAt,
      },
    ];
  });
  steps.sort((a, b) => a.until.getTime() - b.until.getTime());
  const mine = steps.filter((step) => step.step !== "WAIT_FOR_REVIEW");
  const waits = steps.filter((step) => step.step === "WAIT_FOR_REVIEW");
  return [...mine, ...waits].slice(0, SHOWN);
}
