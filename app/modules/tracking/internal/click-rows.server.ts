import { type BulkClient, copyIn } from "~/platform/bulk.server";
import { REASONS } from "../reasons";
import { VERDICT_RULES_VERSION } from "../verdict";
import type { JudgedClick } from "./judged-click";

const STATEMENT = `COPY click (id, visitor_hash, link_no, agent_id, network_hash, referrer_id, signals, verdict, reason,
  rules_version, step, country, language) FROM STDIN WITH (FORMAT binary)`;

/*
 * PostgreSQL's binary COPY (manual, "COPY", file formats): a signature, then for each row the number of fields and for
 * each field its length and bytes, in network order; -1 stands for NULL as a length and ends the rows as a number.
 */
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const HEADER_BYTES = SIGNATURE.length + 8;
const FIELDS = 13;
/** Lengths of all fields, and the widest that each can be. */
const MAX_ROW_BYTES = 2 + FIELDS * 4 + 16 + 8 + 4 * 5 + 10 + 2 * 3 + 2 + 3;

/** A judged click with the numbers that its row holds in place of texts. */
export type NumberedClick = { click: JudgedClick; agentId: number; referrerId: number | null };

/** Writes rows. @throws DatabaseError `unique_violation` when one of them is there already: then none is written. */
export async function copyClicks(client: BulkClient, clicks: readonly NumberedClick[]): Promise<void> {
  await copyIn(client, STATEMENT, rowsOf(clicks));
}

/** Rows as PostgreSQL reads them. */
export function rowsOf(clicks: readonly NumberedClick[]): Buffer {
  const rows = Buffer.allocUnsafe(HEADER_BYTES + clicks.length * MAX_ROW_BYTES + 2);
  let at = SIGNATURE.copy(rows);
  rows.fill(0, at, HEADER_BYTES);
  at = HEADER_BYTES;
  for (const click of clicks) at = writeRow(rows, at, click);
  return rows.subarray(0, rows.writeInt16BE(-1, at));
}

function writeRow(rows: Buffer, start: number, { click, agentId, referrerId }: NumberedClick): number {
  const { fact, judgement } = click;
  let at = rows.writeInt16BE(FIELDS, start);
  at = rows.writeInt32BE(16, at);
  at += rows.write(fact.id, at, 16, "hex");
  at = rows.writeInt32BE(8, at);
  at += rows.write(fact.visitorHash, at, 8, "hex");
  at = writeInt(rows, at, click.link.no);
  at = writeInt(rows, at, agentId);
  at = rows.writeInt32BE(4, at);
  at += rows.write(fact.networkHash, at, 4, "hex");
  at = referrerId === null ? rows.writeInt32BE(-1, at) : writeInt(rows, at, referrerId);
  at = writeInt(rows, at, fact.signals);
  at = writeText(rows, at, judgement.verdict);
  at = writeSmall(rows, at, REASONS[judgement.reason]);
  at = writeSmall(rows, at, VERDICT_RULES_VERSION);
  at = writeSmall(rows, at, click.step);
  at = writeText(rows, at, fact.country);
  return writeText(rows, at, fact.language);
}

function writeInt(rows: Buffer, at: number, value: number): number {
  return rows.writeInt32BE(value, rows.writeInt32BE(4, at));
}

function writeSmall(rows: Buffer, at: number, value: number): number {
  return rows.writeInt16BE(value, rows.writeInt32BE(2, at));
}

/** Short ASCII texts, and the labels of enums. */
function writeText(rows: Buffer, at: number, text: string | null): number {
  if (text === null) return rows.writeInt32BE(-1, at);
  const start = rows.writeInt32BE(text.length, at);
  return start + rows.write(text, start, "latin1");
}
