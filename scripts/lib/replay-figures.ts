import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "~/platform/db.server";

const CATCH_UP_MS = 120_000;

/** `people` are those who counted and their repeats; `repeats` are told by the server alone. */
export type Figures = { raw: number; people: number; robot: number; preview: number };
export type Tally = {
  sent: Figures;
  skipped: number;
  unrecorded: number;
  failed: Map<string, number>;
};

type Shown = Figures & { repeats: number };

/** What the rollups show of a link. */
export async function shownFigures(db: Db, linkId: string): Promise<Shown> {
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

/** What came between two readings. */
export const minus = (a: Shown, b: Shown): Shown => ({
  raw: a.raw - b.raw,
  people: a.people - b.people,
  robot: a.robot - b.robot,
  preview: a.preview - b.preview,
  repeats: a.repeats - b.repeats,
});

/** Reads again until all that was sent is there, two minutes at most. */
export async function untilCaughtUp(read: () => Promise<Shown>, wanted: Figures): Promise<Shown> {
  const deadline = Date.now() + CATCH_UP_MS;
  for (;;) {
    const shown = await read();
    if (shown.raw >= wanted.raw || Date.now() > deadline) return shown;
    await sleep(200);
  }
}

/** Prints both side by side. @returns whether they are the same and nothing failed */
export function report(tally: Tally, { repeats, ...shown }: Shown): boolean {
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
