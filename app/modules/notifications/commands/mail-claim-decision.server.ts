import type { Translate } from "~/kernel/app-error";
import type { JobPayload } from "~/kernel/job";
import type { claimDecided } from "~/modules/claims/claims.jobs";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";
import { type ClaimLetter, claimLetter } from "../queries/claim-letter.server";

function paragraphs(claim: ClaimLetter, t: Translate): string[] {
  const names = { institution: claim.institution, campaign: claim.campaign };
  if (claim.status === "ACCEPTED") return [t("claim.accepted", names), t("claim.acceptedNext")];
  const reason = claim.reason ? [t("claim.reason", { reason: claim.reason })] : [];
  return [t("claim.rejected", names), ...reason, t("claim.rejectedNext")];
}

/** Tells the influencer what the Lapas decided about a claim, with the reason and what comes next. */
export async function mailClaimDecision(ctx: Ctx, payload: JobPayload<typeof claimDecided>): Promise<void> {
  const claim = await claimLetter(ctx, payload);
  if (!claim) return;
  const t = await translator(claim.locale);
  const accepted = claim.status === "ACCEPTED";
  const path = accepted ? `/klaim/${payload.claimId}` : "/brief";
  await sendLetter(
    claim.email,
    `claim-${payload.claimId}-${claim.status.toLowerCase()}`,
    {
      locale: claim.locale,
      subject: t(accepted ? "claim.acceptedSubject" : "claim.rejectedSubject", { campaign: claim.campaign }),
      name: claim.name,
      paragraphs: paragraphs(claim, t),
      button: {
        label: t(accepted ? "claim.acceptedButton" : "claim.rejectedButton"),
        url: `${env().PUBLIC_URL}${path}`,
      },
    },
    t,
  );
}
