import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { inTimeOrder, type LogLine, parseLogLine } from "~/modules/tracking/access-log";
import { SIGNAL } from "~/modules/tracking/signals";
import { judge } from "~/modules/tracking/verdict";
import { progressBar } from "./progress-bar";
import type { Tally } from "./replay-figures";

const CONCURRENCY = 32;

/** What is sent where; `speed` null: as fast as it goes. */
export type Replay = { file: string; speed: number | null; limit: number; url: URL };

/** Reads the file line by line; what is no request of the combined format is counted and left out. */
async function* readLog(options: Replay, tally: Tally): AsyncGenerator<LogLine & { bytes: number }> {
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

/** Sends the log line by line in the order of time, and tallies what was sent. */
export async function sendAll(options: Replay, tally: Tally): Promise<void> {
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
