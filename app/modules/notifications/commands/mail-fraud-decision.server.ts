import type { JobPayload } from "~/kernel/job";
import type { fraudDecided } from "~/modules/fraud/fraud.jobs";
import { decisionLetter } from "~/modules/fraud/queries/fraud-letter.server";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { letterRupiah } from "../internal/letter-figures";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";

const TEXTS = { CLEARED: "fraud.cleared", CONFIRMED: "fraud.confirmed" } as const;

/** Tells the influencer how a review of their commission was decided, and why. */
export async function mailFraudDecision(ctx: Ctx, payload: JobPayload<typeof fraudDecided>): Promise<void> {
  const letter = await decisionLetter(ctx, payload);
  if (!letter) return;
  const t = await translator(letter.locale);
  const text = TEXTS[letter.outcome];
  const { campaign, institution, reason, locale, orders: count } = letter;
  const amount = letterRupiah(letter.commissionRupiah, locale);
  await sendLetter(
    letter.email,
    `fraud-decision-${payload.decisionId}`,
    {
      locale,
      subject: t(`${text}Subject`, { campaign }),
      name: letter.name,
      paragraphs: [
        t(count === 0 ? `${text}Nothing` : text, { campaign, institution, count, amount }),
        t("fraud.reason", { reason }),
        t(`${text}Next`),
      ],
      button: {
        label: t("fraud.decidedButton"),
        url: `${env().PUBLIC_URL}/klaim/${letter.claimId}/pemeriksaan`,
      },
    },
    t,
  );
}
