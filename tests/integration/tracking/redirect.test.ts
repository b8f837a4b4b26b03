import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { resumeCampaign } from "~/modules/campaigns/commands/resume-campaign.server";
import { CLICK_STEPS, firstIdAt, fullId } from "~/modules/tracking/click";
import { ClickTokens, readClickToken } from "~/modules/tracking/click-token.server";
import { recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import { redirectCounts } from "~/modules/tracking/internal/redirect-metrics.server";
import { SIGNAL } from "~/modules/tracking/signals";
import { recordClicksJob } from "~/modules/tracking/tracking.jobs";
import { announceChange } from "~/platform/changes.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { type JobQueue, type JobWorker, openQueue, openWorker } from "~/platform/queue.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, type Place, system } from "../campaigns/world";
import { eventually, startRedirect } from "./redirect-server";

const CHROME =
  "Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
const IPHONE_INSIDE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21G80 Instagram 341.0.3.39.95 (iPhone14,2; iOS 17_6; id_ID; id; scale=3.00; 1170x2532; 615614124)";
const PHONE =
  "Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0 Mobile Safari/537.36 Instagram 331.0.0.37.90 Android (33/13; samsung)";

let place: Place;
let link: TrackedLink;
let queue: JobQueue;
let worker: JobWorker;
let site: Awaited<ReturnType<typeof startRedirect>>;

beforeAll(async () => {
  place = await aPlace({ product: { name: "Kopi <Sidoarjo> & kawan" } });
  link = await aTrackedLink(system(), place);
  await db().productPhoto.create({
    data: {
      productId: place.productId,
      position: 0,
      alt: "Biji kopi",
      width: 1600,
      height: 1200,
      widths: [320, 1600],
      colour: "#553311",
      storageKey: `product/${"k".repeat(43)}`,
      sha256: "0".repeat(64),
    },
  });
  queue = openQueue("clicks", 2);
  worker = openWorker("clicks", 2, async (job) => {
    await recordClicks(system(), recordClicksJob.payload.parse(job.data));
  });
  site = await startRedirect({ queue, publicUrl: "https://gaung.example", trustProxy: 1 });
}, 120_000);

afterAll(async () => {
  await site.stop();
  await worker.close();
  await queue.close();
});

type Seen = {
  id: string;
  linkId: string;
  agent: string;
  host: string | null;
  step: number;
  signals: number;
  country: string | null;
  language: string | null;
  verdict: string;
  visitor: bigint;
  network: number;
};

/** What a failed test has left may still be on its way. */
let since = firstIdAt(0);

/** The test's clicks as they are stored, with what their numbers stand for. */
const clicks = () => db().$queryRaw<Seen[]>`
  SELECT c.id, l.id AS "linkId", u.agent, h.host, c.step::int, c.signals, c.country, c.language,
         c.verdict::text, c.visitor_hash AS visitor, c.network_hash AS network
  FROM click c JOIN referral_link l ON l.no = c.link_no JOIN user_agent u ON u.id = c.agent_id
  LEFT JOIN referrer_host h ON h.id = c.referrer_id
  WHERE c.id >= ${since}::uuid ORDER BY c.id`;

const untilCounted = (count: number) =>
  eventually(async () => {
    const found = await clicks();
    expect(found).toHaveLength(count);
    return found;
  });

const idIn = (location: string | undefined) =>
  fullId(/gaung_click=([0-9a-f]{32})/.exec(location ?? "")?.[1] ?? "");

/** Clicks that were stored before the tables were last emptied. */
let forgotten = 0;

/**
 * Empties the tables once all that was promised is stored: the worker holds no lock then. What a failed test has left
 * behind may still come; it fails this one test and no others.
 */
async function forgetClicks(): Promise<void> {
  const promised = Object.values(redirectCounts.accepted).reduce((sum, count) => sum + count, 0);
  const before = forgotten;
  forgotten = promised;
  await eventually(async () => {
    const rows = await db().$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM click`;
    expect(before + Number(rows[0].count)).toBe(promised);
  });
  await db().$executeRaw`
    TRUNCATE click, click_hourly, outbound_hourly, click_delta, visitor_window`;
  since = firstIdAt(Date.now());
}

describe("GET /r/CODE", () => {
  beforeEach(forgetClicks);

  it.each([
    ["quickly", "keep-alive", 1],
    ["by Node's server", "close", 0],
  ])(
    "sends a person on %s, with a signed click id, and counts what was seen",
    async (_, connection, quick) => {
      const before = site.quick;
      const answer = await site.get(`/r/${link.code}`, {
        Connection: connection,
        "User-Agent": PHONE,
        "Accept-Language": "id-ID,id;q=0.9,en;q=0.8",
        Accept: "text/html,*/*",
        Referer: "https://l.instagram.com/?u=secret",
        "X-Forwarded-For": "198.51.100.1, 36.68.10.20",
      });
      expect(answer.status).toBe(302);
      expect(site.quick - before).toBe(quick);
      expect(answer.headers).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-robots-tag": "noindex",
        "content-length": "0",
        connection,
        date: expect.stringMatching(/ GMT$/),
      });
      const location = new URL(answer.headers.location ?? "", "https://gaung.example");
      expect(location.pathname).toMatch(/^\/p\/produk-/);
      const token = readClickToken(location.searchParams.get("gaung_click") ?? "");
      if (!token) throw new Error("no click id in the destination");
      expect(new ClickTokens().isFor(token, link.linkId)).toBe(true);
      const [click] = await untilCounted(1);
      expect(click).toMatchObject({
        id: fullId(token.clickId),
        linkId: link.linkId,
        agent: PHONE,
        host: "l.instagram.com",
        step: 0,
        country: "ID",
        language: "id",
        verdict: "HUMAN",
      });
      expect((click?.signals ?? 0) & SIGNAL.ACCEPT_HTML).toBe(SIGNAL.ACCEPT_HTML);
    },
  );

  it("keeps no address: not on the disk, nor in the queue, nor in the database", async () => {
    const add = vi.spyOn(queue, "add");
    await site.get(`/r/${link.code}`, { "User-Agent": PHONE, "X-Forwarded-For": "203.0.113.77" });
    const spooled = spoolTexts();
    expect(spooled).toContain("Instagram 331");
    await untilCounted(1);
    const text = `${spooled}${JSON.stringify(add.mock.calls)}${everything(await clicks())}`;
    expect(text).toContain(PHONE);
    expect(text).not.toMatch(/203\.0\.113|127\.0\.0\.1/);
  });

  it("tells visitors apart by what the trusted proxy saw and by their browser, not by what they claim", async () => {
    const from = (address: string, more: Record<string, string> = {}) =>
      site.get(`/r/${link.code}`, { "User-Agent": PHONE, "X-Forwarded-For": address, ...more });
    await from("10.0.0.1, 203.0.113.1");
    await from("10.0.0.2, 203.0.113.1");
    await from("10.0.0.1, 203.0.113.2");
    await from("203.0.113.1", { "Sec-CH-UA-Platform": '"Android"' });
    await from("203.0.114.1");
    const found = await untilCounted(5);
    expect(new Set(found.map((click) => click.visitor)).size).toBe(4);
    // 203.0.113.0/24 and 203.0.114.0/24.
    expect(new Set(found.map((click) => click.network)).size).toBe(2);
  });

  it("writes HEAD and prefetch down without counting them as people", async () => {
    const head = await site.get(`/r/${link.code}`, { "User-Agent": PHONE }, "HEAD");
    expect(head.status).toBe(302);
    expect(head.headers.location).not.toContain("gaung_click");
    for (const name of ["Purpose", "Sec-Purpose", "X-Moz"]) {
      const answer = await site.get(`/r/${link.code}`, { "User-Agent": PHONE, [name]: "prefetch" });
      expect(answer.status).toBe(503);
      expect(answer.headers.location).toBeUndefined();
    }
    await site.get(`/r/${link.code}`, { "User-Agent": PHONE });
    const found = await untilCounted(5);
    expect(found.map(({ signals }) => signals & (SIGNAL.HEAD | SIGNAL.PREFETCH))).toEqual([
      SIGNAL.HEAD,
      SIGNAL.PREFETCH,
      SIGNAL.PREFETCH,
      SIGNAL.PREFETCH,
      0,
    ]);
    expect(found.map(({ verdict }) => verdict).filter((verdict) => verdict === "HUMAN")).toHaveLength(1);
  });

  it("gives preview robots the product's picture, and writes them down", async () => {
    const answer = await site.get(`/r/${link.code}`, { "User-Agent": "WhatsApp/2.23.20.0" });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('property="og:title" content="Kopi &lt;Sidoarjo&gt; &amp; kawan"');
    expect(answer.body).toContain(
      `property="og:image" content="https://gaung.example/media/product/${"k".repeat(43)}/1600.jpg"`,
    );
    expect(answer.body).toContain(`property="og:url" content="https://gaung.example/r/${link.code}"`);
    expect(answer.body).not.toContain("<Sidoarjo>");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    const [click] = await untilCounted(1);
    expect(click).toMatchObject({ agent: "WhatsApp/2.23.20.0", verdict: "PREVIEW" });
  });

  it("sends other robots on; the worker says that they are robots", async () => {
    expect((await site.get(`/r/${link.code}`, { "User-Agent": "curl/8.5.0" })).status).toBe(302);
    expect((await site.get(`/r/${link.code}`)).status).toBe(302);
    const found = await untilCounted(2);
    expect(found.map(({ agent, verdict }) => [agent, verdict])).toEqual([
      ["curl/8.5.0", "BOT"],
      ["", "BOT"],
    ]);
    const [hour] = await db().clickHourly.findMany();
    expect(hour).toMatchObject({ raw: 2n, human: 0n, bot: 2n, preview: 0n });
  });

  it("takes any header that HTTP lets through", async () => {
    await site.get(`/r/${link.code}`, {
      "User-Agent": "M\u00fcller\u00ff\u0080 \\ ' \" \t;,",
      "Accept-Language": ",;q=x, 1x-\u00e9",
      Referer: "https://ex\u00e4mple.com/",
    });
    const [click] = await untilCounted(1);
    expect(click?.agent).toBe("M\u00fcller\u00ff\u0080 \\ ' \"  ;,");
    expect([click?.host, click?.language]).toEqual([null, null]);
  });

  it("brings many at once to the queue in few jobs and loses none", async () => {
    const add = vi.spyOn(queue, "add");
    const answers = await Promise.all(
      Array.from({ length: 400 }, () =>
        site.get(`/r/${link.code.toUpperCase()}/?x=1`, { "User-Agent": PHONE }),
      ),
    );
    expect(answers.every((answer) => answer.status === 302)).toBe(true);
    const found = await untilCounted(400);
    const ids = answers.map((answer) => idIn(answer.headers.location));
    expect(new Set(ids).size).toBe(400);
    expect(found.map((click) => click.id)).toEqual(ids.sort());
    // A batch at a time, and at most ten a second: far fewer than clicks, however slow the machine is.
    expect(add.mock.calls.length).toBeLessThan(100);
  });

  it("refuses other methods", async () => {
    const answer = await site.get(`/r/${link.code}`, {}, "POST");
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD");
  });
});

/** Everything that lies in the spool at this moment. */
function spoolTexts(): string {
  const root = env().SPOOL_DIR;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".clicks"),
  );
  return files.map((file) => readFileSync(path.join(root, file), "latin1")).join("");
}

const everything = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one));

describe("GET /r/CODE/ke/SHOP", () => {
  const SHOP = "https://shopee.co.id/product/1/2";
  const OWN = "https://kopi.example.com/beli?x=1#foto";
  beforeAll(async () => {
    for (const [channel, url] of [
      ["SHOPEE", SHOP],
      ["OWN", OWN],
    ] as const) {
      await db().productListing.upsert({
        where: { productId_channel: { productId: place.productId, channel } },
        create: { productId: place.productId, channel, url },
        update: { url },
      });
    }
    await announceChange(db(), "product", place.productId);
    await eventually(async () =>
      expect((await site.get(`/r/${link.code}/ke/own`, {}, "HEAD")).status).toBe(302),
    );
  });
  beforeEach(forgetClicks);

  const arrive = async (code = link.code) => {
    const answer = await site.get(`/r/${code}`, { "User-Agent": PHONE });
    return new URL(answer.headers.location ?? "", "https://x.example").searchParams.get("gaung_click") ?? "";
  };
  const goOn = (shop: string, query = "") =>
    site.get(`/r/${link.code}/ke/${shop}${query}`, { "User-Agent": PHONE });

  it("leads to the shop, counts the step, and carries the click on that came first", async () => {
    const token = await arrive();
    const answer = await goOn("own", `?gaung_click=${token}`);
    expect(answer.status).toBe(302);
    const location = new URL(answer.headers.location ?? "");
    expect(location.origin + location.pathname + location.hash).toBe("https://kopi.example.com/beli#foto");
    expect(location.searchParams.get("gaung_click")).toBe(token);
    const found = await untilCounted(2);
    expect(found.map(({ step }) => step)).toEqual([0, CLICK_STEPS.indexOf("OWN")]);
    expect(found[0]?.id).toBe(fullId(token.slice(0, 32)));
    const [hour] = await db().clickHourly.findMany();
    expect(hour?.raw).toBe(1n);
  });

  it.each(["", "?gaung_click=", "?gaung_click=nonsense", `?gaung_click=${"0".repeat(32)}.${"A".repeat(20)}`])(
    "believes no click that is not ours: %s",
    async (query) => {
      const answer = await goOn("own", query);
      const [click] = await untilCounted(1);
      expect(idIn(answer.headers.location)).toBe(click?.id);
    },
  );

  it("believes no click of another link", async () => {
    const other = await aTrackedLink(system(), place);
    const token = await arrive(other.code);
    const answer = await goOn("own", `?gaung_click=${token}`);
    expect(answer.headers.location).not.toContain(token.slice(0, 32));
  });

  it("leads to a marketplace, which is told nothing that nobody reads", async () => {
    const answer = await goOn("shopee", `?gaung_click=${await arrive()}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.location?.startsWith(SHOP)).toBe(true);
    expect(answer.headers.location).not.toContain("gaung_click");
  });

  it("tells Shopee's affiliate programme code and click, as soon as the influencer has saved an id", async () => {
    const { creatorId } = link.influencer;
    await db().affiliateAccount.create({
      data: { creatorId, network: "SHOPEE", username: "rani.makan", affiliateId: "11223344556" },
    });
    await announceChange(db(), "creator", creatorId);
    const token = await arrive();
    await eventually(async () => {
      const { headers } = await goOn("shopee", `?gaung_click=${token}`);
      const location = new URL(headers.location ?? "");
      expect(location.host).toBe("s.shopee.co.id");
      expect(location.searchParams.get("affiliate_id")).toBe("11223344556");
      expect(location.searchParams.get("origin_link")?.startsWith(SHOP)).toBe(true);
      const [code, click, ...others] = location.searchParams.get("sub_id")?.split("-") ?? [];
      expect([code, click]).toEqual([link.code, token.slice(0, 32)]);
      expect(others).toHaveLength(3);
    });
    await db().affiliateAccount.deleteMany();
    await announceChange(db(), "creator", creatorId);
  });

  it("takes a visitor inside Instagram on an iPhone on by a page, and everybody else by a 302", async () => {
    const { claimId } = await aTrackedLink(system(), place);
    const { code } = await db().referralLink.findFirstOrThrow({ where: { claimId, destination: "SHOPEE" } });
    const inside = await site.get(`/r/${code}`, { "User-Agent": IPHONE_INSIDE });
    expect(inside.status).toBe(200);
    expect(inside.headers["content-type"]).toContain("text/html");
    expect(inside.headers["cache-control"]).toContain("no-store");
    expect(inside.body).toContain("shopee.co.id/product/1/2");
    const browser = await site.get(`/r/${code}`, { "User-Agent": CHROME });
    expect(browser.status).toBe(302);
    expect(browser.headers.location?.startsWith(SHOP)).toBe(true);
    expect((await site.get(`/r/${code}`, { "User-Agent": PHONE })).status).toBe(302);
    const found = await untilCounted(3);
    expect(found.map(({ verdict }) => verdict)).toEqual(["HUMAN", "HUMAN", "HUMAN"]);
  });

  it.each(["tokopedia", "ebay", "..%2f", "own/x"])(
    "leads back to the product's page for %s",
    async (shop) => {
      const token = await arrive();
      const answer = await goOn(shop, `?gaung_click=${token}`);
      expect(answer.status).toBe(307);
      expect(answer.headers.location).toMatch(new RegExp(`^/p/produk-.*gaung_click=${token.slice(0, 32)}`));
      expect((await goOn(shop)).headers.location).not.toContain("gaung_click");
      await untilCounted(1);
    },
  );
});

describe("a link that does not lead on", () => {
  it.each(["zzzzzzz", "x", "..%2f..", "a".repeat(200), "%00"])("unknown: %s", async (code) => {
    const answer = await site.get(`/r/${code}`, { "Accept-Language": "en-GB,en" });
    expect(answer.status).toBe(404);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.body).toContain("This link was not found");
    expect(answer.body).toContain('href="/produk"');
  });

  it("is answered in Indonesian first", async () => {
    expect((await site.get("/r/zzzzzzz")).body).toContain('<html lang="id">');
    expect((await site.get("/r/zzzzzzz", { "Accept-Language": "id,en;q=0.8" })).body).toContain('lang="id"');
  });

  it("works the moment it is issued", async () => {
    const fresh = await aTrackedLink(system(), place);
    expect((await site.get(`/r/${fresh.code}`, { "User-Agent": PHONE })).status).toBe(302);
  });

  it("follows its campaign within a second: paused, resumed", async () => {
    const other = await aTrackedLink(system(), place);
    const visit = () => site.get(`/r/${other.code}`, { "User-Agent": PHONE });
    expect((await visit()).status).toBe(302);
    await pauseCampaign(place.officer, { campaignId: other.campaignId });
    const paused = await eventually(async () => {
      const answer = await visit();
      expect(answer.status).toBe(404);
      return answer;
    }, 1_000);
    expect(paused.body).toContain("Promosi ini sedang dijeda");
    expect(paused.body).toContain("Kopi &lt;Sidoarjo&gt; &amp; kawan");
    expect(paused.body).toMatch(/href="\/p\/produk-/);
    await resumeCampaign(place.officer, { campaignId: other.campaignId });
    await eventually(async () => expect((await visit()).status).toBe(302), 1_000);
  });

  it("is gone when it is closed", async () => {
    const other = await aTrackedLink(system(), place);
    await db().referralLink.update({ where: { id: other.linkId }, data: { status: "CLOSED" } });
    await announceChange(db(), "campaign", other.campaignId);
    const answer = await eventually(async () => {
      const got = await site.get(`/r/${other.code}`);
      expect(got.status).toBe(410);
      return got;
    }, 1_000);
    expect(answer.headers.location).toBeUndefined();
  });

  it("leads to the product's page where a shop's address is no http address", async () => {
    const { claimId } = await aTrackedLink(system(), place);
    const { code } = await db().referralLink.findFirstOrThrow({ where: { claimId, destination: "SHOPEE" } });
    const visit = async () => (await site.get(`/r/${code}`, { "User-Agent": CHROME })).headers.location;
    expect(await visit()).toMatch(/^https:\/\/shopee/);
    await db().productListing.update({
      where: { productId_channel: { productId: place.productId, channel: "SHOPEE" } },
      data: { url: "javascript:alert(1)" },
    });
    await announceChange(db(), "product", place.productId);
    await eventually(async () => expect(await visit()).toMatch(/^\/p\/produk-/), 1_000);
  });
});

describe("when something is away", () => {
  let other: Awaited<ReturnType<typeof startRedirect>> | undefined;
  beforeEach(forgetClicks);
  afterEach(async () => {
    await other?.stop();
    other = undefined;
  });

  it("promises without the queue, and delivers when it is back", async () => {
    let away = true;
    const add: JobQueue["add"] = async (...args) => {
      if (away) throw new Error("queue is away");
      return queue.add(...args);
    };
    other = await startRedirect({ queue: { ...queue, add, getJobState: queue.getJobState.bind(queue) } });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => other?.get(`/r/${link.code}`, { "User-Agent": PHONE })),
    );
    expect(answers.map((answer) => answer?.status)).toEqual(Array(20).fill(302));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await clicks()).toHaveLength(0);
    away = false;
    const found = await untilCounted(20);
    expect(found.map(({ id }) => id)).toEqual(answers.map((answer) => idIn(answer?.headers.location)).sort());
  });

  it("looks up older links than its memory has room for, and follows their changes too", async () => {
    const links = [];
    for (let count = 0; count < 5; count += 1) links.push(await aTrackedLink(system(), place));
    other = await startRedirect({ queue, mostLinks: 3, spoolDir: path.join(env().GAUNG_HOME, "few") });
    const visit = (code: string) => other?.get(`/r/${code}`, { "User-Agent": PHONE });
    for (const { code } of links) expect((await visit(code))?.status).toBe(302);
    const [oldest] = links;
    if (!oldest) throw new Error("no link");
    await pauseCampaign(place.officer, { campaignId: oldest.campaignId });
    await eventually(async () => expect((await visit(oldest.code))?.status).toBe(404), 1_000);
  });

  it("lets go of the disk's files and of the receipts once all is counted", async () => {
    const spoolDir = path.join(env().GAUNG_HOME, "spool-of-its-own");
    const receipts = () => db().$queryRaw<{ batch: string }[]>`SELECT batch FROM click_receipt`;
    const before = new Set((await receipts()).map(({ batch }) => batch));
    other = await startRedirect({ queue, spoolDir });
    await other.get(`/r/${link.code}`, { "User-Agent": PHONE });
    await other.stop();
    other = undefined;
    expect(await clicks()).toHaveLength(1);
    expect(readdirSync(spoolDir)).toEqual([]);
    expect((await receipts()).filter(({ batch }) => !before.has(batch))).toEqual([]);
  });

  it("sends visitors on by a 307 without a click id when the disk is full, and counts the loss", async () => {
    other = await startRedirect({
      queue,
      spoolDir: path.join(env().GAUNG_HOME, "small"),
      spoolMaxBytes: 450,
    });
    const visit = () => other?.get(`/r/${link.code}`, { "User-Agent": PHONE });
    const lost = redirectCounts.lost;
    expect((await visit())?.status).toBe(302);
    const answer = await visit();
    expect(answer?.status).toBe(307);
    expect(answer?.headers.location).toMatch(/^\/p\/produk-[^?]*$/);
    expect(redirectCounts.lost).toBe(lost + 1);
    const preview = await other.get(`/r/${link.code}`, { "User-Agent": "TelegramBot (like TwitterBot)" });
    expect(preview.status).toBe(200);
    expect(preview.body).toContain("og:title");
    await untilCounted(1);
  });

  it("does not start on a disk that cannot be written", async () => {
    const file = path.join(env().GAUNG_HOME, "a-file");
    writeFileSync(file, "");
    await expect(startRedirect({ queue, spoolDir: file })).rejects.toThrow();
  });
});
