import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideCase } from "~/modules/fraud/commands/decide-case.server";
import { detectFraud } from "~/modules/fraud/commands/detect-fraud.server";
import { caseDetail } from "~/modules/fraud/queries/case-detail.server";
import { ownCases } from "~/modules/fraud/queries/own-cases.server";
import { mailCommissionHeld } from "~/modules/notifications/commands/mail-commission-held.server";
import { firstIdAt } from "~/modules/tracking/click";
import { db } from "~/platform/db.server";
import { record, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, jobs, NOW, officerOf, type Place, system } from "../campaigns/world";
import { emptyMailbox, mailbox } from "../notifications/mailbox";
import { unbalanced } from "../tracking/order-figures";
import { ago, anOldLink, anOrder, cases, clearAll, DAY, farm, HOUR, startOf } from "./world";

let place: Place;
let link: TrackedLink;
let institution: { id: string; regionId: string };
let caseId: string;

const hour = startOf(ago(4 * HOUR));
const REASON = "Klik dari satu ruangan, tidak ada penjelasan.";
const decide = (id: string, outcome: "CLEARED" | "CONFIRMED") =>
  decideCase(place.officer, { caseId: id, outcome, reason: REASON });

/** An order that came by a click in the farm's hour. */
const ofThatHour = (coupon?: string) =>
  anOrder(place, {
    occurredAt: new Date(hour.getTime() + 55 * 60_000 + 7_001),
    click: { link, delayMs: 20 * 60_000 },
    ...(coupon ? { coupon } : {}),
  });
const openCase = async () => (await cases()).find(({ status }) => status === "OPEN");
const order = (id: string) => db().conversion.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  place = await aPlace();
  institution = { id: place.institutionId, regionId: place.regionId };
  link = await anOldLink(place);
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearAll();
  await emptyMailbox();
  await record(system(), farm(link.linkId, hour, 600, 40));
  await ofThatHour();
  await detectFraud(system());
  caseId = (await db().fraudCase.findFirstOrThrow()).id;
});

describe("orders that come after the decision", () => {
  it("confirmed: they wait in a case of their own that names the first one, with or without a coupon", async () => {
    await decide(caseId, "CONFIRMED");
    await db().outboxMessage.deleteMany();
    clock.set(new Date(NOW.getTime() + 3 * DAY));
    const late = [await ofThatHour(), await ofThatHour(link.coupon)].sort();
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 1, held: 2 });
    for (const id of late) {
      expect(await order(id)).toMatchObject({ heldAt: clock.now(), commissionRupiah: 20_000n });
    }
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    const id = (await openCase())?.id ?? "";
    expect(await caseDetail(place.officer, { institution, caseId: id })).toMatchObject({
      ...{ status: "OPEN", may: "decide", turn: { who: "OFFICER" } },
      signals: [{ facts: { kind: "LATE_ORDERS", caseId, conversionIds: late } }],
    });
    const own = await ownCases(link.influencer.ctx, { claimId: link.claimId });
    expect(own.cases[0]).toMatchObject({
      id,
      kinds: ["LATE_ORDERS"],
      held: { orders: 2, heldRupiah: 40_000n },
    });
    const told = (await jobs()).map(({ job }) => job);
    expect(told).toEqual(expect.arrayContaining(["fraud.commissionHeld", "fraud.casesOpened"]));
    await mailCommissionHeld(system(), { caseId: id });
    expect((await mailbox())[0]?.text).toContain("sudah diperiksa sebelumnya");

    await decide(id, "CONFIRMED");
    const again = await ofThatHour();
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 1, held: 1 });
    expect((await openCase())?.signals[0]?.facts).toMatchObject({ caseId, conversionIds: [again] });
    expect(await unbalanced()).toEqual([]);
  }, 60_000);

  it("confirmed: they join a case of the claim that is open already", async () => {
    await decide(caseId, "CONFIRMED");
    await anOrder(place, { coupon: link.coupon, buyer: link.influencer.email });
    await detectFraud(system());
    const late = await ofThatHour();
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 0, held: 1 });
    const open = await openCase();
    expect(open?.signals.map(({ kind }) => kind).sort()).toEqual(["LATE_ORDERS", "SELF_PURCHASE"]);
    expect(await db().commissionHold.findFirstOrThrow({ where: { conversionId: late } })).toMatchObject({
      ...{ state: "HELD", reference: `fraud:${open?.id}` },
    });
  }, 60_000);

  it("of other hours, or found ordinary, do not wait", async () => {
    await decide(caseId, "CONFIRMED");
    await anOrder(place, { occurredAt: ago(10 * HOUR + 7_001), click: { link, delayMs: HOUR } });
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    await ofThatHour();
    expect(await detectFraud(system())).toMatchObject({ cases: 1 });
    await decide((await openCase())?.id ?? "", "CLEARED");
    await ofThatHour();
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
  }, 60_000);

  it("are not decided by an officer whom the first case names as a buyer", async () => {
    const buyer = await officerOf(place);
    const email = buyer.actor.kind === "user" ? buyer.actor.email : "";
    await anOrder(place, { coupon: link.coupon, buyer: email });
    await detectFraud(system());
    await decide(caseId, "CONFIRMED");
    await ofThatHour();
    await detectFraud(system());
    const id = (await openCase())?.id ?? "";
    expect(await caseDetail(buyer, { institution, caseId: id })).toMatchObject({ may: "concerned" });
    const act = { caseId: id, outcome: "CLEARED", reason: REASON } as const;
    await expect(decideCase(buyer, act)).rejects.toMatchObject({ code: "forbidden" });
  }, 60_000);

  it("dismissed: they are paid", async () => {
    await decide(caseId, "CLEARED");
    const late = await ofThatHour();
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    expect(await order(late)).toMatchObject({ heldAt: null, commissionRupiah: 20_000n });
  }, 60_000);
});

it("a worker that dies before an open case was followed leaves nothing out", async () => {
  const late = await ofThatHour();
  // The line of this order is older than the minutes that are read again anyway, the next one is new.
  const { id } = await db().conversionLine.findFirstOrThrow({ where: { conversionId: late } });
  await db().fraudCursor.updateMany({
    where: { name: "orders" },
    data: { position: firstIdAt(Date.now() - 3 * HOUR) },
  });
  await db().$executeRaw`UPDATE conversion_line SET id = ${firstIdAt(Date.now() - 2 * HOUR)}::uuid
    WHERE id = ${id}::uuid`;
  await anOrder(place, { occurredAt: ago(10 * HOUR + 7_001) });
  const dying = new Proxy(db(), {
    get(target, key) {
      if (key === "fraudCase") throw new Error("killed");
      return Reflect.get(target, key);
    },
  });
  await expect(detectFraud({ ...system(), db: dying })).rejects.toThrow("killed");
  expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 1 });
  expect(await order(late)).toMatchObject({ heldAt: NOW });
});
