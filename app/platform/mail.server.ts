import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { newId } from "~/kernel/id";
import { env } from "./env.server";
import { log } from "./log.server";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Names what the mail is about; one that is sent twice gets the same Message-ID and is shown once. */
  reference?: string;
};

/** A Message-ID of our own host; `reference` is made of letters, digits and hyphens. */
function messageId(reference: string): string {
  return `<${reference.replace(/[^a-z0-9-]/gi, "-")}@${new URL(env().PUBLIC_URL).hostname}>`;
}

/** Folder in GAUNG_HOME where mail is laid down while no SMTP_URL is set. */
export const MAIL_FOLDER = "mail";

/**
 * Sends a mail, by SMTP where SMTP_URL is set; else lays it down as an .eml file, so that a trial without a mail
 * server still shows what would have been sent.
 * @throws the transport's error; the calling job retries.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, GAUNG_HOME } = env();
  const { reference, ...content } = mail;
  const message = { ...content, from: MAIL_FROM, ...(reference ? { messageId: messageId(reference) } : {}) };
  if (SMTP_URL) {
    await createTransport(SMTP_URL).sendMail(message);
    return;
  }
  const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const folder = path.join(GAUNG_HOME, MAIL_FOLDER);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${newId()}.eml`);
  await writeFile(file, sent.message as Buffer, { mode: 0o600 });
  log().info({ file }, "no SMTP_URL: mail laid down as a file");
}
