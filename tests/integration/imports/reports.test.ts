import { readdir } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { cancelImport } from "~/modules/imports/commands/cancel-import.server";
import { REPORT_KINDS, type ReportKind } from "~/modules/imports/report";
import { REPORTS } from "~/modules/imports/reports/all";
import { db } from "~/platform/db.server";
import { localPath } from "~/platform/storage.server";
import { aPreview, applied, type Bringer, officersOwn, undone } from "../../factories/imports";
import { BUYERS_OWN } from "../../factories/report-rows";
import { aPlace, clock, system } from "../campaigns/world";

/*
 * Each of the 13 reports as the marketplaces write them, through its whole life: brought, read, previewed, confirmed,
 * applied, brought again, undone.
 */

let bringer: Bringer;

beforeAll(async () => {
  clock.set(new Date("2026-11-21T03:00:00Z"));
  bringer = officersOwn(await aPlace());
}, 60_000);

/** Each report with orders and names of its own: what one told of is not new to the next. */
const partsOf = (kind: ReportKind) => ({
  rows: 40,
  links: ["kopi7xq", "kopi9wz"],
  coupon: "DEWI8K3",
  series: `K${REPORT_KINDS.indexOf(kind)}`,
  ...(kind === "TIKTOK_CREATORS" ? {} : { tiktokHandles: ["dewi.kopi"] }),
});

async function counted() {
  const live = { withdrawnAt: null, institutionId: bringer.owner.id };
  const [orders, figures] = [await db().conversion.count({ where: live }), await db().reportMetric.count()];
  return { orders, figures };
}

describe.each(REPORT_KINDS)("%s", (kind) => {
  const isOrders = REPORTS[kind].grain === "order";

  it("goes from the file to the records and back", async () => {
    const before = await counted();
    const preview = await aPreview(system(), bringer, kind, partsOf(kind));
    expect(preview).toMatchObject({ status: "READY", report: kind, rows: 40 });
    expect(preview.counts.REFUSED).toEqual({ rows: 0, entries: 0 });
    expect(preview.counts.NEW.rows).toBe(40);
    const entries = preview.counts.NEW.entries;
    // Each fourth row is the second item of the order above it.
    expect(entries).toBe(isOrders ? 30 : 40);
    expect(await counted()).toEqual(before);

    const result = await applied(system(), bringer, preview.id);
    expect(result).toMatchObject({ status: "APPLIED", effect: { created: entries, refused: 0 } });
    const after = await counted();
    if (isOrders) expect(after.orders - before.orders).toBe(entries);
    else expect(after.figures).toBeGreaterThan(before.figures);
    const stored = await db().reportImport.findUniqueOrThrow({ where: { id: preview.id } });
    expect(stored.storageKey).toBeNull();

    const again = await aPreview(system(), bringer, kind, partsOf(kind));
    expect(again.counts).toMatchObject({ UNCHANGED: { rows: 40 }, NEW: { rows: 0 }, UPDATED: { rows: 0 } });
    expect(again.same).toMatchObject({ id: preview.id });

    expect(await undone(system(), bringer, preview.id)).toMatchObject({
      status: "UNDONE",
      effect: { kept: 0 },
    });
    expect(await counted()).toEqual(before);
    await cancelImport(bringer.ctx, { owner: bringer.owner, importId: again.id });
  }, 60_000);
});

describe("what belongs to the buyers", () => {
  it("is nowhere in the database, and no file is left", async () => {
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const secrets = Object.values(BUYERS_OWN).map((text) => `%${text}%`);
      const found = await db().$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM ${name} AS t WHERE t::text ILIKE ANY($1) LIMIT 1`,
        secrets,
      );
      expect(found, name).toEqual([]);
    }
    const hashes = await db().conversionReport.count({ where: { buyerHash: { not: null } } });
    expect(hashes, "buyers are told apart by a keyed hash").toBeGreaterThan(10);
    expect(await readdir(localPath("imports"))).toEqual([]);
  });
});
