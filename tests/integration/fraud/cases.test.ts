import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readPeriod } from "~/kernel/period";
import { localDay } from "~/kernel/time";
import { answerQuestion } from "~/modules/fraud/commands/answer-question.server";
import { askInfluencer } from "~/modules/fraud/commands/ask-influencer.server";
import { decideCase } from "~/modules/fraud/commands/decide-case.server";
import { detectFraud } from "~/modules/fraud/commands/detect-fraud.server";
import { casesOpened } from "~/modules/fraud/fraud.jobs";
import { readCaseFilters } from "~/modules/fraud/fraud.schemas";
import { answerPicture } from "~/modules/fraud/queries/answer-picture.server";
import { caseDetail } from "~/modules/fraud/queries/case-detail.server";
import { caseList } from "~/modules/fraud/queries/case-list.server";
import { caseOfOrder } from "~/modules/fraud/queries/case-of-order.server";
import { casesWaitingCount } from "~/modules/fraud/queries/cases-waiting-count.server";
import { heldOfCreator } from "~/modules/fraud/queries/held-of-creator.server";
import { ownCases } from "~/modules/fraud/queries/own-cases.server";
import { undecidedCount } from "~/modules/fraud/queries/undecided-count.server";
import { institutionTodo } from "~/modules/impact/queries/institution-todo.server";
import { heldBy, reportHeld } from "~/modules/impact/queries/report-held.server";
import { reportTotals } from "~/modules/impact/queries/report-totals.server";
import type { Dimension, ReportScope } from "~/modules/impact/report-scope";
import { mailCommissionHeld } from "~/modules/notifications/commands/mail-commission-held.server";
import { mailFraudDecision } from "~/modules/notifications/commands/mail-fraud-decision.server";
import { mailFraudQuestion } from "~/modules/notifications/commands/mail-fraud-question.server";
import { mailNewCases } from "~/modules/notifications/commands/mail-new-cases.server";
import { officersOf } from "~/modules/notifications/internal/officers.server";
import { claimSales } from "~/modules/tracking/queries/claim-sales.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, jobs, NOW, officerOf, type Place, system } from "../campaigns/world";
import { emptyMailbox, mailbox } from "../notifications/mailbox";
import { figuresOfOrders, rollups, unbalanced } from "../tracking/order-figures";
import { ago, anOldLink, anOrder, clearAll, DAY } from "./world";

let place: Place;
let link: TrackedLink;
let institution: { id: string; regionId: string };
let caseId: string;
let bought: string;

beforeAll(async () => {
  place = await aPlace();
  institution = { id: place.institutionId, regionId: place.regionId };
  link = await anOldLink(place);
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearAll();
  bought = await anOrder(place, { coupon: link.coupon, buyer: link.influencer.email, orderId: "SENDIRI" });
  await anOrder(place, { coupon: link.coupon, buyer: "orang lain", orderId: "LAIN" });
  await detectFraud(system());
  caseId = (await db().fraudCase.findFirstOrThrow()).id;
});

const order = (id: string) => db().conversion.findUniqueOrThrow({ where: { id } });
const lines = async (id: string) =>
  (await db().conversionLine.findMany({ where: { conversionId: id }, orderBy: { id: "asc" } })).map(
    ({ cause, amountRupiah, commissionRupiah, reason }) => [cause, amountRupiah, commissionRupiah, reason],
  );
const REASON = "Pesanan untuk tetangga, ada bukti percakapan.";
const decide = (outcome: "CLEARED" | "CONFIRMED", officer = place.officer) =>
  decideCase(officer, { caseId, outcome, reason: REASON });

describe("sums", () => {
  const period = readPeriod(new URLSearchParams(), NOW, "Asia/Jakarta");
  const held = (reader: Ctx, scope: ReportScope) => reportHeld(reader, { scope, period });

  it("hold what waits, with the held part beside them, in every scope, until it is decided", async () => {
    const { institutionId, regionId } = place;
    const scopes: [Ctx, ReportScope][] = [
      [system(), { kind: "nation" }],
      [await officerOf(place, "KANWIL"), { kind: "region", regionId }],
      [place.officer, { kind: "institution", institutionId, regionId }],
      [link.influencer.ctx, { kind: "creator", creatorId: link.influencer.creatorId }],
    ];
    for (const [reader, scope] of scopes) {
      expect(await held(reader, scope)).toEqual({ orders: 1, commissionRupiah: 20_000 });
      const { commissionRupiah } = await reportTotals(reader, { scope, period });
      expect(commissionRupiah).toBe(40_000);
    }
    const day = localDay((await order(bought)).occurredAt, period.zone);
    const { claimId, linkId, campaignId } = link;
    const { creatorId } = link.influencer;
    const keys = {
      day,
      region: regionId,
      institution: institutionId,
      campaign: campaignId,
      creator: creatorId,
    };
    for (const [by, key] of Object.entries({ ...keys, link: linkId })) {
      const found = await heldBy(system(), {
        scope: { kind: "nation" },
        period,
        by: by as "day" | Dimension,
      });
      expect([by, ...found]).toEqual([by, [key, 20_000]]);
    }
    const { totals, rows } = await claimSales(link.influencer.ctx, { claimId, cursor: null });
    expect(totals).toMatchObject({ commissionRupiah: 40_000n, heldRupiah: 20_000n });
    expect(rows.map(({ held: waits }) => waits !== null).sort()).toEqual([false, true]);
    await decide("CONFIRMED");
    for (const [reader, scope] of scopes) {
      expect(await held(reader, scope)).toEqual({ orders: 0, commissionRupiah: 0 });
    }
    const after = await claimSales(link.influencer.ctx, { claimId: link.claimId, cursor: null });
    expect(after.totals).toMatchObject({ commissionRupiah: 20_000n, heldRupiah: 0n });
    expect(after.rows.find(({ voided }) => voided)).toMatchObject({
      id: bought,
      held: null,
      reasons: [REASON],
    });
    await expect(held(place.officer, { kind: "nation" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("is found from an order whose commission it holds, until it is decided", async () => {
  const find = (reader: Ctx, conversionId = bought) => caseOfOrder(reader, { institution, conversionId });
  expect(await find(place.officer)).toBe(caseId);
  expect(await find(await officerOf(place, "KANWIL"))).toBe(caseId);
  expect(await find((await aPlace()).officer)).toBeNull();
  const other = await db().conversion.findFirstOrThrow({ where: { orderId: "LAIN" } });
  expect(await find(place.officer, other.id)).toBeNull();
  await decide("CLEARED");
  expect(await find(place.officer)).toBeNull();
});

describe("a decision", () => {
  it("cleared: the commission is free, the ledger says when it waited and why it is free", async () => {
    expect(await heldOfCreator(link.influencer.ctx)).toMatchObject([{ heldRupiah: 20_000n, orders: 1 }]);
    await decide("CLEARED");
    expect(await order(bought)).toMatchObject({ heldAt: null, commissionRupiah: 20_000n });
    expect(await lines(bought)).toEqual([
      ["REPORT", 200_000n, 20_000n, ""],
      ["HOLD", 0n, 0n, ""],
      ["RELEASE", 0n, 0n, REASON],
    ]);
    expect(await heldOfCreator(link.influencer.ctx)).toEqual([]);
    expect(await unbalanced()).toEqual([]);
  });

  it("confirmed: that commission alone is taken back, by signed lines; the worth of the order stays", async () => {
    await decide("CONFIRMED");
    expect(await order(bought)).toMatchObject({ netRupiah: 200_000n, commissionRupiah: 0n, heldAt: null });
    expect((await lines(bought)).at(-1)).toEqual(["VOID", 0n, -20_000n, REASON]);
    const other = await db().conversion.findFirstOrThrow({ where: { orderId: "LAIN" } });
    expect(other.commissionRupiah).toBe(20_000n);
    expect(await unbalanced()).toEqual([]);
    expect(await rollups()).toEqual(await figuresOfOrders());
  });

  it("what was taken back stays so when the order is told of again", async () => {
    await decide("CONFIRMED");
    await anOrder(place, {
      ...{ coupon: link.coupon, buyer: link.influencer.email, orderId: "SENDIRI" },
      ...{ source: "SHOPEE_ORDERS", occurredAt: ago(4 * DAY) },
    });
    expect(await order(bought)).toMatchObject({ commissionRupiah: 0n });
    await detectFraud(system());
    expect(await order(bought)).toMatchObject({ commissionRupiah: 0n, heldAt: null });
    expect(await unbalanced()).toEqual([]);
  });

  it("is turned over by a new one, both ways, and the ledger adds up each time", async () => {
    await decide("CONFIRMED");
    await decide("CLEARED");
    expect(await order(bought)).toMatchObject({ commissionRupiah: 20_000n });
    expect((await lines(bought)).at(-1)).toEqual(["RELEASE", 0n, 20_000n, REASON]);
    await decide("CONFIRMED");
    expect(await order(bought)).toMatchObject({ commissionRupiah: 0n });
    expect(await db().fraudDecision.count()).toBe(3);
    expect(await unbalanced()).toEqual([]);
    expect(await rollups()).toEqual(await figuresOfOrders());
  });

  it("of two officers at once, one holds and the other is told", async () => {
    const colleague = await officerOf(place, "LAPAS_HEAD");
    const both = await Promise.allSettled([decide("CLEARED"), decide("CLEARED", colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((each) => each.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict" });
    expect(await db().fraudDecision.count()).toBe(1);
    await expect(decide("CLEARED")).rejects.toMatchObject({ code: "conflict" });
  });

  it("after it the same findings open no new case; another order does", async () => {
    await decide("CLEARED");
    await db().fraudCursor.deleteMany();
    expect(await detectFraud(system())).toEqual({ signals: 0, cases: 0, held: 0 });
    await anOrder(place, { coupon: link.coupon, buyer: link.influencer.email });
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 1, held: 1 });
    expect(await order(bought)).toMatchObject({ heldAt: null });
  });
});

describe("question and answer", () => {
  const question = "Apakah pesanan ini Anda buat untuk orang lain?";
  const answer = { answer: "Ya, untuk tetangga saya.", picture: null };

  it("goes to the influencer, whose turn it is until the answer; then to the officers again", async () => {
    expect(await casesWaitingCount(place.officer, place.institutionId)).toBe(1);
    await askInfluencer(place.officer, { caseId, question, days: 3 });
    expect(await casesWaitingCount(place.officer, place.institutionId)).toBe(0);
    const own = await ownCases(link.influencer.ctx, { claimId: link.claimId });
    expect(own.cases).toMatchObject([
      {
        ...{ status: "ASKED", kinds: ["SELF_PURCHASE"], held: { orders: 1, heldRupiah: 20_000n } },
        turn: { who: "INFLUENCER", until: new Date(NOW.getTime() + 3 * DAY) },
        events: [{ kind: "QUESTION", text: question }],
      },
    ]);
    const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: "teal" } })
      .png()
      .toBuffer();
    await answerQuestion(link.influencer.ctx, { ...answer, caseId, claimId: link.claimId, picture });
    const found = await caseDetail(place.officer, { institution, caseId });
    expect(found.turn).toEqual({ who: "OFFICER", until: new Date(NOW.getTime() + 7 * DAY) });
    const [given] = found.events.filter(({ kind }) => kind === "ANSWER");
    expect(given).toMatchObject({ text: answer.answer, picture: { width: 400, height: 300 } });
    const messageId = given?.id ?? "";
    const byOfficer = { messageId, by: { institutionId: place.institutionId } };
    expect(await answerPicture(place.officer, byOfficer)).toMatchObject({ width: 400 });
    const elsewhere = await aPlace();
    await expect(answerPicture(elsewhere.officer, byOfficer)).rejects.toMatchObject({ code: "forbidden" });
    const { items } = await institutionTodo(place.officer, { ...institution, timeZone: "Asia/Jakarta" });
    expect(items).toContainEqual(expect.objectContaining({ kind: "REVIEWS", path: `pemeriksaan/${caseId}` }));
  });

  it("cannot be answered before it is asked, nor after the decision, nor by somebody else", async () => {
    const own = { ...answer, caseId, claimId: link.claimId };
    await expect(answerQuestion(link.influencer.ctx, own)).rejects.toMatchObject({ code: "conflict" });
    await askInfluencer(place.officer, { caseId, question, days: 7 });
    const stranger = await aTrackedLink(system(), place, { campaignId: link.campaignId });
    await expect(answerQuestion(stranger.influencer.ctx, own)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      answerQuestion(stranger.influencer.ctx, { ...own, claimId: stranger.claimId }),
    ).rejects.toMatchObject({ code: "not_found" });
    await decide("CLEARED");
    await expect(answerQuestion(link.influencer.ctx, own)).rejects.toMatchObject({ code: "conflict" });
    await expect(askInfluencer(place.officer, { caseId, question, days: 7 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("and the decision are told by mail, in the influencer's language, without an accusation", async () => {
    await emptyMailbox();
    await askInfluencer(place.officer, { caseId, question, days: 3 });
    await decide("CLEARED");
    const told = await jobs();
    for (const { job, payload } of told) {
      if (job === "fraud.asked") await mailFraudQuestion(system(), payload as { messageId: string });
      if (job === "fraud.decided") await mailFraudDecision(system(), payload as { decisionId: string });
    }
    const texts = (await mailbox()).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.find((text) => text.includes(question))).toContain("Ini bukan tuduhan");
    expect(texts.find((text) => text.includes(REASON))).toContain("dilepas");
    expect(texts.join()).toContain(`/klaim/${link.claimId}/pemeriksaan`);
  });

  it("tell the influencer once when commission begins to wait: how much, why, that nothing is to be done yet", async () => {
    await emptyMailbox();
    await anOrder(place, { coupon: link.coupon, buyer: link.influencer.email, orderId: "SENDIRI LAGI" });
    await detectFraud(system());
    expect(await heldOfCreator(link.influencer.ctx)).toMatchObject([{ orders: 2 }]);
    const told = (await jobs()).filter(({ job }) => job === "fraud.commissionHeld");
    expect(told).toEqual([{ job: "fraud.commissionHeld", payload: { caseId } }]);
    await mailCommissionHeld(system(), { caseId });
    const [mail] = await mailbox();
    expect(mail?.headers.to).toContain(link.influencer.email);
    for (const part of [
      "Rp40.000",
      "2 pesanan",
      "akun Anda sendiri",
      "bukan tuduhan",
      "belum perlu",
      "17 November",
    ]) {
      expect(mail?.text).toContain(part);
    }
    await db().user.update({ where: { email: link.influencer.email }, data: { locale: "en" } });
    await mailCommissionHeld(system(), { caseId });
    await db().user.update({ where: { email: link.influencer.email }, data: { locale: "id" } });
    expect((await mailbox())[1]?.text).toContain("Rp40,000 from 2 orders");
    await decide("CLEARED");
    await mailCommissionHeld(system(), { caseId });
    expect(await mailbox()).toHaveLength(2);
  });

  it("tell the officers of all cases of a run in one mail, once, and nobody of a case about themselves", async () => {
    await emptyMailbox();
    const second = await aTrackedLink(system(), place);
    await db().couponCode.updateMany({ data: { createdAt: ago(60 * DAY) } });
    const { email } = second.influencer;
    const buyer = await officerOf(place);
    const buyerMail = buyer.actor.kind === "user" ? buyer.actor.email : "";
    await db().outboxMessage.deleteMany();
    await db().fraudCase.updateMany({ data: { officersToldAt: null } });
    for (const orderId of ["A", "B"]) await anOrder(place, { coupon: second.coupon, buyer: email, orderId });
    await anOrder(place, { coupon: second.coupon, buyer: buyerMail, orderId: "C" });
    await detectFraud(system());
    await detectFraud(system());
    const told = (await jobs()).filter(({ job }) => job === "fraud.casesOpened");
    expect(told).toHaveLength(1);
    const payload = casesOpened.payload.parse(told[0]?.payload);
    expect(payload.caseIds).toHaveLength(2);
    await mailNewCases(system(), payload);
    const mails = await mailbox();
    const ofOfficers = await officersOf(system(), place.institutionId);
    expect(mails.map(({ headers }) => headers.to).sort()).toEqual(
      ofOfficers.map((each) => each.email).sort(),
    );
    const mine = mails.find(({ headers }) => headers.to === buyerMail);
    expect(mine?.headers.subject).toContain("Perlu diperiksa");
    expect(mine?.text).toContain(`/pemeriksaan/${caseId}`);
    const other = mails.find(({ headers }) => headers.to !== buyerMail);
    expect(other?.headers.subject).toContain("2 hal perlu diperiksa");
    expect(other?.text).toContain("/pemeriksaan?urut=due");
    expect(other?.text).toContain("Komisi ditahan: Rp20.000 dari 1 pesanan");
  });
});

describe("who may", () => {
  it("reads and decides: officers of the Lapas; reads: its Kanwil and the directorate; nobody else", async () => {
    const input = { institution, filters: readCaseFilters(new URLSearchParams()), cursor: null };
    for (const role of ["KANWIL", "DIRECTORATE"] as const) {
      const reader = await officerOf(place, role);
      expect((await caseList(reader, input)).rows).toHaveLength(1);
      expect(await caseDetail(reader, { institution, caseId })).toMatchObject({ may: "read" });
      await expect(decide("CLEARED", reader)).rejects.toMatchObject({ code: "forbidden" });
    }
    const elsewhere = await aPlace({ region: "Bali" });
    const several = { ...input, institution: null };
    for (const [place_, role, seen] of [
      [place, "KANWIL", 1],
      [place, "DIRECTORATE", 1],
      [elsewhere, "KANWIL", 0],
      [elsewhere, "LAPAS_PR", 0],
    ] as const) {
      const reader = await officerOf(place_, role);
      expect((await caseList(reader, several)).rows).toHaveLength(seen);
      expect(await undecidedCount(reader)).toBe(seen);
    }
    const directorate = await officerOf(place, "DIRECTORATE");
    const filtered = (query: string) =>
      caseList(directorate, { ...several, filters: readCaseFilters(new URLSearchParams(query)) });
    expect((await filtered("kanwil=bali")).rows).toHaveLength(0);
    expect((await filtered("q=KELAS IIA CONTOH")).rows).toMatchObject([{ id: caseId }]);
    await expect(caseList(link.influencer.ctx, several)).rejects.toMatchObject({ code: "forbidden" });
    await expect(caseList(elsewhere.officer, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decide("CLEARED", elsewhere.officer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(caseList(link.influencer.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decide("CLEARED", system())).rejects.toMatchObject({ code: "forbidden" });
    expect(await caseDetail(place.officer, { institution, caseId })).toMatchObject({ may: "decide" });
  });

  it("never decides on oneself: an officer whom the case names as a buyer", async () => {
    const buyer = await officerOf(place);
    const email = buyer.actor.kind === "user" ? buyer.actor.email : "";
    await anOrder(place, { coupon: link.coupon, buyer: email });
    expect(await detectFraud(system())).toEqual({ signals: 1, cases: 0, held: 1 });
    expect(await caseDetail(buyer, { institution, caseId })).toMatchObject({ may: "concerned" });
    await expect(decide("CLEARED", buyer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      askInfluencer(buyer, { caseId, question: "Apa kabar semuanya?", days: 3 }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await decide("CLEARED");
  });

  it("finds by name, filters, sorts and pages", async () => {
    const filters = (query: string) => readCaseFilters(new URLSearchParams(query));
    const list = async (query: string) =>
      (await caseList(place.officer, { institution, filters: filters(query), cursor: null })).rows.length;
    expect(await list("q=KREATOR")).toBe(1);
    expect(await list("q=tidak-ada")).toBe(0);
    expect(await list("status=CLEARED")).toBe(0);
    expect(await list("status=OPEN&urut=due")).toBe(1);
    const second = await aTrackedLink(system(), place, { campaignId: link.campaignId });
    await db().couponCode.updateMany({ data: { createdAt: ago(60 * DAY) } });
    await anOrder(place, { coupon: second.coupon, buyer: second.influencer.email });
    await detectFraud(system());
    for (const query of ["", "urut=due"]) {
      const first = await caseList(place.officer, {
        institution,
        filters: filters(query),
        cursor: null,
        limit: 1,
      });
      const rest = await caseList(place.officer, {
        ...{ institution, filters: filters(query), limit: 1 },
        cursor: first.next,
      });
      expect(rest.next).toBeNull();
      expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(2);
    }
  });
});
