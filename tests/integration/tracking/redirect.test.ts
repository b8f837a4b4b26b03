import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { resumeCampaign } from "~/modules/campaigns/commands/resume-campaign.server";
import { fullId } from "~/modules/tracking/click";
import { ClickTokens, readClickToken } from "~/modules/tracking/click-token.server";
import { announceLinkChange } from "~/modules/tracking/commands/announce-link-change.server";
import { recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import { redirectCounts } from "~/modules/tracking/internal/redirect-metrics.server";
import { recordClicksJob } from "~/modules/tracking/tracking.jobs";
import { db } from "~/platform/db.server";
import { type JobQueue, type JobWorker, openQueue, openWorker } from "~/platform/queue.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, type Place, system } from "../campaigns/world";
import { eventually, startRedirect } from "./redirect-server";
import { rawFigures, rollupFigures } from "./rollups";

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

const clicks = () => db().click.findMany({ orderBy: { id: "asc" } });

describe("GET /r/CODE", () => {
  beforeEach(async () => {
    await db().$executeRaw`TRUNCATE click, click_hourly, click_daily, visitor_day`;
  });

  it("sends a person on with a signed click id, and the click is counted", async () => {
    const answer = await site.get(`/r/${link.code}`, {
      "User-Agent": PHONE,
      Referer: "https://l.instagram.com/?u=secret",
      "X-Forwarded-For": "198.51.100.1, 203.0.113.9",
    });
    expect(answer.status).toBe(302);
    expect(answer.headers).toMatchObject({
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      "referrer-policy": "strict-origin-when-cross-origin",
    });
    const location = new URL(answer.headers.location ?? "", "https://gaung.example");
    expect(location.pathname).toMatch(/^\/p\/produk-/);
    const token = readClickToken(location.searchParams.get("gaung_click") ?? "");
    if (!token) throw new Error("no click id in the destination");
    expect(new ClickTokens().isFor(token, link.linkId)).toBe(true);
    const [click] = await eventually(async () => {
      const found = await clicks();
      expect(found).toHaveLength(1);
      return found;
    });
    expect(click).toMatchObject({
      id: fullId(token.clickId),
      linkId: link.linkId,
      verdict: "HUMAN",
      reason: "ua:in-app",
      device: "mobile",
      referrerHost: "l.instagram.com",
    });
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("keeps no address, neither in the queue nor in the database", async () => {
    await site.get(`/r/${link.code}`, { "User-Agent": PHONE, "X-Forwarded-For": "203.0.113.77" });
    await eventually(async () => expect(await clicks()).toHaveLength(1));
    const jobs = await db().$queryRaw<{ text: string }[]>`SELECT j::text AS text FROM bullmq.job j`;
    expect(jobs.length).toBeGreaterThan(0);
    for (const { text } of jobs) expect(text).not.toMatch(/203\.0\.113|127\.0\.0\.1/);
    expect(
      JSON.stringify(await clicks(), (_, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toMatch(/203\.0\.113/);
  });

  it("tells visitors apart by what the trusted proxy saw, not by what they claim", async () => {
    const from = (address: string) =>
      site.get(`/r/${link.code}`, { "User-Agent": PHONE, "X-Forwarded-For": address });
    await from("10.0.0.1, 203.0.113.1");
    await from("10.0.0.2, 203.0.113.1");
    await from("10.0.0.1, 203.0.113.2");
    await eventually(async () => expect(await clicks()).toHaveLength(3));
    expect(new Set((await clicks()).map((click) => click.visitorHash)).size).toBe(2);
    const [day] = await db().clickDaily.findMany();
    expect(day?.unique).toBe(2n);
  });

  it("does not count HEAD and prefetch", async () => {
    const head = await site.get(`/r/${link.code}`, { "User-Agent": PHONE }, "HEAD");
    expect(head.status).toBe(302);
    expect(head.headers.location).not.toContain("gaung_click");
    for (const name of ["Purpose", "Sec-Purpose", "X-Moz"]) {
      const answer = await site.get(`/r/${link.code}`, { "User-Agent": PHONE, [name]: "prefetch" });
      expect(answer.status).toBe(503);
      expect(answer.headers.location).toBeUndefined();
    }
    await site.get(`/r/${link.code}`, { "User-Agent": PHONE });
    await eventually(async () => expect(await clicks()).toHaveLength(1));
  });

  it("gives preview robots the product's picture, and marks them", async () => {
    const answer = await site.get(`/r/${link.code}`, { "User-Agent": "WhatsApp/2.23.20.0" });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('property="og:title" content="Kopi &lt;Sidoarjo&gt; &amp; kawan"');
    expect(answer.body).toContain(
      `property="og:image" content="https://gaung.example/media/product/${"k".repeat(43)}/1600.jpg"`,
    );
    expect(answer.body).toContain(`property="og:url" content="https://gaung.example/r/${link.code}"`);
    expect(answer.body).not.toContain("<Sidoarjo>");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    const [click] = await eventually(async () => {
      const found = await clicks();
      expect(found).toHaveLength(1);
      return found;
    });
    expect(click).toMatchObject({ verdict: "PREVIEW", reason: "ua:preview" });
  });

  it("sends other robots on and says that they are robots", async () => {
    expect((await site.get(`/r/${link.code}`, { "User-Agent": "curl/8.5.0" })).status).toBe(302);
    expect((await site.get(`/r/${link.code}`)).status).toBe(302);
    await eventually(async () => expect(await clicks()).toHaveLength(2));
    expect((await clicks()).map((click) => [click.verdict, click.reason])).toEqual([
      ["BOT", "ua:isbot"],
      ["BOT", "ua:empty"],
    ]);
    const [hour] = await db().clickHourly.findMany();
    expect(hour).toMatchObject({ raw: 2n, human: 0n, bot: 2n, preview: 0n });
    expect(await db().clickDaily.count()).toBe(0);
  });

  it("stores many at once in few jobs and loses none", async () => {
    const before = await queueJobs();
    const answers = await Promise.all(
      Array.from({ length: 400 }, () =>
        site.get(`/r/${link.code.toUpperCase()}/?x=1`, { "User-Agent": PHONE }),
      ),
    );
    expect(answers.every((answer) => answer.status === 302)).toBe(true);
    await eventually(async () => expect(await clicks()).toHaveLength(400));
    const ids = answers.map(
      (answer) => /gaung_click=([0-9a-f]{32})/.exec(answer.headers.location ?? "")?.[1],
    );
    expect(new Set(ids).size).toBe(400);
    expect((await clicks()).map((click) => click.id).sort()).toEqual(
      ids.map((id) => fullId(id ?? "")).sort(),
    );
    expect((await queueJobs()) - before).toBeLessThan(200);
  });

  it("refuses other methods", async () => {
    const answer = await site.get(`/r/${link.code}`, {}, "POST");
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD");
  });
});

async function queueJobs(): Promise<number> {
  const [row] = await db().$queryRaw<{ seq: bigint }[]>`
    SELECT count(*) AS seq FROM bullmq.job WHERE name = ${recordClicksJob.name}`;
  return Number(row?.seq ?? 0);
}

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
    await announceLinkChange(system(), other);
    const paused = await eventually(async () => {
      const answer = await visit();
      expect(answer.status).toBe(404);
      return answer;
    }, 1_000);
    expect(paused.body).toContain("Promosi ini sedang dijeda");
    expect(paused.body).toContain("Kopi &lt;Sidoarjo&gt; &amp; kawan");
    expect(paused.body).toMatch(/href="\/p\/produk-/);
    await resumeCampaign(place.officer, { campaignId: other.campaignId });
    await announceLinkChange(system(), other);
    await eventually(async () => expect((await visit()).status).toBe(302), 1_000);
  });

  it("is gone when it is closed", async () => {
    const other = await aTrackedLink(system(), place);
    await db().referralLink.update({ where: { id: other.linkId }, data: { status: "CLOSED" } });
    await announceLinkChange(system(), other);
    const answer = await eventually(async () => {
      const got = await site.get(`/r/${other.code}`);
      expect(got.status).toBe(410);
      return got;
    }, 1_000);
    expect(answer.headers.location).toBeUndefined();
  });

  it("never leads to what is no http address", async () => {
    const other = await aTrackedLink(system(), place);
    await db().referralLink.update({
      where: { id: other.linkId },
      data: { destinationUrl: "javascript:alert(1)" },
    });
    await announceLinkChange(system(), other);
    await eventually(async () => {
      const got = await site.get(`/r/${other.code}`);
      expect([got.status, got.headers.location]).toEqual([410, undefined]);
    }, 1_000);
  });
});

describe("when the queue does not take clicks", () => {
  const broken = (failures: number) => {
    let left = failures;
    const add: JobQueue["add"] = async (...args) => {
      left -= 1;
      if (left >= 0) throw new Error("queue is away");
      return queue.add(...args);
    };
    return { add, waitUntilReady: queue.waitUntilReady.bind(queue) } as JobQueue;
  };
  let other: Awaited<ReturnType<typeof startRedirect>> | undefined;
  afterEach(() => other?.stop());

  it("waits and then promises: a 302 only once the click is stored", async () => {
    other = await startRedirect({ queue: broken(3), patienceMs: 3_000 });
    const answer = await other.get(`/r/${link.code}`, { "User-Agent": PHONE });
    expect(answer.status).toBe(302);
    const id = fullId(/gaung_click=([0-9a-f]{32})/.exec(answer.headers.location ?? "")?.[1] ?? "");
    await eventually(async () => expect(await db().click.count({ where: { id } })).toBe(1));
  });

  it("sends the visitor on by a 307 without a click id, and counts the loss", async () => {
    other = await startRedirect({ queue: broken(Number.POSITIVE_INFINITY), patienceMs: 300 });
    const lost = redirectCounts.lost;
    const answer = await other.get(`/r/${link.code}`, { "User-Agent": PHONE });
    expect(answer.status).toBe(307);
    expect(answer.headers.location).toMatch(/^\/p\/produk-[^?]*$/);
    expect(redirectCounts.lost).toBe(lost + 1);
    const preview = await other.get(`/r/${link.code}`, { "User-Agent": "TelegramBot (like TwitterBot)" });
    expect(preview.status).toBe(200);
    expect(preview.body).toContain("og:title");
  });
});
