import type { Device } from "./device";
import { DEVICES } from "./device";
import { VERDICTS, type Verdict } from "./verdict";

/** One click as it travels from the web process to the worker. When it happened is in its id (UUID version 7). */
export type ClickFact = {
  id: string;
  linkId: string;
  verdict: Verdict;
  /** Which rule decided. */
  reason: string;
  /** 64 bits as 16 hexadecimal digits. */
  visitorHash: string;
  referrerHost: string | null;
  device: Device;
};

/** The shape of a batch; raise it when the text changes, and keep reading the one before. */
export const BATCH_VERSION = 1;

/**
 * A batch is one text: JSON and PostgreSQL then handle a single value however many clicks there are, which is a
 * large part of what a click costs. Fields of fixed width first, then the reason, a comma, and the referrer.
 */
const SEPARATOR = ";";
const WIDTH = 32 + 32 + 1 + 1 + 16;
const RECORD =
  /^([0-9a-f]{32})([0-9a-f]{32})([HBVFSDQ])([mtdo])([0-9a-f]{16})([a-z0-9:._-]{1,40}),([a-z0-9.-]{0,100})$/;

const VERDICT_LETTERS: Record<Verdict, string> = {
  HUMAN: "H",
  BOT: "B",
  PREVIEW: "V",
  PREFETCH: "F",
  STAFF: "S",
  DUPLICATE: "D",
  SUSPICIOUS: "Q",
};
const DEVICE_LETTERS: Record<Device, string> = { mobile: "m", tablet: "t", desktop: "d", other: "o" };

function reversed<Key extends string>(keys: readonly Key[], letters: Record<Key, string>): Map<string, Key> {
  return new Map(keys.map((key) => [letters[key], key]));
}

const LETTER_VERDICTS = reversed(VERDICTS, VERDICT_LETTERS);
const LETTER_DEVICES = reversed(DEVICES, DEVICE_LETTERS);

/** A UUID without its hyphens, as it stands in batches and tokens. */
export function compactId(id: string): string {
  return id.replaceAll("-", "");
}

/** A UUID in its usual form again. */
export function fullId(compact: string): string {
  return `${compact.slice(0, 8)}-${compact.slice(8, 12)}-${compact.slice(12, 16)}-${compact.slice(16, 20)}-${compact.slice(20)}`;
}

/** The instant in a UUID version 7, in milliseconds since 1970 (RFC 9562, section 5.7). */
export function timeOfId(id: string): number {
  return Number.parseInt(compactId(id).slice(0, 12), 16);
}

/** What a user agent contributes to each of its clicks: worked out once for each agent, put in by the redirect. */
export function agentLetters(verdict: Verdict, device: Device): string {
  return VERDICT_LETTERS[verdict] + DEVICE_LETTERS[device];
}

/** One record from parts that are already in the batch's form. */
export function encodeRecord(
  id: string,
  linkId: string,
  letters: string,
  visitorHash: string,
  reason: string,
  referrerHost: string | null,
): string {
  return `${id}${linkId}${letters}${visitorHash}${reason},${referrerHost ?? ""}`;
}

export function joinRecords(records: readonly string[]): string {
  return records.join(SEPARATOR);
}

/** A batch of clicks, for what does not come through the redirect (demo data, tests). */
export function encodeClicks(clicks: readonly ClickFact[]): { v: typeof BATCH_VERSION; clicks: string } {
  const records = clicks.map((click) =>
    encodeRecord(
      compactId(click.id),
      compactId(click.linkId),
      agentLetters(click.verdict, click.device),
      click.visitorHash,
      click.reason,
      click.referrerHost,
    ),
  );
  return { v: BATCH_VERSION, clicks: joinRecords(records) };
}

function decodeRecord(record: string): ClickFact {
  const match = RECORD.exec(record);
  const verdict = LETTER_VERDICTS.get(match?.[3] ?? "");
  const device = LETTER_DEVICES.get(match?.[4] ?? "");
  if (!match || !verdict || !device) {
    throw new RangeError(`not a click: ${record.slice(0, WIDTH)}`);
  }
  const [, id = "", linkId = "", , , visitorHash = "", reason = "", host = ""] = match;
  return {
    id: fullId(id),
    linkId: fullId(linkId),
    verdict,
    reason,
    visitorHash,
    referrerHost: host === "" ? null : host,
    device,
  };
}

/** The clicks of a batch. @throws RangeError for a record of another form. */
export function decodeClicks(batch: { clicks: string }): ClickFact[] {
  return batch.clicks === "" ? [] : batch.clicks.split(SEPARATOR).map(decodeRecord);
}
