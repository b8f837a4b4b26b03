import type { JobPayload } from "~/kernel/job";
import type { fraudAsked } from "~/modules/fraud/fraud.jobs";
import { questionLetter } from "~/modules/fraud/queries/fraud-letter.server";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { letterDate } from "../internal/letter-date";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";

/** Tells the influencer what an officer asks about a commission on hold, and until when to answer. */
export async function mailFraudQuestion(ctx: Ctx, payload: JobPayload<typeof fraudAsked>): Promise<void> {
  const letter = await questionLetter(ctx, payload);
  if (!letter) return;
  const t = await translator(letter.locale);
  const { campaign, institution, question, locale } = letter;
  await sendLetter(
    letter.email,
    `fraud-question-${payload.messageId}`,
    {
      locale,
      subject: t("fraud.askedSubject", { campaign }),
      name: letter.name,
      paragraphs: [
        t("fraud.asked", { campaign, institution }),
        t("fraud.question", { question }),
        t("fraud.askedNext", { date: letterDate(letter.until, locale, letter.timeZone) }),
      ],
      button: {
        label: t("fraud.askedButton"),
        url: `${env().PUBLIC_URL}/klaim/${letter.claimId}/pemeriksaan`,
      },
    },
    t,
  );
}
