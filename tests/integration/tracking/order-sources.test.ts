import { createHmac } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Translate } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { systemContext } from "~/modules/identity/context.server";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { confirmConversion } from "~/modules/tracking/commands/confirm-conversion.server";
import { createWooEndpoint } from "~/modules/tracking/commands/create-woo-endpoint.server";
import { reportOrder } from "~/modules/tracking/commands/report-order.server";
import { rotateSiteKey } from "~/modules/tracking/commands/rotate-site-key.server";
import { rotateWooSecret } from "~/modules/tracking/commands/rotate-woo-secret.server";
import { saveSite } from "~/modules/tracking/commands/save-site.server";
import { switchSource } from "~/modules/tracking/commands/switch-source.server";
import { NO_EVIDENCE, type OrderReport } from "~/modules/tracking/order-report";
import { pageOrders, pagePicture, pageScript } from "~/modules/tracking/page-orders.server";
import { orderSources } from "~/modules/tracking/queries/order-sources.server";
import { wooWebhook } from "~/modules/tracking/woocommerce.server";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, officerOf, type Place } from "../campaigns/world";

/** The handlers keep the real time, so the world does too. */
const world = () => systemContext("test");
const t: Translate = (key, params) => (params ? `${key} ${JSON.stringify(params)}` : key);
const SHOP = "https://toko.example";

let place: Place;
let head: Awaited<ReturnType<typeof officerOf>>;
let link: TrackedLink;
let institution: { id: string; regionId: string };
let key: string;

beforeAll(async () => {
  clock.set(new Date());
  place = await aPlace();
  head = await officerOf(place, "LAPAS_HEAD");
  link = await aTrackedLink(world(), place);
  institution = { id: place.institutionId, regionId: place.regionId };
  await saveSite(head, { institution, origins: [SHOP] });
  key = (await db().siteKey.findUniqueOrThrow({ where: { institutionId: institution.id } })).key;
}, 60_000);

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE conversion, conversion_hourly CASCADE`;
});

const token = (minutesAgo = 0) =>
  new ClickTokens().sign(
    compactId(newId(new Date(Date.now() - minutesAgo * 60_000))),
    compactId(link.linkId),
  );
const order = (orderId: string) =>
  db().conversion.findFirstOrThrow({ where: { institutionId: institution.id, orderId } });

/** Calls with addresses of their own, so that the limit of one is met only where it is meant. */
let caller = 0;
function post(body: unknown, headers: Record<string, string> = { Origin: SHOP }): Promise<Response> {
  caller += 1;
  const request = new Request("http://gaung.test/api/v1/page-orders", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "x-gaung-client": `client ${caller}`, ...headers },
  });
  return pageOrders(request, t);
}
const say = (more: object = {}) => post({ institution: key, id: "INV-1", amount: 150_000, ...more });

describe("an order from a shop's page", () => {
  it("is measured with a genuine click, declared without, and always pending", async () => {
    const answer = await say({ click: token() });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(await answer.json()).toEqual({ stored: true });
    expect(await order("INV-1")).toMatchObject({
      ...{ source: "SCRIPT", evidenceGrade: "MEASURED", status: "PENDING", amountRupiah: 150_000n },
      ...{ claimId: link.claimId, attributionReason: "click" },
    });
    await say({ id: "INV-2", click: `${"0".repeat(32)}.${"A".repeat(20)}` });
    await say({ id: "INV-3", coupon: link.coupon.toLowerCase() });
    expect(await order("INV-2")).toMatchObject({ evidenceGrade: "DECLARED", claimId: null });
    expect(await order("INV-3")).toMatchObject({ evidenceGrade: "DECLARED", claimId: link.claimId });
  });

  it("stays one however often its page is opened, also after it was confirmed", async () => {
    const click = token();
    await Promise.all([say({ click }), say({ click }), say({ click })]);
    const { id } = await order("INV-1");
    expect(await db().conversionReport.count({ where: { conversionId: id } })).toBe(1);
    await confirmConversion(place.officer, { conversionId: id });
    expect((await say({ click })).status).toBe(200);
    expect((await say({ click, amount: 1 })).status).toBe(409);
    expect(await order("INV-1")).toMatchObject({ status: "CONFIRMED", amountRupiah: 150_000n });
  });

  it("takes a refund while the order is pending, and none that is too large", async () => {
    await say();
    expect((await say({ refunded: "50000" })).status).toBe(200);
    expect(await order("INV-1")).toMatchObject({ refundedRupiah: 50_000n, netRupiah: 100_000n });
    expect((await say()).status).toBe(200);
    expect(await order("INV-1")).toMatchObject({ refundedRupiah: 50_000n });
    const { id } = await order("INV-1");
    await confirmConversion(place.officer, { conversionId: id });
    expect((await say({ refunded: 150_000 })).status).toBe(409);
    expect((await say({ id: "INV-9", refunded: 150_001 })).status).toBe(422);
    expect(await db().conversion.count()).toBe(1);
  });

  it("never moves what the shop's server told", async () => {
    const told = (more: Partial<OrderReport>): OrderReport => ({
      ...{ institution, channel: "OWN", source: "API", orderId: "INV-1", status: "CONFIRMED" },
      ...{ amountRupiah: 150_000n, refundedRupiah: 0n, occurredAt: new Date(), reportedAt: new Date() },
      ...{ items: [], evidence: NO_EVIDENCE, buyer: { hash: null, returning: null } },
      ...{ importId: null, importRow: null, note: "" },
      ...more,
    });
    // Guessed beforehand, with another amount and a refund: neither claim nor money follows it.
    await say({ amount: 999_000, refunded: 900_000, click: token() });
    await reportOrder(world(), told({}));
    expect(await order("INV-1")).toMatchObject({ amountRupiah: 150_000n, refundedRupiah: 0n, claimId: null });
    expect((await say({ amount: 1, click: token() })).status).toBe(409);
    // With the right amount it adds the click, within the hour only.
    expect((await say({ click: token() })).status).toBe(200);
    expect(await order("INV-1")).toMatchObject({ source: "API", status: "CONFIRMED", claimId: link.claimId });
    const early = new Date(Date.now() - 2 * 3_600_000);
    await reportOrder(world(), told({ orderId: "INV-0", occurredAt: early }));
    expect((await say({ id: "INV-0", click: token() })).status).toBe(409);
    expect(await order("INV-0")).toMatchObject({ claimId: null });
  });

  it("is refused with a hint, from other pages, with other fields, with dots in the amount", async () => {
    const elsewhere = await post(
      { institution: key, id: "1", amount: 5 },
      { Origin: "https://evil.example" },
    );
    expect(elsewhere.status).toBe(403);
    expect((await post({ institution: key, id: "1", amount: 5 }, {})).status).toBe(403);
    expect((await post({ institution: key, id: "1", amount: 5 }, { Referer: `${SHOP}/x` })).status).toBe(200);
    const field = await say({ email: "siti@contoh.test" });
    expect(field.status).toBe(422);
    expect(field.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await field.json()).toMatchObject({ errors: [{ path: "email" }] });
    const dots = await say({ amount: "150.000" });
    expect(await dots.json()).toMatchObject({
      errors: [{ path: "amount", message: "tracking:sources.error.amount" }],
    });
    expect((await post("{")).status).toBe(400);
    expect((await post("x".repeat(9_000))).status).toBe(413);
    expect((await say({ institution: "gs_00000000000000000000" })).status).toBe(404);
    const seen = (await orderSources(head, { institution })).site;
    expect(seen).toMatchObject({ seen: { what: "order", origin: SHOP } });
  });

  it("comes by a picture where there is no script", async () => {
    const ask = (query: string, method = "GET") =>
      pagePicture(
        new Request(`http://gaung.test/t.gif?${query}`, { method, headers: { Referer: `${SHOP}/` } }),
      );
    const query = `institution=${key}&id=P-1&amount=5000&click=${token()}`;
    expect((await ask(query, "HEAD")).status).toBe(405);
    expect(await db().conversion.count()).toBe(0);
    const picture = await ask(query);
    expect(picture.status).toBe(200);
    expect(picture.headers.get("Cache-Control")).toBe("no-store");
    expect(Buffer.from(await picture.arrayBuffer()).toString("latin1", 0, 6)).toBe("GIF89a");
    expect(await order("P-1")).toMatchObject({ evidenceGrade: "MEASURED" });
    const wrong = await ask(`institution=${key}&id=P-2&amount=5.000`);
    expect([wrong.status, wrong.headers.get("Gaung-Refused")]).toEqual([422, "invalid amount"]);
  });

  it("is counted by address, and answered with when to come again", async () => {
    const same = { Origin: SHOP, "x-gaung-client": "one and the same" };
    const answers = [];
    for (let call = 0; call < 61; call += 1) answers.push(await post("{", same));
    expect(answers.map(({ status }) => status).slice(-2)).toEqual([400, 429]);
    expect(answers.at(-1)?.headers.get("Retry-After")).toMatch(/^\d+$/);
  });

  it("stops with its key: replaced, or switched off", async () => {
    await switchSource(head, { institution, source: "site", on: false });
    expect((await say()).status).toBe(410);
    await switchSource(head, { institution, source: "site", on: true });
    await rotateSiteKey(head, { institution });
    expect((await say()).status).toBe(404);
    key = (await db().siteKey.findUniqueOrThrow({ where: { institutionId: institution.id } })).key;
    expect((await post({ institution: key, test: 1 })).status).toBe(200);
    expect((await orderSources(head, { institution })).site).toMatchObject({ seen: { what: "test" } });
    expect(await db().conversion.count()).toBe(0);
  });
});

it("/t.js is kept for an hour and asked for by its tag", async () => {
  const first = pageScript(new Request("http://gaung.test/t.js"));
  expect(first.headers.get("Cache-Control")).toBe("public, max-age=3600");
  const headers = { "If-None-Match": `W/${first.headers.get("ETag")}` };
  expect(pageScript(new Request("http://gaung.test/t.js", { headers })).status).toBe(304);
});

it("only who may manage keys changes connections", async () => {
  const stranger = await officerOf(await aPlace(), "LAPAS_HEAD");
  for (const ctx of [place.officer, stranger]) {
    const refused = { code: "forbidden" };
    await expect(saveSite(ctx, { institution, origins: [SHOP] })).rejects.toMatchObject(refused);
    await expect(createWooEndpoint(ctx, { institution })).rejects.toMatchObject(refused);
    await expect(rotateSiteKey(ctx, { institution })).rejects.toMatchObject(refused);
    await expect(switchSource(ctx, { institution, source: "site", on: false })).rejects.toMatchObject(
      refused,
    );
  }
  await expect(orderSources(stranger, { institution })).rejects.toMatchObject({ code: "forbidden" });
});

describe("WooCommerce", () => {
  let secret: string;
  let endpointId: string;
  let delivery = 0;

  beforeAll(async () => {
    secret = await createWooEndpoint(head, { institution });
    endpointId = (await db().wooEndpoint.findUniqueOrThrow({ where: { institutionId: institution.id } })).id;
  });
  beforeEach(() => db().wooDelivery.deleteMany());

  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19);
  const wooOrder = (more: object = {}) => ({
    ...{ id: 901, number: "901", status: "processing", currency: "IDR", total: "165000.00" },
    ...{ shipping_total: "15000.00", shipping_tax: "0.00", refunds: [], coupon_lines: [], meta_data: [] },
    ...{ date_created_gmt: at(-30), date_modified_gmt: at(-30), customer_note: "Rumah pagar hijau-rahasia" },
    billing: { first_name: "Siti-rahasia", email: "Siti.rahasia@contoh.test", phone: "081299990000" },
    line_items: [{ id: 1, name: "Batik", sku: "B", quantity: 1, total: "150000.00", total_tax: "0" }],
    ...more,
  });
  type Parts = { topic?: string; signature?: string; id?: string; by?: string };
  function deliver(body: unknown, { topic = "order.updated", signature, id, by = secret }: Parts = {}) {
    delivery += 1;
    const text = JSON.stringify(body);
    const signed = createHmac("sha256", by).update(text).digest("base64");
    const headers = {
      ...{ "Content-Type": "application/json", "X-WC-Webhook-Topic": topic },
      ...{ "X-WC-Webhook-Signature": signature ?? signed, "X-WC-Webhook-Delivery-ID": id ?? `d${delivery}` },
    };
    const request = new Request("http://gaung.test/", { method: "POST", body: text, headers });
    return wooWebhook(request, endpointId, t);
  }

  it("tells an order from placing to refund; clicks and coupon are credited", async () => {
    const meta_data = [{ id: 5, key: "gaung_click", value: token(60) }];
    const first = await deliver(wooOrder({ meta_data }), { topic: "order.created" });
    expect([first.status, await first.json()]).toEqual([200, { stored: true, counted: true, order: "901" }]);
    expect(await order("901")).toMatchObject({
      ...{ source: "WOOCOMMERCE", evidenceGrade: "MEASURED", status: "PENDING", amountRupiah: 150_000n },
      ...{ claimId: link.claimId, buyerHash: expect.any(String) },
    });
    await deliver(wooOrder({ meta_data, status: "completed", date_modified_gmt: at(-20) }));
    expect(await order("901")).toMatchObject({ status: "CONFIRMED" });
    const refunds = [{ id: 1, total: "-50000.00" }];
    await deliver(wooOrder({ meta_data, status: "completed", refunds, date_modified_gmt: at(-10) }));
    expect(await order("901")).toMatchObject({ refundedRupiah: 50_000n, netRupiah: 100_000n });
    await deliver(wooOrder({ meta_data, status: "refunded", refunds, date_modified_gmt: at(-5) }));
    expect(await order("901")).toMatchObject({ status: "REVERSED", netRupiah: 0n });
    expect(await db().conversion.count()).toBe(1);
  });

  it("credits an influencer's coupon beside the shop's own", async () => {
    const { coupon } = link;
    await deliver(wooOrder({ coupon_lines: [{ code: "gratisongkir" }, { code: coupon.toLowerCase() }] }));
    const found = await order("901");
    expect(found).toMatchObject({ attributionReason: "coupon", claimId: link.claimId, couponCode: coupon });
  });

  it("takes a deleted order back, and back again", async () => {
    await deliver(wooOrder({ number: "N-901", status: "completed" }));
    await deliver({ id: 901 }, { topic: "order.deleted" });
    expect(await order("N-901")).toMatchObject({ status: "REVERSED" });
    await deliver(wooOrder({ number: "N-901", status: "completed" }), { topic: "order.restored" });
    expect(await order("N-901")).toMatchObject({ status: "CONFIRMED", netRupiah: 150_000n });
    const unknown = await deliver({ id: 555 }, { topic: "order.deleted" });
    expect(await unknown.json()).toMatchObject({ stored: true, counted: false });
  });

  it("counts a delivery once; two orders of one second share their delivery id and both count", async () => {
    const same = wooOrder();
    await Promise.all([deliver(same, { id: "twin" }), deliver(same, { id: "twin" })]);
    await deliver(wooOrder({ id: 902, number: "902" }), { id: "twin" });
    expect(await db().conversion.count()).toBe(2);
    expect(await db().conversionReport.count()).toBe(2);
    expect(await db().wooDelivery.findMany({ orderBy: { id: "asc" }, select: { attempts: true } })).toEqual([
      { attempts: 2 },
      { attempts: 1 },
    ]);
  });

  it("lets the later change stand when deliveries overtake each other", async () => {
    await deliver(wooOrder({ total: "115000.00", date_modified_gmt: at(-5) }));
    await deliver(wooOrder({ total: "165000.00", date_modified_gmt: at(-20) }));
    expect(await order("901")).toMatchObject({ amountRupiah: 100_000n });
  });

  it("believes no other signature, and reads nothing before it", async () => {
    const wrong = await deliver(wooOrder(), { by: "guess" });
    expect([wrong.status, wrong.headers.get("Content-Type")]).toEqual([401, "application/problem+json"]);
    expect((await deliver(wooOrder(), { signature: "" })).status).toBe(401);
    const request = new Request("http://gaung.test/", { method: "POST", body: "not JSON" });
    expect((await wooWebhook(request, endpointId, t)).status).toBe(401);
    expect(await db().wooDelivery.count()).toBe(0);
    expect((await orderSources(head, { institution })).woo?.unsignedAt).toBeInstanceOf(Date);
    const get = await wooWebhook(new Request("http://gaung.test/"), endpointId, t);
    expect(get.status).toBe(405);
    expect((await wooWebhook(request, newId(), t)).status).toBe(404);
  });

  it("answers the unsigned ping of a webhook that is saved, and nothing longer", async () => {
    const ping = (body: string) =>
      wooWebhook(new Request("http://gaung.test/", { method: "POST", body }), endpointId, t);
    expect((await ping("webhook_id=12")).status).toBe(200);
    expect((await ping("webhook_id=12&x=1")).status).toBe(401);
    expect((await orderSources(head, { institution })).woo?.pingedAt).toBeInstanceOf(Date);
  });

  it("refuses what cannot be counted, lists why, and takes it once it is mended", async () => {
    const dollars = await deliver(wooOrder({ currency: "USD" }));
    expect([dollars.status, (await dollars.json()).detail]).toEqual([
      422,
      'tracking:sources.error.wooCurrency {"currency":"USD"}',
    ]);
    expect((await deliver(wooOrder(), { topic: "customer.created" })).status).toBe(422);
    const { woo } = await orderSources(head, { institution });
    expect(woo?.deliveries).toEqual([
      expect.objectContaining({ outcome: "REFUSED", orderId: "901", conversionId: null }),
    ]);
    expect(await db().conversion.count()).toBe(0);
  });

  it("takes the secret before for a day, and none while it is switched off", async () => {
    const before = secret;
    secret = await rotateWooSecret(head, { institution });
    expect((await deliver(wooOrder(), { by: before })).status).toBe(200);
    expect((await deliver(wooOrder({ id: 903, number: "903" }))).status).toBe(200);
    await db().wooEndpoint.update({ where: { id: endpointId }, data: { previousUntil: new Date(0) } });
    expect((await deliver(wooOrder(), { by: before })).status).toBe(401);
    await switchSource(head, { institution, source: "woo", on: false });
    expect((await deliver(wooOrder())).status).toBe(410);
    await switchSource(head, { institution, source: "woo", on: true });
    await expect(createWooEndpoint(head, { institution })).rejects.toMatchObject({ code: "conflict" });
  });

  it("keeps nothing of the buyer but a hash, and the secret only sealed", async () => {
    await deliver(wooOrder());
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    expect(tables.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await db().$queryRawUnsafe<{ hits: bigint }[]>(
        `SELECT count(*) AS hits FROM "${name}" AS t WHERE t::text ~* 'rahasia|081299990000|6281299990000' OR position($1 in t::text) > 0`,
        secret,
      );
      if (row?.hits) found.push(name);
    }
    expect(found).toEqual([]);
    expect((await order("901")).buyerHash).toMatch(/^[\w-]{24}$/);
  });
});
