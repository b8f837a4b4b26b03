import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "~/platform/env.server";
import { MAIL_FOLDER } from "~/platform/mail.server";

export type ReceivedMail = { headers: Record<string, string>; text: string; html: string };

const folder = () => path.join(env().GAUNG_HOME, MAIL_FOLDER);

/** Takes the transfer encoding away that nodemailer chose for a part. */
function decode(part: string): string {
  const [head = "", ...rest] = part.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A header's text: encoded words (RFC 2047) are decoded. */
function headerText(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) => {
    if (kind.toUpperCase() === "B") return Buffer.from(text, "base64").toString("utf8");
    const bytes = text
      .replaceAll("_", " ")
      .replace(/=([0-9A-F]{2})/g, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  });
}

function parse(source: string): ReceivedMail {
  const [head = ""] = source.split("\r\n\r\n");
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), headerText(line.slice(colon + 1).trim())];
      }),
  );
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? "";
  const parts = source.split(`--${boundary}`).map((part) => part.replace(/^\r\n/, ""));
  const find = (type: string) => decode(parts.find((part) => part.startsWith(`Content-Type: ${type}`)) ?? "");
  return { headers, text: find("text/plain"), html: find("text/html") };
}

/** The mails that were laid down since the last `emptyMailbox`, oldest first. */
export async function mailbox(): Promise<ReceivedMail[]> {
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const sources = await Promise.all(names.sort().map((name) => readFile(path.join(folder(), name), "utf8")));
  return sources.map(parse);
}

export async function emptyMailbox(): Promise<void> {
  await rm(folder(), { recursive: true, force: true });
}
