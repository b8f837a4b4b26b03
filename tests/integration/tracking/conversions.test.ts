import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { createApiKey } from "~/modules/identity/commands/create-api-key.server";
import { contextOf } from "~/modules/identity/context.server";
import { getLinkStats, postConversion } from "~/modules/tracking/api.server";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { confirmConversion } from "~/modules/tracking/commands/confirm-conversion.server";
import {
  type RecordConversionInput,
  recordConversion,
} from "~/modules/tracking/commands/record-conversion.server";
import { reverseConversion } from "~/modules/tracking/commands/reverse-conversion.server";
import { sweepIdempotencyKeys } from "~/modules/tracking/commands/sweep-idempotency-keys.server";
import { CONVERSION_STATUSES, type ConversionStatus } from "~/modules/tracking/order-report";
import { db } from "~/platform/db.server";
import { AGENTS, aClick, aTrackedLink, record, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, NOW, officerOf, type Place, system } from "../campaigns/world";

const DAY = 86_400_000;
const t = (key: string) => key;

let place: Place;
let other: Place;
let link: TrackedLink;
let rival: TrackedLink;
let foreign: TrackedLink;
let institution: { id: string; regionId: string };

beforeAll(async () => {
  place = await aPlace();
  other = await aPlace();
  institution = { id: place.institutionId, regionId: place.regionId };
  // 10 % and thirty days; 7,500 rupiah each and three days.
  link = await aTrackedLink(system(), place);
  rival = await aTrackedLink(system(), place, {
    brief: { commission: { kind: "fixed", rupiah: 7_500 }, attributionWindowDays: 3 },
  });
  foreign = await aTrackedLink(system(), other);
  // Codes that have been out for a while: an order is credited to a code that was there before it.
  await db().couponCode.updateMany({ data: { createdAt: ago(40 * DAY) } });
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await db().$executeRaw`TRUNCATE conversion, conversion_hourly, idempotency_key CASCADE`;
});

const tokenFor = (linkId: string, at: Date) =>
  new ClickTokens().sign(compactId(newId(at)), compactId(linkId));
const ago = (ms: number) => new Date(NOW.getTime() - ms);

const take = (input: Partial<RecordConversionInput> = {}) =>
  recordConversion(system(), {
    institution,
    source: "API",
    orderId: "A-1",
    amountRupiah: 100_000n,
    status: "CONFIRMED",
    ...input,
  });

describe("recordConversion", () => {
  it("credits the last click within its window, although its row has not been written yet", async () => {
    const done = await take({
      clickTokens: [tokenFor(rival.linkId, ago(2 * DAY)), tokenFor(link.linkId, ago(5 * DAY))],
    });
    expect(done).toMatchObject({
      change: "created",
      reason: "click",
      linkId: rival.linkId,
      claimId: rival.claimId,
      commissionRupiah: 7_500n,
    });
    const row = await db().conversion.findUniqueOrThrow({ where: { id: done.id } });
    expect(row.attribution).toMatchObject({
      version: 3,
      candidates: [
        { kind: "click", outcome: "won", windowDays: 3, linkId: rival.linkId },
        { kind: "click", outcome: "later", windowDays: 30, linkId: link.linkId },
      ],
    });
  });

  it("takes the window of the brief that the influencer accepted", async () => {
    const done = await take({
      clickTokens: [tokenFor(rival.linkId, ago(4 * DAY)), tokenFor(link.linkId, ago(20 * DAY))],
    });
    expect(done).toMatchObject({ reason: "click", linkId: link.linkId, commissionRupiah: 10_000n });
  });

  it("puts a coupon before a click", async () => {
    const done = await take({ couponCode: link.coupon, clickTokens: [tokenFor(rival.linkId, ago(1_000))] });
    expect(done).toMatchObject({ reason: "coupon", linkId: link.linkId, claimId: link.claimId });
  });

  it("credits nobody for a forged mark or one of another institution, and says so", async () => {
    const forged = tokenFor(link.linkId, ago(1_000)).replace(/\.(.)/, (_, sign) =>
      sign === "A" ? ".B" : ".A",
    );
    const tokens = [forged, tokenFor(foreign.linkId, ago(1_000)), "nonsense"];
    const done = await take({ clickTokens: tokens });
    expect(done).toMatchObject({ reason: "none:click-invalid", linkId: null, commissionRupiah: 0n });
    const coupon = await take({ orderId: "A-2", couponCode: foreign.coupon });
    expect(coupon).toMatchObject({ reason: "none:coupon-unknown", claimId: null });
    const rollup = await db().conversionHourly.findFirstOrThrow();
    expect(rollup).toMatchObject({
      bucketId: institution.id,
      linkId: null,
      count: 2n,
      valueRupiah: 200_000n,
    });
  });

  it("changes nothing when it is told again", async () => {
    const first = await take({ couponCode: link.coupon });
    const again = await take({ couponCode: rival.coupon });
    expect(again).toEqual({ ...first, change: "none" });
    expect(await db().conversionLine.count()).toBe(1);
  });

  it("counts an order once when it is told twenty times at once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => take({ couponCode: link.coupon })));
    expect(all.filter((each) => each.change === "created")).toHaveLength(1);
    expect(await db().conversionHourly.findFirstOrThrow()).toMatchObject({
      count: 1n,
      valueRupiah: 100_000n,
    });
  });

  it("follows an order from pending to confirmed to reversed, at the order's own hour", async () => {
    const occurredAt = ago(3 * DAY);
    await take({ status: "PENDING", couponCode: link.coupon, occurredAt });
    await take({ status: "CONFIRMED" });
    clock.set(new Date(NOW.getTime() + DAY));
    await take({ status: "REVERSED" });
    const lines = await db().conversionLine.findMany({ orderBy: { id: "asc" } });
    expect(lines.map((line) => [line.status, line.amountRupiah, line.commissionRupiah])).toEqual([
      ["PENDING", 100_000n, 10_000n],
      ["CONFIRMED", 0n, 0n],
      ["REVERSED", -100_000n, -10_000n],
    ]);
    const rollups = await db().conversionHourly.findMany();
    expect(rollups).toHaveLength(1);
    expect(rollups[0]).toMatchObject({
      hour: occurredAt,
      evidenceGrade: "MEASURED",
      ...{ count: 0n, confirmed: 0n, reversed: 1n, valueRupiah: 0n, commissionRupiah: 0n },
    });
  });

  it("keeps a refund that a later call leaves out, and takes it back where the call says so", async () => {
    await take({ status: "PENDING", couponCode: link.coupon, refundedRupiah: 40_000n });
    expect(await take({ status: "CONFIRMED" })).toMatchObject({
      ...{ refundedRupiah: 40_000n, commissionRupiah: 6_000n },
    });
    clock.set(new Date(NOW.getTime() + DAY));
    expect(await take({ status: "CONFIRMED", refundedRupiah: 0n })).toMatchObject({
      ...{ refundedRupiah: 0n, commissionRupiah: 10_000n },
    });
  });

  it("never goes back, and never changes an amount", async () => {
    await take({ status: "REVERSED" });
    await expect(take({ status: "CONFIRMED" })).rejects.toMatchObject({ code: "conflict" });
    await take({ orderId: "A-2", status: "CONFIRMED" });
    await expect(take({ orderId: "A-2", status: "PENDING" })).rejects.toMatchObject({ code: "conflict" });
    await expect(take({ orderId: "A-2", amountRupiah: 1n })).rejects.toMatchObject({ code: "conflict" });
    expect(await db().conversionLine.count()).toBe(2);
  });

  it("keeps the same number of another source and institution apart", async () => {
    await take();
    await take({ source: "GATE" });
    await take({ institution: { id: other.institutionId, regionId: other.regionId } });
    expect(await db().conversion.count()).toBe(3);
  });

  it("refuses an order of tomorrow and an officer of elsewhere", async () => {
    await expect(take({ occurredAt: new Date(NOW.getTime() + DAY) })).rejects.toMatchObject({
      code: "invalid",
    });
    const stranger = await officerOf(other);
    const input = { institution, source: "GATE", orderId: "1", amountRupiah: 1n, status: "PENDING" } as const;
    await expect(recordConversion(stranger, input)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lines add up to the rollup for any stream of calls", { timeout: 120_000 }, async () => {
    const call = fc.record({
      orderId: fc.constantFrom("P-1", "P-2", "P-3", "P-4"),
      status: fc.constantFrom<ConversionStatus>(...CONVERSION_STATUSES),
      coupon: fc.constantFrom("", "link", "rival"),
      source: fc.constantFrom("API" as const, "GATE" as const),
      hoursAgo: fc.nat({ max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 25 }), async (calls) => {
        await db().$executeRaw`TRUNCATE conversion, conversion_hourly CASCADE`;
        await Promise.allSettled(
          calls.map(({ orderId, status, coupon, source, hoursAgo }) =>
            take({
              ...{ orderId, status, source },
              occurredAt: ago(hoursAgo * 3_600_000),
              ...(coupon === "" ? {} : { couponCode: coupon === "link" ? link.coupon : rival.coupon }),
            }),
          ),
        );
        expect(await rollups()).toEqual(await ledger());
      }),
      { numRuns: 15 },
    );
  });
});

const rollups = () => db().$queryRaw<unknown[]>`
  SELECT bucket_id, hour, evidence_grade::text, count, confirmed, reversed, value_rupiah, commission_rupiah
  FROM conversion_hourly ORDER BY 1, 2, 3`;

/** The same figures from orders and their lines alone. */
const ledger = () => db().$queryRaw<unknown[]>`
  SELECT coalesce(c.link_id, c.institution_id) AS bucket_id, date_trunc('hour', c.occurred_at)::timestamptz(0) AS hour,
    c.evidence_grade::text, count(*) FILTER (WHERE c.status <> 'REVERSED') AS count,
    count(*) FILTER (WHERE c.status = 'CONFIRMED') AS confirmed, count(*) FILTER (WHERE c.status = 'REVERSED') AS reversed,
    sum(l.amount)::int8 AS value_rupiah, sum(l.commission)::int8 AS commission_rupiah
  FROM conversion c
  JOIN LATERAL (SELECT sum(amount_rupiah) AS amount, sum(commission_rupiah) AS commission
    FROM conversion_line WHERE conversion_id = c.id) l ON true
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

describe("an officer's decision", () => {
  it("confirms and reverses with a reason that stays", async () => {
    const { id } = await take({ status: "PENDING", source: "WHATSAPP", couponCode: link.coupon });
    await confirmConversion(place.officer, { conversionId: id });
    await expect(confirmConversion(place.officer, { conversionId: id })).rejects.toMatchObject({
      code: "conflict",
    });
    await reverseConversion(place.officer, { conversionId: id, reason: "Pembeli membatalkan pesanan" });
    await expect(
      reverseConversion(place.officer, { conversionId: id, reason: "sekali lagi" }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    const last = await db().conversionLine.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({
      status: "REVERSED",
      reason: "Pembeli membatalkan pesanan",
      actorKind: "user",
    });
    expect(await rollups()).toEqual(await ledger());
    const stranger = await officerOf(other);
    await expect(
      reverseConversion(stranger, { conversionId: id, reason: "bukan saya" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the API", () => {
  let key: string;
  let reader: string;

  beforeAll(async () => {
    const owner = system();
    ({ key } = await createApiKey(owner, { institution, name: "toko", scopes: ["conversions:write"] }));
    ({ key: reader } = await createApiKey(owner, { institution, name: "baca", scopes: ["stats:read"] }));
  });

  const body = (more: object = {}) => ({
    orderId: "S-1",
    amountRupiah: 50_000,
    status: "confirmed",
    ...more,
  });

  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    postConversion(
      new Request("http://gaung.test/api/v1/conversions", {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...headers },
        body: typeof payload === "string" ? payload : JSON.stringify(payload),
      }),
      t,
    );

  it("takes an order, and answers a repeat with 200 and the same body", async () => {
    const first = await post(body({ couponCode: link.coupon.toLowerCase() }));
    expect(first.status).toBe(201);
    const answer = await first.json();
    expect(answer).toMatchObject({
      ...{
        orderId: "S-1",
        source: "api",
        status: "confirmed",
        amountRupiah: 50_000,
        commissionRupiah: 5_000,
      },
      attribution: { reason: "coupon", linkCode: link.code, claimId: link.claimId },
    });
    const again = await post(body());
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(answer);
  });

  it("gives the stored answer to the same Idempotency-Key, even after the order has moved on", async () => {
    const headers = { "Idempotency-Key": '"k-1"' };
    const first = await post(body({ status: "pending" }), headers);
    await post(body({ status: "confirmed" }), { "Idempotency-Key": "k-2" });
    const again = await post(body({ status: "pending" }), headers);
    expect([again.status, await again.json()]).toEqual([201, await first.json()]);
    expect(await db().conversionLine.count()).toBe(2);
  });

  it("refuses a key with another body, and a second request while the first is at work", async () => {
    const headers = { "Idempotency-Key": "k-3" };
    await post(body(), headers);
    const other = await post(body({ amountRupiah: 1 }), headers);
    expect(other.status).toBe(422);
    expect(other.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await other.json()).toMatchObject({ detail: "tracking:error.keyReused" });

    const many = await Promise.all(
      Array.from({ length: 12 }, () => post(body({ orderId: "S-9" }), { "Idempotency-Key": "k-4" })),
    );
    const statuses = new Set(many.map((answer) => answer.status));
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true);
    expect(await db().conversion.count({ where: { orderId: "S-9" } })).toBe(1);
  });

  it("lets a key be used again after a refusal", async () => {
    const headers = { "Idempotency-Key": "k-5" };
    expect((await post(body({ amountRupiah: 0 }), headers)).status).toBe(422);
    expect((await post(body(), headers)).status).toBe(201);
  });

  it("forgets keys after a week", async () => {
    await post(body(), { "Idempotency-Key": "k-6" });
    await db().idempotencyKey.updateMany({ data: { createdAt: ago(8 * DAY) } });
    expect(await sweepIdempotencyKeys(system())).toEqual({ deleted: 1 });
  });

  it.each([
    ["no JSON", "{", 400],
    ["a missing amount", { orderId: "x" }, 422],
    ["an unknown field", { orderId: "x", amountRupiah: 1, amount: 1 }, 422],
    ["money with cents", { orderId: "x", amountRupiah: 1.5 }, 422],
    ["another source", { orderId: "x", amountRupiah: 1, source: "shopee" }, 422],
    ["a body without end", { orderId: "x".repeat(20_000), amountRupiah: 1 }, 413],
  ])("answers %s with a problem", async (_, payload, status) => {
    const answer = await post(payload);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await db().conversion.count()).toBe(0);
  });

  it("names the field at fault", async () => {
    const problem = await (await post({ orderId: "x", amountRupiah: -1, amountt: 1 })).json();
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { path: "amountRupiah", message: "tracking:error.amount" },
        { path: "amountt", message: "ui:field.invalid" },
      ]),
    );
  });

  it("asks for a key with the right scope, and for JSON", async () => {
    expect((await post(body(), { Authorization: "Bearer gk_no" })).status).toBe(401);
    expect((await post(body(), { Authorization: `Bearer ${reader}` })).status).toBe(403);
    expect((await post(body(), { "Content-Type": "text/plain" })).status).toBe(415);
  });

  describe("stats", () => {
    const stats = (code: string, query = "", bearer: string | null = reader) =>
      getLinkStats(
        new Request(`http://gaung.test/api/v1/links/${code}/stats${query}`, {
          headers: bearer ? { Authorization: `Bearer ${bearer}` } : {},
        }),
        code,
        t,
      );

    it("come from the rollups, by local days", async () => {
      // 16:59 and 17:00 UTC lie on both sides of midnight in Jakarta.
      await record(system(), [
        aClick(link.linkId, new Date("2026-11-08T16:59:59Z"), { visitorHash: "0000000000000001" }),
        aClick(link.linkId, new Date("2026-11-08T17:00:00Z"), { visitorHash: "0000000000000001" }),
        aClick(link.linkId, new Date("2026-11-08T17:40:00Z"), { visitorHash: "0000000000000001" }),
        aClick(link.linkId, new Date("2026-11-08T18:00:00Z"), { agent: AGENTS.BOT }),
      ]);
      const onward = [
        { hour: new Date("2026-11-08T16:00:00Z"), channel: "SHOPEE", raw: 9n, human: 9n },
        { hour: new Date("2026-11-08T17:00:00Z"), channel: "SHOPEE", raw: 2n, human: 2n },
        { hour: new Date("2026-11-08T18:00:00Z"), channel: "OWN", raw: 1n, human: 0n },
      ] as const;
      await system().db.outboundHourly.createMany({
        data: onward.map((step) => ({ ...step, linkId: link.linkId })),
      });
      await take({ couponCode: link.coupon, occurredAt: new Date("2026-11-09T01:00:00Z") });
      const answer = await stats(link.code, "?from=2026-11-09&to=2026-11-09");
      expect(await answer.json()).toEqual({
        ...{ code: link.code, from: "2026-11-09", to: "2026-11-09", timeZone: "Asia/Jakarta" },
        clicks: { raw: 3, human: 2, unique: 1, bot: 1 },
        outbound: {
          raw: 3,
          human: 2,
          shops: [
            { channel: "SHOPEE", raw: 2, human: 2 },
            { channel: "OWN", raw: 1, human: 0 },
          ],
        },
        conversions: { count: 1, value: 100_000 },
      });
      const all = await (await stats(link.code, "?from=2026-11-01&to=2026-11-30")).json();
      expect(all.clicks).toEqual({ raw: 4, human: 3, unique: 2, bot: 1 });
    });

    it("are for those whom the link concerns", async () => {
      expect((await stats(foreign.code)).status).toBe(404);
      expect((await stats("zzzzzzz")).status).toBe(404);
      expect((await stats(link.code, "", key)).status).toBe(403);
      expect((await stats(link.code, "", null)).status).toBe(401);
      expect((await stats(link.code, "?from=2026-02-30")).status).toBe(422);
      expect((await stats(link.code, "?from=2026-02-02&to=2026-02-01")).status).toBe(422);
    });
  });
});

describe("contexts", () => {
  it("an anonymous caller may record nothing", async () => {
    const nobody = contextOf({ kind: "anonymous" }, { clock });
    const input = { institution, source: "GATE", orderId: "1", amountRupiah: 1n, status: "PENDING" } as const;
    await expect(recordConversion(nobody, input)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
