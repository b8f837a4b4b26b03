import { beforeAll, describe, expect, it, vi } from "vitest";
import { encodeCursor } from "~/kernel/keyset";
import { reportRecounts } from "~/modules/impact/queries/report-recounts.server";
import { recountCsvResponse } from "~/modules/impact/recount-csv.server";
import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import { reclassifyClicks } from "~/modules/tracking/commands/reclassify-clicks.server";
import { reclassificationDetail } from "~/modules/tracking/queries/reclassification-detail.server";
import { reclassificationRows } from "~/modules/tracking/queries/reclassification-rows.server";
import { reclassificationRuns } from "~/modules/tracking/queries/reclassification-runs.server";
import { db } from "~/platform/db.server";
import { whoRuns } from "../../../scripts/lib/who-runs";
import { aClick, aTrackedLink, record } from "../../factories/tracking";
import { aPlace, system } from "../campaigns/world";
import { as } from "../impact/fixture";
import { DOUBTED, rules } from "./doubted";

vi.mock("~/modules/tracking/verdict", async (importActual) =>
  (await import("./doubted")).doubting(importActual),
);

const SINCE = new Date("2026-11-08T00:00:00Z");
const runs: string[] = [];
let place: Awaited<ReturnType<typeof aPlace>>;
let link: string;

const judge = async (asRobots: boolean) => {
  rules.doubtedIsRobot = asRobots;
  const { runId } = await reclassifyClicks(system(), { since: SINCE, reason: "uji", by: "rina@server" });
  while ((await foldClicks(system())).more);
  runs.push(runId ?? "");
};

beforeAll(async () => {
  place = await aPlace();
  link = (await aTrackedLink(system(), place)).linkId;
  const who = (index: number) => ({ visitorHash: index.toString(16).padStart(16, "0"), agent: DOUBTED });
  await record(system(), [
    aClick(link, new Date("2026-11-09T03:00:00Z"), who(1)),
    aClick(link, new Date("2026-11-09T03:01:00Z"), { ...who(1), step: "SHOPEE" }),
    aClick(link, new Date("2026-11-09T04:00:00Z"), who(2)),
    // Already the 10th in Jakarta.
    aClick(link, new Date("2026-11-09T18:00:00Z"), who(2)),
  ]);
  await judge(true);
  await judge(false);
}, 120_000);

describe("the account of reclassifications", () => {
  it("lists the runs with what each made of which clicks", async () => {
    const { rows, next } = await reclassificationRuns(as(db(), "DIRECTORATE"));
    expect(next).toBeNull();
    expect(rows.map(({ id, runBy, reason, read, moves }) => ({ id, runBy, reason, read, moves }))).toEqual([
      {
        ...{ id: runs[1], runBy: "rina@server", reason: "uji", read: 4 },
        moves: [{ from: "BOT", to: "HUMAN", arrivals: 3, steps: 1 }],
      },
      {
        ...{ id: runs[0], runBy: "rina@server", reason: "uji", read: 4 },
        moves: [{ from: "HUMAN", to: "BOT", arrivals: 3, steps: 1 }],
      },
    ]);
  });

  it("tells people and visitors before and after, day by day, also of a run that others followed", async () => {
    const first = await reclassificationDetail(as(db(), "DIRECTORATE"), { runId: runs[0] ?? "" });
    expect(first.moves).toEqual([
      {
        ...{ from: "HUMAN", fromReason: "ua:browser", to: "BOT", toReason: "ua:robot" },
        ...{ arrivals: 3, steps: 1 },
      },
    ]);
    const counted = { state: "COUNTED" };
    expect(first.days).toEqual([
      {
        ...{ ...counted, day: "2026-11-09", arrivals: 2, steps: 1 },
        ...{ people: { before: 2, after: 0 }, visitors: { before: 2, after: 0 } },
      },
      {
        ...{ ...counted, day: "2026-11-10", arrivals: 1, steps: 0 },
        ...{ people: { before: 1, after: 0 }, visitors: { before: 1, after: 0 } },
      },
    ]);
    const second = await reclassificationDetail(as(db(), "DIRECTORATE"), { runId: runs[1] ?? "" });
    expect(second.days[0]).toMatchObject({
      people: { before: 0, after: 2 },
      visitors: { before: 0, after: 2 },
    });
  });

  it("tells everything at every level, and as CSV in the reader's words", async () => {
    const days = [];
    for await (const rows of reclassificationRows(system(), { runId: runs[0] ?? "" })) days.push(rows);
    expect(days).toHaveLength(2);
    const ofLink = days[0]?.filter(({ level }) => level === "LINK") ?? [];
    const told = ofLink.map(({ id, subject, of, from, to, before, after, change }) => {
      expect(id).toBe(link);
      return [subject, of, from, to, before, after, change].join("|");
    });
    expect(told).toContain("arrivals||HUMAN ua:browser|BOT ua:robot|||2");
    expect(told).toContain("steps|SHOPEE|HUMAN ua:browser|BOT ua:robot|||1");
    expect(told).toContain("visitors||||2|0|-2");
    expect(told).toContain("traitHuman|DEVICE mobile|||||-2");
    const levels = new Set(days.flat().map(({ level }) => level));
    expect(levels.size).toBe(8);

    const csv = await recountCsvResponse(as(db(), "DIRECTORATE"), runs[0] ?? "", (key) => `[${key}]`);
    const lines = (await csv.text()).split("\r\n");
    expect(lines).toHaveLength(days.flat().length + 2);
    expect(lines[1]).toContain("[impact:recount.level.NATION]");
    expect(lines.join()).toContain(
      "[tracking:about.counting.verdict.human] ([impact:uncounted.reason.ua_browser])",
    );
  });

  it("says on a dashboard that its clicks were judged anew, and on others nothing", async () => {
    const ask = (from: string, to: string) =>
      reportRecounts(as(db(), "DIRECTORATE"), {
        ...{ scope: { kind: "nation" } as const, narrow: {} },
        period: { from, to, zone: "Asia/Jakarta" },
      });
    expect(await ask("2026-11-10", "2026-11-12")).toMatchObject({ id: runs[1], mayOpen: true });
    expect(await ask("2026-11-11", "2026-11-12")).toBeNull();
    const officer = as(db(), "LAPAS_PR", { institutionId: place.institutionId });
    const own = await reportRecounts(officer, {
      scope: { kind: "institution", institutionId: place.institutionId, regionId: link },
      ...{ narrow: {}, period: { from: "2026-11-09", to: "2026-11-09", zone: "Asia/Jakarta" } },
    });
    expect(own).toMatchObject({ mayOpen: false });
  });

  it("names who runs it, also where the machine has no name for them", () => {
    const nameless = () => {
      throw Object.assign(new Error("uv_os_get_passwd returned ENOENT"), { code: "ERR_SYSTEM_ERROR" });
    };
    expect(whoRuns(() => "rina")).toMatch(/^rina@./);
    expect(whoRuns(nameless)).toMatch(/^uid-\d+@./);
  });

  it("says that a made-up cursor cannot be read", async () => {
    const asked = reclassificationRuns(system(), { cursor: encodeCursor([null, "x"]) });
    await expect(asked).rejects.toMatchObject({ code: "malformed" });
  });

  it("is the directorate's to read, and says when there is no such run", async () => {
    const officer = as(db(), "KANWIL", { regionId: link });
    const runId = runs[0] ?? "";
    await expect(reclassificationRuns(officer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reclassificationDetail(officer, { runId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(recountCsvResponse(officer, runId, String)).rejects.toMatchObject({ code: "forbidden" });
    for (const unknown of [link, "x"]) {
      const asked = reclassificationDetail(system(), { runId: unknown });
      await expect(asked).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
