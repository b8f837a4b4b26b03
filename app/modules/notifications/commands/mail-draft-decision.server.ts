import type { JobPayload } from "~/kernel/job";
import type { draftDecided } from "~/modules/content/content.jobs";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";
import { type DraftLetter, draftLetter } from "../queries/draft-letter.server";

/** The texts of an outcome: `draft.approved`, `draft.approvedSubject` and so on. */
const TEXTS: Record<DraftLetter["outcome"], string> = {
  APPROVED: "draft.approved",
  REVISION_REQUESTED: "draft.revision",
  REJECTED: "draft.rejected",
};

/** Tells the influencer what the reviewer decided about a draft, with the comment and what comes next. */
export async function mailDraftDecision(ctx: Ctx, payload: JobPayload<typeof draftDecided>): Promise<void> {
  const draft = await draftLetter(ctx, payload);
  if (!draft) return;
  const t = await translator(draft.locale);
  const text = TEXTS[draft.outcome];
  const { institution, campaign, number, platform, format } = draft;
  const comment = draft.comment.trim();
  await sendLetter(
    draft.email,
    `draft-${payload.draftVersionId}`,
    {
      locale: draft.locale,
      subject: t(`${text}Subject`, { campaign }),
      name: draft.name,
      paragraphs: [
        t(text, { institution, campaign, number, platform: platformName(platform), format }),
        ...(comment ? [t("draft.comment", { comment })] : []),
        t(`${text}Next`),
      ],
      button: {
        label: t(`${text}Button`),
        url: `${env().PUBLIC_URL}/klaim/${draft.claimId}/konten/${draft.deliverableId}`,
      },
    },
    t,
  );
}

/** Names of their own, alike in every language. */
const PLATFORM_NAMES: Record<string, string> = {
  INSTAGRAM: "Instagram",
  TIKTOK: "TikTok",
  YOUTUBE: "YouTube",
  FACEBOOK: "Facebook",
  X: "X",
  WHATSAPP: "WhatsApp",
};

function platformName(platform: string): string {
  return PLATFORM_NAMES[platform] ?? platform;
}
