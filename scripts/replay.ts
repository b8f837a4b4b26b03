import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { inTimeOrder, type LogLine, parseLogLine } from "~/modules/tracking/access-log";
import { readLinkCode } from "~/modules/tracking/codes";
import { SIGNAL } from "~/modules/tracking/signals";
import { judge } from "~/modules/tracking/verdict";
import type { Db } from "~/platform/db.server";
import { acquireDatabase } from "./lib/database.mjs";

const USAGE = `Usage: npm run replay -- FILE --link CODE [--speed N] [--limit LINES] [--url http://localhost:3000]

Sends an access log (combined format) through /r/CODE of a running Gaung, each line with its user agent, its referrer
and its place in time, and compares what was sent with what the rollups show.
  --speed N   N times as fast as it happened; without it, as fast as it goes
  --limit N   the first N lines only
  --url       where the web process answers
The lines' addresses go along in X-Forwarded-For. The server believes them (and so tells unique visitors apart) only
when it runs behind a proxy of its own, that is with TRUST_PROXY=1.`;

const CONCURRENCY = 32;
const CATCH_UP_MS = 120_000;

type Options = { file: string; code: string; speed: number | null; limit: number; url: URL };
/** `people` are those who counted and their repeats; `repeats` are told by the server alone. */
type Figures = { raw: number; people: number; robot: number; preview: number };
type Tally = {
  sent: Figures;
  skipped: number;
  unrecorded: number;
  failed: Map<string, number>;
};

function readOptions(): Options | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        link: { type: "string" },
        speed: { type: "string" },
        limit: { type: "string" },
        url: { type: "string", default: `http://localhost:${process.env.PORT || 3000}` },
      },
    });
    const file = positionals[0];
    const code = readLinkCode(values.link ?? "");
    const speed = values.speed === undefined ? null : Number(values.speed);
    const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
    if (!file || !code || !(limit > 0) || (speed !== null && !(speed > 0))) return null;
    return { file, code, speed, limit, url: new URL(`/r/${code}`, values.url) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

/** Reads the file line by line; what is no request of the combined format is counted and left out. */
async function* readLog(options: Options, tally: Tally): AsyncGenerator<LogLine & { bytes: number }> {
  const lines = createInterface({
    input: createReadStream(options.file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let count = 0;
  for await (const text of lines) {
    if (text.trim() === "") continue;
    if (count === options.limit) return;
    count += 1;
    const line = parseLogLine(text);
    const bytes = Buffer.byteLength(text) + 1;
    if (line && (line.method === "GET" || line.method === "HEAD")) yield { ...line, bytes };
    else tally.skipped += 1;
  }
}

/** A header may hold Latin-1 only; a log holds anything. */
const headerText = (text: string) => text.replace(/[^\x20-\x7e\xa0-\xff]/g, "?");

function send(url: URL, line: LogLine, agent: Agent): Promise<number> {
  const headers: Record<string, string> = { "X-Forwarded-For": headerText(line.address) };
  if (line.agent !== null) headers["User-Agent"] = headerText(line.agent);
  if (line.referrer !== null) headers.Referer = headerText(line.referrer);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: line.method, headers, agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** What the click is worth by the rules that the server uses too. */
function note(tally: Tally, line: LogLine, status: number): void {
  if (status === 307) tally.unrecorded += 1;
  else if (status !== 302 && status !== 200) fail(tally, `answer ${status}`);
  else {
    const signals = line.method === "HEAD" ? SIGNAL.HEAD : 0;
    const { verdict } = judge(line.agent === null ? "" : headerText(line.agent), signals);
    tally.sent.raw += 1;
    if (verdict === "HUMAN") tally.sent.people += 1;
    else if (verdict === "PREVIEW") tally.sent.preview += 1;
    else tally.sent.robot += 1;
  }
}

function fail(tally: Tally, why: string): void {
  tally.failed.set(why, (tally.failed.get(why) ?? 0) + 1);
}

async function sendAll(options: Options, tally: Tally): Promise<void> {
  const size = (await stat(options.file)).size;
  const progress = progressBar(size);
  let bytes = 0;
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const underWay = new Set<Promise<void>>();
  const started = Date.now();
  let first: number | null = null;
  let sent = 0;
  for await (const line of inTimeOrder(readLog(options, tally))) {
    first ??= line.at.getTime();
    if (options.speed !== null) {
      const due = started + (line.at.getTime() - first) / options.speed;
      while (due > Date.now()) {
        progress(bytes, sent, line.at);
        await sleep(Math.min(500, due - Date.now()));
      }
    }
    while (underWay.size >= CONCURRENCY) await Promise.race(underWay);
    const one: Promise<void> = send(options.url, line, agent)
      .then((status) => note(tally, line, status))
      .catch((error: NodeJS.ErrnoException) => fail(tally, error.code ?? error.message))
      .finally(() => underWay.delete(one));
    underWay.add(one);
    sent += 1;
    bytes += line.bytes;
    progress(bytes, sent, line.at);
  }
  await Promise.all(underWay);
  agent.destroy();
  progress(size, sent, null);
}

/** One line that is drawn over on a terminal; a line every tenth elsewhere. */
function progressBar(size: number): (bytes: number, lines: number, at: Date | null) => void {
  const terminal = process.stderr.isTTY;
  let shown = -1;
  let last = 0;
  return (bytes, lines, at) => {
    const share = size === 0 ? 1 : Math.min(1, bytes / size);
    const step = Math.floor(share * (terminal ? 200 : 10));
    if (at !== null && (step === shown || Date.now() - last < 100)) return;
    shown = step;
    last = Date.now();
    const bar = "█".repeat(Math.round(share * 30)).padEnd(30, "░");
    const when = at ? at.toISOString().slice(0, 16).replace("T", " ") : "sent";
    const text = `${bar} ${lines.toLocaleString("en")} lines · ${when}`;
    process.stderr.write(terminal ? `\r${text}\x1b[K${at ? "" : "\n"}` : `${text}\n`);
  };
}

type Shown = Figures & { repeats: number };

async function shownFigures(db: Db, linkId: string): Promise<Shown> {
  const { _sum } = await db.clickHourly.aggregate({
    where: { linkId },
    _sum: { raw: true, human: true, bot: true, preview: true, duplicate: true, suspicious: true },
  });
  const { raw, human, bot, preview, duplicate, suspicious } = _sum;
  const repeats = Number(duplicate ?? 0) + Number(suspicious ?? 0);
  return {
    raw: Number(raw ?? 0),
    people: Number(human ?? 0) + repeats,
    robot: Number(bot ?? 0),
    preview: Number(preview ?? 0),
    repeats,
  };
}

const minus = (a: Shown, b: Shown): Shown => ({
  raw: a.raw - b.raw,
  people: a.people - b.people,
  robot: a.robot - b.robot,
  preview: a.preview - b.preview,
  repeats: a.repeats - b.repeats,
});

async function untilCaughtUp(read: () => Promise<Shown>, wanted: Figures): Promise<Shown> {
  const deadline = Date.now() + CATCH_UP_MS;
  for (;;) {
    const shown = await read();
    if (shown.raw >= wanted.raw || Date.now() > deadline) return shown;
    await sleep(200);
  }
}

function report(tally: Tally, { repeats, ...shown }: Shown): boolean {
  const rows = [
    ["", "sent", "shown by the rollups"],
    ["raw", tally.sent.raw, shown.raw],
    ["people", tally.sent.people, shown.people],
    ["robots", tally.sent.robot, shown.robot],
    ["previews", tally.sent.preview, shown.preview],
  ];
  console.log();
  for (const [name, sent, seen] of rows) {
    console.log(`${String(name).padEnd(20)}${cell(sent).padStart(10)}${cell(seen).padStart(24)}`);
  }
  console.log();
  console.log(`Of the people's clicks, repeats within half an hour: ${repeats.toLocaleString("en")}`);
  console.log("(The log's days pass in minutes, and one address stands for all where TRUST_PROXY is 0.)");
  console.log(`Lines left out (other methods, or no request): ${tally.skipped.toLocaleString("en")}`);
  if (tally.unrecorded > 0)
    console.log(`Sent on uncounted (307), the disk did not take them: ${tally.unrecorded}`);
  for (const [why, count] of tally.failed) console.log(`Failed, ${why}: ${count}`);
  const same = JSON.stringify(tally.sent) === JSON.stringify(shown);
  console.log(same ? "What was sent is what is shown." : "WHAT WAS SENT IS NOT WHAT IS SHOWN.");
  return same && tally.failed.size === 0 && tally.unrecorded === 0;
}

const cell = (value: string | number | undefined) =>
  typeof value === "number" ? value.toLocaleString("en") : (value ?? "");

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const database = await acquireDatabase();
  const { db, disconnectDb } = await import("~/platform/db.server");
  try {
    const link = await db().referralLink.findUnique({ where: { code: options.code }, select: { id: true } });
    if (!link) {
      console.error(`There is no link ${options.code} in this database.`);
      return 1;
    }
    const before = await shownFigures(db(), link.id);
    const sent = { raw: 0, people: 0, robot: 0, preview: 0 };
    const tally: Tally = { sent, skipped: 0, unrecorded: 0, failed: new Map() };
    await sendAll(options, tally);
    const read = async () => minus(await shownFigures(db(), link.id), before);
    return report(tally, await untilCaughtUp(read, tally.sent)) ? 0 : 1;
  } finally {
    await disconnectDb();
    await database.release();
  }
}

process.exit(await main());
