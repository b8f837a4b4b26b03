import { parseArgs } from "node:util";
import { readLinkCode } from "~/modules/tracking/codes";
import { acquireDatabase } from "./lib/database.mjs";
import { minus, report, shownFigures, type Tally, untilCaughtUp } from "./lib/replay-figures";
import { type Replay, sendAll } from "./lib/replay-sender";

const USAGE = `Usage: npm run replay -- FILE --link CODE [--speed N] [--limit LINES] [--url http://localhost:3000]

Sends an access log (combined format) through /r/CODE of a running Gaung, each line with its user agent, its referrer
and its place in time, and compares what was sent with what the rollups show.
  --speed N   N times as fast as it happened; without it, as fast as it goes
  --limit N   the first N lines only
  --url       where the web process answers
The lines' addresses go along in X-Forwarded-For. The server believes them (and so tells unique visitors apart) only
when it runs behind a proxy of its own, that is with TRUST_PROXY=1.`;

type Options = Replay & { code: string };

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
