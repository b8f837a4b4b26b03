import type { JobPayload } from "~/kernel/job";
import type { invitationCreated } from "~/modules/identity/identity.jobs";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { unseal } from "~/platform/sealed.server";
import { sha256 } from "~/platform/secrets.server";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";
import { invitationLetter } from "../queries/invitation-letter.server";

/** Mails an invitation's link, unless it was decided, sent anew or has ended since. */
export async function mailInvitation(ctx: Ctx, payload: JobPayload<typeof invitationCreated>): Promise<void> {
  const invitation = await invitationLetter(ctx, { invitationId: payload.invitationId });
  const token = unseal("invitation", payload.sealedToken);
  if (!invitation || invitation.tokenHash !== sha256(token)) return;
  const { email, locale, inviter, timeZone, expiresAt } = invitation;
  const t = await translator(locale);
  const role = t(`identity:role.${invitation.role}`);
  const place = invitation.place ?? t("identity:place.nation");
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone }).format(expiresAt);
  await sendLetter(
    email,
    `invitation-${invitation.tokenHash}`,
    {
      locale,
      subject: t("invitation.subject", { role }),
      name: null,
      paragraphs: [
        inviter ? t("invitation.byAt", { inviter, role, place }) : t("invitation.at", { role, place }),
        t("invitation.until", { date }),
      ],
      button: { label: t("invitation.button"), url: `${env().PUBLIC_URL}/undangan/${token}` },
      note: t("frame.unexpected"),
    },
    t,
  );
}
