import type { Translate } from "~/kernel/app-error";
import type { JobPayload } from "~/kernel/job";
import type { commissionHeld } from "~/modules/fraud/fraud.jobs";
import { type HoldLetter, holdLetter } from "~/modules/fraud/queries/fraud-letter.server";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { letterDate } from "../internal/letter-date";
import { letterRupiah } from "../internal/letter-figures";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";

function paragraphs(letter: HoldLetter, t: Translate): string[] {
  const { campaign, institution, orders, heldRupiah, kinds, turn, locale } = letter;
  const amount = letterRupiah(heldRupiah, locale);
  const date = letterDate(turn.until, locale, letter.timeZone);
  const why = kinds.map((kind) => `• ${t(`fraud:own.plain.${kind}`)}`).join("\n");
  return [
    t("fraud.held", { count: orders, amount, campaign, institution }),
    `${t("fraud.heldWhy")}\n${why}`,
    t("fraud.heldFair"),
    t(turn.who === "INFLUENCER" ? "fraud.heldAsked" : "fraud.heldNext", { date }),
  ];
}

/** Tells the influencer that commission of theirs waits: how much, why, what is asked, who decides and until when. */
export async function mailCommissionHeld(
  ctx: Ctx,
  payload: JobPayload<typeof commissionHeld>,
): Promise<void> {
  const letter = await holdLetter(ctx, payload);
  if (!letter) return;
  const t = await translator(letter.locale);
  await sendLetter(
    letter.email,
    `fraud-held-${payload.caseId}`,
    {
      locale: letter.locale,
      subject: t("fraud.heldSubject", { campaign: letter.campaign }),
      name: letter.name,
      paragraphs: paragraphs(letter, t),
      button: {
        label: t("fraud.heldButton"),
        url: `${env().PUBLIC_URL}/klaim/${letter.claimId}/pemeriksaan`,
      },
    },
    t,
  );
}
