/** One request of a web server's access log, in the "combined" format of Apache and nginx. */
export type LogLine = {
  address: string;
  at: Date;
  method: string;
  /** Null where the log has a dash or nothing. */
  referrer: string | null;
  agent: string | null;
};

const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"';
const COMBINED = new RegExp(`^(\\S+) \\S+ .*?\\[([^\\]]+)\\] ${QUOTED} \\S+ \\S+(?: ${QUOTED} ${QUOTED})?`);
const TIME = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** Reads a line of an access log; null where it is none. */
export function parseLogLine(line: string): LogLine | null {
  const match = COMBINED.exec(line);
  if (!match) return null;
  const [, address = "", time = "", request = "", referrer, agent] = match;
  const at = parseLogTime(time);
  const method = /^([A-Z]{3,10}) /.exec(request)?.[1];
  if (at === null || method === undefined) return null;
  return { address, at, method, referrer: fieldText(referrer), agent: fieldText(agent) };
}

function fieldText(text: string | undefined): string | null {
  if (text === undefined || text === "" || text === "-") return null;
  return text.replace(/\\(["\\])/g, "$1");
}

/** `17/May/2015:10:05:03 +0000` */
function parseLogTime(text: string): Date | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, day, month = "", year, hour, minute, second, sign, zoneHours, zoneMinutes] = match;
  const index = MONTHS.indexOf(month);
  if (index < 0 || index % 3 !== 0) return null;
  const number = (digits: string | undefined) => Number(digits ?? 0);
  const utc = Date.UTC(number(year), index / 3, number(day), number(hour), number(minute), number(second));
  const offset = (number(zoneHours) * 60 + number(zoneMinutes)) * 60_000;
  return new Date(utc - (sign === "-" ? -offset : offset));
}

/**
 * Puts lines into the order of their time. A server writes a line when an answer ends, so neighbours may be swapped:
 * a window of some thousand lines rights them without holding the whole file.
 */
export async function* inTimeOrder<Line extends { at: Date }>(
  lines: AsyncIterable<Line> | Iterable<Line>,
  windowSize = 4_096,
): AsyncGenerator<Line> {
  let held: Line[] = [];
  for await (const line of lines) {
    held.push(line);
    if (held.length < windowSize * 2) continue;
    held.sort(byTime);
    yield* held.slice(0, windowSize);
    held = held.slice(windowSize);
  }
  yield* held.sort(byTime);
}

function byTime(a: { at: Date }, b: { at: Date }): number {
  return a.at.getTime() - b.at.getTime();
}
