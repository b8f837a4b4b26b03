import type { Translate } from "~/kernel/app-error";
import { sendMail } from "~/platform/mail.server";
import { compose, type Letter } from "./compose";

/**
 * Sends a letter. `reference` names its cause (a job that runs again names the same) and makes the Message-ID, so that
 * a mail sent twice is shown once.
 */
export async function sendLetter(to: string, reference: string, letter: Letter, t: Translate): Promise<void> {
  await sendMail({ to, reference, ...compose(letter, t) });
}
