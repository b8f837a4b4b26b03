import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { encodeClicks } from "~/modules/tracking/click";
import { type FoldOptions, foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import { recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import { SketchKeeper } from "~/modules/tracking/internal/sketch-keeper.server";
import { inBulkTransaction } from "~/platform/bulk.server";
import { db } from "~/platform/db.server";
import { aClick, aTrackedLink } from "../../factories/tracking";
import { aPlace, system } from "../campaigns/world";
import { forgetClicks, rawFigures, rollupFigures } from "./rollups";

const NOON = Date.UTC(2026, 10, 10, 5);
let linkId = "";

beforeAll(async () => {
  linkId = (await aTrackedLink(system(), await aPlace())).linkId;
}, 120_000);

beforeEach(() => forgetClicks(db()));

const hash = (visitor: number) => visitor.toString(16).padStart(16, "0");

/** A batch of these visitors, each with one click. */
async function recorded(...visitors: number[]): Promise<void> {
  const clicks = visitors.map((visitor, at) =>
    aClick(linkId, new Date(NOON + at * 60_000), { visitorHash: hash(visitor) }),
  );
  await recordClicks(system(), { batch: newId(), clicks: encodeClicks(clicks) });
}

const fold = (keeper: SketchKeeper, options: FoldOptions = {}) =>
  foldClicks(system(), { keeper, ...options });

/** Another process, which has heard nothing of the keeper for long. */
async function successor(): Promise<SketchKeeper> {
  await db().rollupKeeper.updateMany({ data: { at: new Date(0) } });
  return new SketchKeeper();
}

async function visitors(): Promise<number | undefined> {
  const row = await db().uniqueDaily.findFirst({ where: { level: "LINK", entityId: linkId } });
  return row ? Number(row.visitors) : undefined;
}

describe("sketches in the memory of the process that folds", () => {
  it("give the figures at once and are stored when the process ends", async () => {
    const keeper = new SketchKeeper();
    await recorded(1, 2, 3);
    expect(await fold(keeper)).toEqual({ folded: 1, more: false });
    expect(await visitors()).toBe(3);
    expect(await db().uniqueSketch.count()).toBe(0);
    expect(await db().clickDelta.count({ where: { folded: true } })).toBe(1);
    await recorded(3, 4);
    await fold(keeper, { last: true });
    expect(await visitors()).toBe(4);
    expect(await db().uniqueSketch.count({ where: { level: "LINK" } })).toBe(1);
    expect(await db().clickDelta.count()).toBe(0);
  });

  it("are written when they have waited long enough, and grow on from there", async () => {
    const keeper = new SketchKeeper(0);
    await recorded(1, 2, 3);
    await fold(keeper);
    const stored = () => db().uniqueSketch.findFirst({ where: { level: "LINK" } });
    const before = await stored();
    expect(before).not.toBeNull();
    expect(await db().clickDelta.count()).toBe(0);
    await recorded(3, 4);
    await fold(keeper);
    expect(await visitors()).toBe(4);
    expect((await stored())?.sketch).not.toEqual(before?.sketch);
    await recorded(1, 4, 5);
    await fold(await successor());
    expect(await visitors()).toBe(5);
  });

  it("are left alone by a process that another one has taken them from", async () => {
    const [first, second] = [new SketchKeeper(0), new SketchKeeper()];
    await recorded(1, 2);
    await fold(first);
    await recorded(3);
    await fold(second, { takeOver: true });
    expect(await inBulkTransaction((client) => first.isKept(client))).toBe(false);
    expect(first.isDue).toBe(false);
    expect(await inBulkTransaction((client) => second.isKept(client))).toBe(true);
  });

  it("are made again by the next process when theirs is killed", async () => {
    await recorded(1, 2, 3);
    await fold(new SketchKeeper());
    await recorded(3, 4);
    await fold(await successor());
    expect(await visitors()).toBe(4);
    await recorded(1, 4, 5);
    await fold(await successor(), { last: true });
    expect(await visitors()).toBe(5);
    await recorded(5, 6);
    await fold(new SketchKeeper(), { last: true });
    expect(await visitors()).toBe(6);
  });

  it("belong to one process at a time, unless another one must have them", async () => {
    const [first, second] = [new SketchKeeper(), new SketchKeeper()];
    await recorded(1, 2);
    await fold(first);
    await recorded(3);
    expect(await fold(second)).toEqual({ folded: 0, more: false });
    expect(await fold(second, { takeOver: true })).toEqual({ folded: 1, more: false });
    expect(await visitors()).toBe(3);
    await recorded(4);
    expect((await fold(first)).folded).toBe(0);
    expect((await fold(second)).folded).toBe(1);
    expect(await visitors()).toBe(4);
  });

  it("count everybody once, whoever folds, dies and takes over in between", {
    timeout: 120_000,
  }, async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("record" as const),
        who: fc.array(fc.nat({ max: 12 }), { maxLength: 6 }),
      }),
      fc.record({ kind: fc.constant("fold" as const), last: fc.boolean(), takeOver: fc.boolean() }),
      fc.record({ kind: fc.constant("kill" as const) }),
    );
    const steps = fc.array(fc.tuple(fc.nat({ max: 1 }), step), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await forgetClicks(db());
        // The first writes its sketches with every fold, the second not before it ends.
        const make = (index: number) => new SketchKeeper(index === 0 ? 0 : undefined);
        const keepers = [make(0), make(1)];
        for (const [index, action] of list) {
          const keeper = keepers[index] ?? make(index);
          if (action.kind === "record") await recorded(...action.who);
          else if (action.kind === "kill") keepers[index] = make(index);
          else await fold(keeper, action);
        }
        await fold(new SketchKeeper(), { takeOver: true, last: true });
        expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
        expect(await db().clickDelta.count()).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});
