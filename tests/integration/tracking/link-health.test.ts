import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { brokenLinksWaiting } from "~/modules/impact/internal/institution-waiting.server";
import { mailDestinationChange } from "~/modules/notifications/commands/mail-destination-change.server";
import { setListings } from "~/modules/products/commands/set-listings.server";
import { checkDestinations } from "~/modules/tracking/commands/check-destinations.server";
import { recheckDestination } from "~/modules/tracking/commands/recheck-destination.server";
import { dueAddresses } from "~/modules/tracking/internal/health-rows.server";
import { linkHealth } from "~/modules/tracking/queries/link-health.server";
import { db } from "~/platform/db.server";
import { useDatabase } from "../../setup/database";
import { network } from "../../setup/network";
import { aPlace, clock, jobs, NOW, type Place, system } from "../campaigns/world";
import { emptyMailbox, mailbox } from "../notifications/mailbox";

vi.mock("~/modules/tracking/page-health", async (importActual) => {
  const actual = await importActual<typeof import("~/modules/tracking/page-health")>();
  return {
    ...actual,
    judgePage: (...[asked, answer]: Parameters<typeof actual.judgePage>) => {
      if (answer.body.includes("tak terbaca")) throw new TypeError("a mistake of ours");
      return actual.judgePage(asked, answer);
    },
  };
});

useDatabase({ resetEach: true });

const HOST = "https://toko.contoh.id";
const SHOP = `${HOST}/kapal`;
const HOUR = 3_600_000;
const TEXT = "Miniatur kapal pinisi buatan tangan warga binaan, dari kayu jati dan ulin pilihan. ".repeat(3);
const page = (inner = "") => HttpResponse.html(`<html><body>${inner}<p>${TEXT}</p></body></html>`);

let place: Place;
let asked: string[];
let now = NOW;

/** Answers every request to an outside host and remembers it. */
function outside(answer: (url: URL, request: Request) => Response | Promise<Response>) {
  network.use(
    http.get(/^https?:\/\/[^/]*\.(?:id|com)\//, async ({ request }) => {
      const url = new URL(request.url);
      if (url.pathname === "/robots.txt") return new HttpResponse("User-agent: *\nDisallow: /rahasia");
      asked.push(url.href);
      return answer(url, request);
    }),
  );
}

const check = (more: Parameters<typeof checkDestinations>[2] = {}, ctx = system()) =>
  checkDestinations(
    ctx,
    {},
    {
      resolve: async () => [{ address: "8.8.8.8", family: 4 }],
      gapMs: 0,
      chance: () => 0.5,
      ...more,
    },
  );

const list = (listings: Parameters<typeof setListings>[1]["listings"]) =>
  setListings(place.officer, { productId: place.productId, listings });
const health = (url = SHOP) => db().destinationHealth.findUniqueOrThrow({ where: { url } });
const told = async () => (await jobs()).filter(({ job }) => job === "tracking.destinationChanged");

async function pass(hours: number) {
  now = new Date(now.getTime() + hours * HOUR);
  clock.set(now);
}

beforeEach(async () => {
  asked = [];
  now = NOW;
  clock.set(NOW);
  await emptyMailbox();
  place = await aPlace();
  await list({ OWN: SHOP });
});

describe("checkDestinations", () => {
  it("looks at each address once a day, and says who it is", async () => {
    let agent: string | null = null;
    outside((_, request) => {
      agent = request.headers.get("user-agent");
      return page();
    });
    expect(await check()).toEqual({ checked: 1 });
    expect(agent).toBe("GaungLinkCheck/1.0 (+http://localhost:3000)");
    expect(await health()).toMatchObject({
      outcome: "OK",
      reason: "http:200",
      httpStatus: 200,
      checkedAt: NOW,
    });
    expect(await check()).toEqual({ checked: 0 });
    await pass(25);
    expect(await check()).toEqual({ checked: 1 });
    expect(asked).toEqual([SHOP, SHOP]);
    expect(await told()).toEqual([]);
  });

  it("tells the Lapas once that a page is gone, and once that it is back", async () => {
    let status = 404;
    outside(() => (status === 200 ? page() : new HttpResponse("", { status })));
    for (const next of [404, 404, 200, 200]) {
      status = next;
      await check();
      await pass(25);
    }
    const events = await told();
    expect(events).toHaveLength(2);
    for (const { payload } of events) await mailDestinationChange(system(), payload as { changeId: string });
    const mails = await mailbox();
    expect(mails.map(({ headers }) => headers.subject).sort()).toEqual([
      "Halaman penjualan Miniatur kapal pinisi tidak ditemukan",
      "Miniatur kapal pinisi bisa dibeli lagi lewat tautannya",
    ]);
    expect(mails.every(({ text }) => text.includes("Miniatur kapal pinisi di toko sendiri"))).toBe(true);
    expect(mails[0]?.text).toContain("Miniatur kapal pinisi di toko sendiri");
    expect(mails[0]?.text).toMatch(/\/lapas\/lapas-\d+\/tautan\n/);
    const changes = await db().destinationChange.findMany({
      orderBy: { at: "asc" },
      select: { was: true, outcome: true },
    });
    expect(changes).toEqual([
      { was: null, outcome: "GONE" },
      { was: "GONE", outcome: "OK" },
    ]);
  });

  it("follows redirects by hand, and says where they end", async () => {
    outside((url) =>
      url.pathname === "/kapal"
        ? HttpResponse.redirect("https://parkir.contoh.com/lelang", 302)
        : page("Domain dijual"),
    );
    await check();
    expect(await health()).toMatchObject({
      outcome: "MOVED",
      reason: "host",
      finalUrl: "https://parkir.contoh.com/lelang",
    });
  });

  it("gives up on redirects without end", async () => {
    outside((url) => HttpResponse.redirect(`${HOST}/kapal?n=${Number(url.searchParams.get("n")) + 1}`, 301));
    await check();
    expect(await health()).toMatchObject({ outcome: "UNSURE", reason: "redirects" });
    expect(asked).toHaveLength(6);
  });

  it("never goes where a redirect points inside, whatever names it uses", async () => {
    outside(() => HttpResponse.redirect("http://dalam.contoh.id/admin", 302));
    const inside = new Set(["dalam.contoh.id"]);
    await check({
      resolve: async (host) => [{ address: inside.has(host) ? "10.0.0.5" : "8.8.8.8", family: 4 }],
    });
    expect(await health()).toMatchObject({
      outcome: "UNSURE",
      reason: "address",
      finalUrl: "http://dalam.contoh.id/admin",
    });
    expect(asked).toEqual([SHOP]);
  });

  it("sees that a page says sold out", async () => {
    outside(() => page("<b>Stok habis</b>"));
    await check();
    expect(await health()).toMatchObject({ outcome: "SOLD_OUT", reason: "words" });
    expect(await told()).toHaveLength(1);
  });

  it("minds robots.txt", async () => {
    await list({ OWN: `${HOST}/rahasia/kapal` });
    outside(() => page());
    await check();
    expect(await health(`${HOST}/rahasia/kapal`)).toMatchObject({ outcome: "UNSURE", reason: "robots" });
    expect(asked).toEqual([]);
  });

  it("leaves a host alone that asks for it, and does not call its pages broken", async () => {
    for (const name of ["a", "b", "c"]) {
      const other = await aPlace({ name: `Lapas ${name}` });
      await setListings(other.officer, { productId: other.productId, listings: { OWN: `${HOST}/${name}` } });
    }
    let refuses = true;
    outside(() =>
      refuses ? new HttpResponse("", { status: 429, headers: { "Retry-After": "7200" } }) : page(),
    );
    expect(await check()).toEqual({ checked: 1 });
    await pass(1);
    expect(await check()).toEqual({ checked: 0 });
    expect(await told()).toEqual([]);
    refuses = false;
    await pass(1.1);
    expect(await check()).toEqual({ checked: 3 });
    expect(await db().destinationHost.findUniqueOrThrow({ where: { host: "toko.contoh.id" } })).toMatchObject(
      {
        strikes: 0,
        leasedUntil: null,
      },
    );
  });

  it("asks a host one thing at a time, also when two workers start at once", async () => {
    for (const name of ["a", "b", "c", "d"]) {
      const other = await aPlace({ name: `Lapas ${name}` });
      await setListings(other.officer, { productId: other.productId, listings: { OWN: `${HOST}/${name}` } });
    }
    let open = 0;
    let most = 0;
    outside(async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return page();
    });
    const runs = await Promise.all([check(), check()]);
    expect(runs.map(({ checked }) => checked).sort()).toEqual([0, 5]);
    expect(most).toBe(1);
  });

  it("leaves alone what nobody sells any more, WhatsApp numbers, and what demo institutions list", async () => {
    outside(() => page());
    await check();
    await list({ WHATSAPP: "081234567890" });
    await pass(25);
    expect(await check()).toEqual({ checked: 0 });
    await list({ OWN: SHOP });
    await db().institution.update({ where: { id: place.institutionId }, data: { isDemo: true } });
    expect(await check()).toEqual({ checked: 0 });
  });

  it("goes on after a page that it fails to judge, and says so in the log", async () => {
    const other = await aPlace({ name: "Lapas lain" });
    await setListings(other.officer, { productId: other.productId, listings: { OWN: `${HOST}/lain` } });
    outside((url) => page(url.href === SHOP ? "tak terbaca" : ""));
    const ctx = system();
    const error = vi.spyOn(ctx.log, "error").mockReturnValue(undefined);
    expect(await check({}, ctx)).toEqual({ checked: 2 });
    expect(error).toHaveBeenCalledExactlyOnceWith(
      { err: expect.any(TypeError), url: SHOP },
      "an address could not be judged",
    );
    const failed = await health();
    expect(failed).toMatchObject({ outcome: "UNSURE", reason: "own-error", unreachableSince: null });
    expect(failed.nextCheckAt > NOW).toBe(true);
    expect(await health(`${HOST}/lain`)).toMatchObject({ outcome: "OK" });
  });

  it("gives a host back when what was found cannot be written", async () => {
    outside(() => page());
    const ctx = system();
    const broken = new Proxy(ctx.db, {
      get: (db, name) => {
        if (name === "$transaction") throw new Error("no database");
        return Reflect.get(db, name);
      },
    });
    await expect(check({}, { ...ctx, db: broken })).rejects.toThrow("no database");
    expect(await db().destinationHost.findUniqueOrThrow({ where: { host: "toko.contoh.id" } })).toMatchObject(
      { leasedUntil: null },
    );
  });

  it("stops when its time is up", async () => {
    outside(() => page());
    expect(await check({ budgetMs: -1 })).toEqual({ checked: 0 });
    expect((await health()).checkedAt).toBeNull();
  });
});

describe("an own shop that is down", () => {
  /** Looks whenever it is due, for so many days. */
  async function days(count: number) {
    for (let hour = 0; hour < count * 24; hour += 6) {
      await check();
      await pass(6);
    }
  }

  it("is told of on the third day, with what happened, and when it is back", async () => {
    let up = false;
    outside(() => (up ? page() : HttpResponse.error()));
    await days(2);
    expect(await told()).toEqual([]);
    expect(await health()).toMatchObject({ outcome: "UNSURE", reason: "connection", unreachableSince: NOW });
    await days(3);
    const [down, ...more] = await told();
    expect(more).toEqual([]);
    await mailDestinationChange(system(), down?.payload as { changeId: string });
    const [mail] = await mailbox();
    expect(mail?.headers.subject).toBe("Toko Miniatur kapal pinisi tidak dapat dihubungi");
    expect(mail?.text).toContain("tidak dapat dihubungi sejak");
    expect(mail?.text).toContain("Sambungannya ditolak atau terputus.");
    const institution = { id: place.institutionId, regionId: place.regionId };
    expect((await linkHealth(place.officer, institution)).changes[0]).toMatchObject({ down: true });
    expect(await brokenLinksWaiting(place.officer, place.institutionId)).toHaveLength(1);
    up = true;
    await days(2);
    expect(await told()).toHaveLength(2);
    expect(await health()).toMatchObject({ outcome: "OK", told: "OK", unreachableSince: null });
    expect(await brokenLinksWaiting(place.officer, place.institutionId)).toEqual([]);
  });

  it("is told of after sold out was told, stays in the list, and is not down once its host refuses", async () => {
    let answer = (): HttpResponse<string> => page("<h1>Kapal</h1><b>Stok habis</b>");
    outside(() => answer());
    await check();
    expect(await told()).toHaveLength(1);
    await pass(25);
    answer = () => HttpResponse.error();
    await days(5);
    expect(await told()).toHaveLength(2);
    expect(await health()).toMatchObject({ outcome: "UNSURE", told: "UNSURE" });
    expect(await brokenLinksWaiting(place.officer, place.institutionId)).toHaveLength(1);
    answer = () => new HttpResponse("", { status: 403 });
    await days(2);
    expect(await health()).toMatchObject({ outcome: "UNSURE", told: "UNSURE", unreachableSince: null });
    expect(await brokenLinksWaiting(place.officer, place.institutionId)).toEqual([]);
  });

  it("is not told of at a marketplace", async () => {
    await list({ SHOPEE: "https://shopee.co.id/product/1/2" });
    outside(() => HttpResponse.error());
    await days(6);
    expect(await told()).toEqual([]);
  });
});

describe("fairness", () => {
  const due = (urls: string[]) =>
    db().destinationHealth.createMany({
      data: urls.map((url) => ({
        url,
        host: new URL(url).host,
        nextCheckAt: new Date(NOW.getTime() - HOUR),
      })),
    });

  it("takes of each host what a run can ask, and leaves others their turn", async () => {
    const many = Array.from({ length: 6 }, (_, at) => `https://besar.contoh.com/${at}`);
    const listed = [...many, `${HOST}/a`, "https://kecil.contoh.com/a"];
    for (const [index, url] of listed.entries()) {
      const other = await db().product.create({
        data: {
          institutionId: place.institutionId,
          slug: `lain-${index}`,
          name: "Lain",
          kind: "CRAFT",
          priceRupiah: 1n,
          status: "ACTIVE",
        },
      });
      await db().productListing.create({ data: { productId: other.id, channel: "OWN", url } });
    }
    await due(listed);
    const hosts = async (most: { perHost: number; inAll: number }) =>
      (await dueAddresses(system(), most)).map(({ host }) => host).sort();
    expect(await hosts({ perHost: 2, inAll: 100 })).toEqual([
      ...["besar.contoh.com", "besar.contoh.com"],
      ...["kecil.contoh.com", "toko.contoh.id"],
    ]);
    expect(await hosts({ perHost: 100, inAll: 3 })).toEqual([
      ...["besar.contoh.com", "kecil.contoh.com", "toko.contoh.id"],
    ]);
  });

  it("leaves a host alone that refuses by 403", async () => {
    const other = await aPlace({ name: "Lapas lain" });
    await setListings(other.officer, { productId: other.productId, listings: { OWN: `${HOST}/lain` } });
    outside(() => new HttpResponse("", { status: 403 }));
    expect(await check()).toEqual({ checked: 1 });
    expect(await check()).toEqual({ checked: 0 });
    expect(await db().destinationHost.findUniqueOrThrow({ where: { host: "toko.contoh.id" } })).toMatchObject(
      {
        strikes: 1,
        restsUntil: new Date(NOW.getTime() + 10 * 60_000),
      },
    );
  });
});

describe("the Lapas", () => {
  const institution = () => ({ id: place.institutionId, regionId: place.regionId });

  it("sees what is broken first, and what changed", async () => {
    await list({ OWN: SHOP, SHOPEE: "https://shopee.co.id/product/1/2", WHATSAPP: "081234567890" });
    let gone = false;
    outside((url) => (gone && url.href === SHOP ? new HttpResponse("", { status: 410 }) : page()));
    await check();
    gone = true;
    await pass(25);
    await check();
    const { listings, changes } = await linkHealth(place.officer, institution());
    expect(listings.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ["OWN", "GONE"],
      ["SHOPEE", "OK"],
    ]);
    expect(changes).toEqual([
      expect.objectContaining({ url: SHOP, was: "OK", outcome: "GONE", channel: "OWN" }),
    ]);
    expect(await brokenLinksWaiting(place.officer, place.institutionId)).toEqual([
      expect.objectContaining({
        kind: "BROKEN_LINK",
        subject: "Miniatur kapal pinisi",
        context: "OWN",
        path: "tautan",
      }),
    ]);
  });

  it("may ask for another look, but not again and again, and only at its own", async () => {
    outside(() => page());
    await check();
    const again = () => recheckDestination(place.officer, { institutionId: place.institutionId, url: SHOP });
    await expect(again()).rejects.toMatchObject({ code: "too_many" });
    await pass(0.2);
    await again();
    expect((await jobs()).at(-1)).toEqual({ job: "tracking.checkDestinations", payload: {} });
    expect(await check()).toEqual({ checked: 1 });
    const stranger = await aPlace();
    const theirs = { institutionId: stranger.institutionId, url: SHOP };
    await expect(recheckDestination(place.officer, theirs)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recheckDestination(stranger.officer, theirs)).rejects.toMatchObject({ code: "not_found" });
    await expect(linkHealth(stranger.officer, institution())).rejects.toMatchObject({ code: "forbidden" });
  });
});
