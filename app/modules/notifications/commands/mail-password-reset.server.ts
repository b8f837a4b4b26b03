import type { JobPayload } from "~/kernel/job";
import type { passwordResetRequested } from "~/modules/identity/identity.jobs";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { unseal } from "~/platform/sealed.server";
import { sha256 } from "~/platform/secrets.server";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";
import { resetLetter } from "../queries/reset-letter.server";

/** Mails the link for a new password, unless it was used, replaced or has ended since. */
export async function mailPasswordReset(
  ctx: Ctx,
  payload: JobPayload<typeof passwordResetRequested>,
): Promise<void> {
  const token = unseal("passwordReset", payload.sealedToken);
  const person = await resetLetter(ctx, { userId: payload.userId, token });
  if (!person) return;
  const t = await translator(person.locale);
  await sendLetter(
    person.email,
    `reset-${sha256(token)}`,
    {
      locale: person.locale,
      subject: t("reset.subject"),
      name: person.name,
      paragraphs: [t("reset.text")],
      button: { label: t("reset.button"), url: `${env().PUBLIC_URL}/atur-ulang-sandi/${token}` },
      note: t("reset.unexpected"),
    },
    t,
  );
}
