import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { keepNames } from "~/modules/creators/internal/keep-names.server";
import { compareAccounts } from "~/modules/fraud/commands/compare-accounts.server";
import { detectFraud } from "~/modules/fraud/commands/detect-fraud.server";
import { SIGNAL } from "~/modules/tracking/signals";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { aClick, aTrackedLink, record, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, NOW, officerOf, type Place, system } from "../campaigns/world";
import { unbalanced } from "../tracking/order-figures";
import {
  ago,
  anOldLink,
  anOrder,
  cases,
  clearAll,
  crowd,
  DAY,
  farm,
  HOUR,
  ordinary,
  signals,
  startOf,
} from "./world";

let place: Place;
let link: TrackedLink;

beforeAll(async () => {
  place = await aPlace();
  link = await anOldLink(place);
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearAll();
});

/** The influencer gives a name at a marketplace in place of the ones before. */
const goBy = (network: "SHOPEE" | "TIKTOK", name: string) =>
  inTransaction(system(), (tx) => keepNames(tx, link.influencer.creatorId, [{ network, name }], NOW));

const held = () => db().commissionHold.findMany({ orderBy: { conversionId: "asc" } });

describe("ordinary days", () => {
  it("open no case: traffic by day and night, a post that goes well, orders by link and coupon", async () => {
    await ordinary(link, 4);
    await record(system(), crowd(link.linkId, startOf(ago(6 * HOUR)), 90, 50_000));
    for (let index = 0; index < 30; index += 1) {
      const occurredAt = ago(3 * HOUR + index * 2 * HOUR + 17_003 * index);
      const delayMs = 45_000 + ((index * 7_919_000) % (5 * HOUR));
      await anOrder(place, { occurredAt, click: { link, delayMs }, buyer: `pembeli${index}` });
      if (index % 3 === 0) await anOrder(place, { occurredAt, coupon: link.coupon, buyer: `lain${index}` });
    }
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    expect(await compareAccounts(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    expect(await held()).toEqual([]);
  }, 60_000);
});

describe("orders", () => {
  it("bought with the influencer's own shop account open a case that holds that commission alone", async () => {
    await goBy("SHOPEE", "sarishop");
    const own = await anOrder(place, { coupon: link.coupon, buyer: " SariShop " });
    await anOrder(place, { coupon: link.coupon, buyer: "pembeli lain" });
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 1, held: 1 });
    const [found] = await cases();
    expect(found).toMatchObject({
      status: "OPEN",
      claimId: link.claimId,
      institutionId: place.institutionId,
    });
    expect(found?.dueAt).toEqual(new Date(NOW.getTime() + 7 * DAY));
    expect(found?.signals[0]?.facts).toMatchObject({
      kind: "SELF_PURCHASE",
      conversionId: own,
      account: "SHOPEE",
    });
    expect(await held()).toMatchObject([{ conversionId: own, claimId: link.claimId, state: "HELD" }]);
    expect(await db().conversion.findUniqueOrThrow({ where: { id: own } })).toMatchObject({
      heldAt: NOW,
      commissionRupiah: 20_000n,
    });
    const lines = await db().conversionLine.findMany({
      where: { conversionId: own },
      orderBy: { id: "asc" },
    });
    expect(lines.map(({ cause, commissionRupiah }) => [cause, commissionRupiah])).toEqual([
      ["REPORT", 20_000n],
      ["HOLD", 0n],
    ]);
    expect(await unbalanced()).toEqual([]);
  });

  it("found twice, or by two workers at once, add nothing", async () => {
    await anOrder(place, { coupon: link.coupon, buyer: link.influencer.email });
    const both = await Promise.all([detectFraud(system()), detectFraud(system()), detectFraud(system())]);
    expect(both.reduce((sum, each) => sum + each.cases, 0)).toBe(1);
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    await db().fraudCursor.deleteMany();
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    expect(await cases()).toHaveLength(1);
    expect(await db().conversionLine.count({ where: { cause: "HOLD" } })).toBe(1);
  });

  it("by an officer, and by a click on an own device, make a case together", async () => {
    const officer = await officerOf(place);
    const email = officer.actor.kind === "user" ? officer.actor.email : "";
    await anOrder(place, { coupon: link.coupon, buyer: email });
    expect(await detectFraud(system())).toMatchObject({ signals: 1, cases: 0 });
    const id = newId(ago(6 * HOUR));
    const click = { ...aClick(link.linkId, ago(6 * HOUR), { signals: SIGNAL.STAFF }), id };
    await record(system(), [click]);
    const delayMs = HOUR - 12_345;
    const converted = await anOrder(place, {
      click: { link, delayMs, id },
      occurredAt: ago(5 * HOUR + 12_345),
    });
    expect(await detectFraud(system())).toMatchObject({ signals: 1, cases: 1, held: 2 });
    expect(await signals()).toEqual(["OFFICER_PURCHASE", "OWN_DEVICE"]);
    expect((await held()).map(({ conversionId }) => conversionId)).toContain(converted);
  });

  it("seconds after the click open a case at the second one; what comes later joins it", async () => {
    await anOrder(place, { click: { link, delayMs: 3_000 } });
    expect(await detectFraud(system())).toMatchObject({ signals: 1, cases: 0, held: 0 });
    await anOrder(place, { click: { link, delayMs: 5_000 } });
    expect(await detectFraud(system())).toMatchObject({ signals: 1, cases: 1, held: 2 });
    await anOrder(place, { click: { link, delayMs: 4_000 } });
    expect(await detectFraud(system())).toMatchObject({ signals: 1, cases: 0, held: 1 });
    expect(await cases()).toHaveLength(1);
    expect((await cases())[0]?.signals).toHaveLength(3);
  });

  it("hide no click behind a coupon: seconds after it, again and again alike, on an own device", async () => {
    const coupon = link.coupon;
    for (const delayMs of [2_000, 3_000]) await anOrder(place, { click: { link, delayMs }, coupon });
    expect(await detectFraud(system())).toEqual({ signals: 2, cases: 1, held: 2 });
    expect(await signals()).toEqual(["QUICK_ORDER", "QUICK_ORDER"]);
    await clearAll();
    for (let index = 0; index < 6; index += 1) {
      const occurredAt = ago(2 * HOUR + index * HOUR + 17_001);
      await anOrder(place, { occurredAt, click: { link, delayMs: 61_000 + index * 400 }, coupon });
    }
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 1, held: 6 });
    expect(await signals()).toEqual(["SAME_DELAY"]);
    await clearAll();
    const id = newId(ago(6 * HOUR));
    await record(system(), [{ ...aClick(link.linkId, ago(6 * HOUR), { signals: SIGNAL.STAFF }), id }]);
    await anOrder(place, { click: { link, delayMs: HOUR, id }, coupon });
    await detectFraud(system());
    expect(await signals()).toEqual(["OWN_DEVICE"]);
  }, 60_000);

  it("told by a report that names both times are judged by these, and not by an export's rounded one", async () => {
    for (const [index, seconds] of [2, 4].entries()) {
      const occurredAt = ago((index + 3) * HOUR + 17_000);
      const clickedAt = new Date(occurredAt.getTime() - seconds * 1_000);
      const orderId = `LAPORAN-${index}`;
      const rounded = new Date(Math.floor(occurredAt.getTime() / 60_000) * 60_000);
      await anOrder(place, { orderId, occurredAt: rounded, source: "SHOPEE_ORDERS" });
      await anOrder(place, {
        ...{ orderId, occurredAt, source: "SHOPEE_COMMISSION", evidenceOnly: index === 0 },
        evidence: { linkCodes: [link.code], clickedAt, ...(index === 0 ? { orderedAt: occurredAt } : {}) },
      });
    }
    expect(await detectFraud(system())).toEqual({ signals: 2, cases: 1, held: 2 });
    const [first] = await db().fraudSignal.findMany({ orderBy: { at: "desc" } });
    expect(first).toMatchObject({ kind: "QUICK_ORDER", facts: { delayMs: 2_000 } });
  });

  it("bought in TikTok's shop under the profile's name, also a name of before", async () => {
    await goBy("TIKTOK", "@Sari.Kopi");
    for (const source of ["TIKTOK_ORDERS", "API"] as const) {
      await anOrder(place, { coupon: link.coupon, buyer: "sari.kopi", source });
      expect(await detectFraud(system())).toMatchObject({ signals: 1, held: 1 });
      await goBy("TIKTOK", "@lain.lagi");
    }
    expect((await cases())[0]?.signals[0]?.facts).toMatchObject({ kind: "SELF_PURCHASE", account: "TIKTOK" });
  });

  it("with the same delay again and again open a case", async () => {
    for (let index = 0; index < 7; index += 1) {
      const occurredAt = ago(2 * HOUR + index * HOUR + 17_001);
      await anOrder(place, { occurredAt, click: { link, delayMs: 61_000 + index * 400 } });
    }
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 1, held: 6 });
    expect(await signals()).toEqual(["SAME_DELAY"]);
  });

  it("by a code that suddenly goes round, and from a coupon site, make a case", async () => {
    const at = (index: number) => new Date(startOf(ago(HOUR)).getTime() + index * 20_011);
    for (let index = 0; index < 40; index += 1) {
      await anOrder(place, { coupon: link.coupon, occurredAt: at(index), buyer: `orang${index}` });
    }
    const visitors = crowd(link.linkId, startOf(ago(HOUR)), 14).map((click) => ({
      ...click,
      referrerHost: "picodi.com",
    }));
    await record(system(), visitors);
    expect(await detectFraud(system())).toEqual({ signals: 2, cases: 1, held: 40 });
    const [spread] = await db().fraudSignal.findMany({ where: { kind: "COUPON_SPREAD" } });
    expect(spread?.facts).toMatchObject({ orders: 40, untouched: 40, buyers: 40, usual: 0, clicks: 14 });
    expect(await signals()).toEqual(["COUPON_SITE", "COUPON_SPREAD"]);
  }, 60_000);
});

describe("traffic", () => {
  it("a room of telephones opens a case that holds the orders of that hour, also those that come later", async () => {
    await ordinary(link, 2);
    const hour = startOf(ago(4 * HOUR));
    await record(system(), farm(link.linkId, hour, 600, 40));
    const inHour = (minutes: number, after: number) => ({
      occurredAt: new Date(hour.getTime() + (minutes + after) * 60_000 + 7_001),
      click: { link, delayMs: after * 60_000 },
    });
    const caught = await anOrder(place, inHour(10, 30));
    const before = await anOrder(place, inHour(-120, 30));
    const found = await detectFraud(system());
    expect(found).toMatchObject({ cases: 1, held: 1 });
    expect(await signals()).toEqual(expect.arrayContaining(["BURST", "ONE_NETWORK"]));
    const later = await anOrder(place, inHour(20, 120));
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 1 });
    const ids = (await held()).map(({ conversionId }) => conversionId);
    expect(ids.sort()).toEqual([caught, later].sort());
    expect(ids).not.toContain(before);
    const [first] = await cases();
    const burst = first?.signals.find(({ kind }) => kind === "BURST");
    expect(burst?.facts).toMatchObject({ linkId: link.linkId, hour: hour.toISOString() });
  }, 60_000);

  it("one device that clicks without end makes a case with the burst of repeats", async () => {
    await ordinary(link, 2);
    const hour = startOf(ago(4 * HOUR));
    await record(system(), farm(link.linkId, hour, 200, 1));
    expect(await detectFraud(system())).toMatchObject({ cases: 1 });
    expect(await signals()).toEqual(expect.arrayContaining(["ONE_VISITOR", "REPEATS"]));
  }, 60_000);

  it("a farm that stays below a burst opens a case on a new link and on one with a habit", async () => {
    const hour = startOf(ago(4 * HOUR));
    await record(system(), farm(link.linkId, hour, 399, 399));
    expect(await detectFraud(system())).toMatchObject({ cases: 1 });
    expect(await signals()).toEqual(["ONE_NETWORK"]);
    await clearAll();
    await ordinary(link, 2, (index) => 40 + (index % 9));
    await record(system(), farm(link.linkId, hour, 200, 200));
    expect(await detectFraud(system())).toMatchObject({ cases: 1 });
    expect(await signals()).toEqual(["ONE_NETWORK"]);
  }, 60_000);

  it("a carrier's crowd whose agents name no device is no case, however alike it looks", async () => {
    await ordinary(link, 2);
    const chrome =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
    const alike = farm(link.linkId, startOf(ago(4 * HOUR)), 600, 40).map((click) => ({
      ...click,
      agent: chrome,
    }));
    await record(system(), alike);
    expect(await detectFraud(system())).toMatchObject({ cases: 0, held: 0 });
    expect(await signals()).not.toContain("ONE_NETWORK");
  }, 60_000);

  it("a crowd from everywhere is a burst and no case", async () => {
    await ordinary(link, 2);
    await record(system(), crowd(link.linkId, startOf(ago(4 * HOUR)), 600, 900_000));
    expect(await detectFraud(system())).toMatchObject({ cases: 0 });
    expect(await signals()).toEqual(["BURST"]);
  }, 60_000);

  it("the hour that is going on is judged when it is over", async () => {
    await record(system(), farm(link.linkId, startOf(NOW), 600, 40));
    expect(await detectFraud(system())).toMatchObject({ signals: 0 });
    clock.set(new Date(NOW.getTime() + HOUR));
    expect(await detectFraud(system())).toMatchObject({ cases: 1 });
  });
});

describe("accounts", () => {
  it("two influencers with one programme id, accepted by one Lapas, make a case of the later one", async () => {
    const second = await aTrackedLink(system(), place, { campaignId: link.campaignId });
    const elsewhere = await aPlace();
    await aTrackedLink(system(), elsewhere, { influencer: second.influencer });
    await db().affiliateAccount.deleteMany();
    for (const [index, { influencer }] of [link, second].entries()) {
      const { creatorId } = influencer;
      await db().affiliateAccount.create({
        data: { creatorId, network: "SHOPEE", username: `nama${index}`, affiliateId: "11300990123" },
      });
    }
    expect(await compareAccounts(system())).toMatchObject({ signals: 1, cases: 1 });
    const [found] = await cases();
    expect(found).toMatchObject({ claimId: second.claimId });
    expect(found?.signals[0]?.facts).toMatchObject({
      what: "AFFILIATE_ID",
      otherCreatorId: link.influencer.creatorId,
    });
    expect(await compareAccounts(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    await db().affiliateAccount.deleteMany();
  });
});
