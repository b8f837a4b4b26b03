import { afterEach, beforeAll, expect, it } from "vitest";
import { closeCampaign } from "~/modules/campaigns/commands/close-campaign.server";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { resumeCampaign } from "~/modules/campaigns/commands/resume-campaign.server";
import { setListings } from "~/modules/products/commands/set-listings.server";
import { LinkTable } from "~/modules/tracking/internal/link-table.server";
import { type Db, db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, type Place, system } from "../campaigns/world";
import { eventually } from "./redirect-server";

/** No worker runs here: what is told is told by the transaction itself. */
const AT_ONCE_MS = 2_000;

let place: Place;
const links: TrackedLink[] = [];
const tables: LinkTable[] = [];

beforeAll(async () => {
  place = await aPlace();
  for (let count = 0; count < 7; count += 1) links.push(await aTrackedLink(system(), place));
  // The tests' clock stands still: which of them counts as newer is chance.
  links.sort((a, b) => (a.linkId < b.linkId ? -1 : 1));
}, 120_000);

afterEach(async () => {
  await Promise.all(tables.splice(0).map((table) => table.close()));
});

async function aTable(most = 1_000, source: Db = db()): Promise<LinkTable> {
  const table = new LinkTable(source, log(), most);
  tables.push(table);
  await table.open(env().DATABASE_URL);
  return table;
}

const linkAt = (at: number) => {
  const link = links[at];
  if (!link) throw new RangeError(`no link ${at}`);
  return link;
};

const lookUp = (table: LinkTable, { code }: TrackedLink) => table.lookUp(code, "203.0.113.9", Date.now());

/** The database, with its raw queries counted, and let fail or wait. */
function watched() {
  const state = { done: 0, fails: 0, gate: undefined as Promise<void> | undefined };
  async function run(query: () => Promise<unknown>): Promise<unknown> {
    try {
      if (state.fails > 0) {
        state.fails -= 1;
        throw new Error("no connection in time");
      }
      const rows = await query();
      const { gate } = state;
      state.gate = undefined;
      await gate;
      return rows;
    } finally {
      state.done += 1;
    }
  }
  const source: Db = new Proxy(db(), {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (name !== "$queryRaw" || typeof value !== "function") return value;
      return (...args: unknown[]) => run(() => Reflect.apply(value, target, args));
    },
  });
  return { source, state };
}

/** Waits until everything was read again, as it is once the table has begun to listen. */
const begun = ({ state }: ReturnType<typeof watched>) =>
  eventually(async () => {
    const { done } = state;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(state.done).toBe(done);
    expect(done).toBeGreaterThan(1);
  });

it("follows pause, resume and close within two seconds, on every process, without a worker", async () => {
  const both = [await aTable(), await aTable()];
  const { code, campaignId } = linkAt(6);
  const areAll = (state: string) =>
    eventually(
      async () => expect(both.map((table) => table.find(code)?.state)).toEqual([state, state]),
      AT_ONCE_MS,
    );
  await areAll("live");
  await pauseCampaign(place.officer, { campaignId });
  await areAll("paused");
  await resumeCampaign(place.officer, { campaignId });
  await areAll("live");
  await closeCampaign(place.officer, { campaignId });
  await areAll("closed");
});

it("follows a shop that moves, and one that is gone, within two seconds and without a worker", async () => {
  const both = [await aTable(), await aTable()];
  const { claimId } = linkAt(5);
  const { code } = await db().referralLink.findFirstOrThrow({ where: { claimId, destination: "SHOPEE" } });
  const leadAllTo = (address: RegExp) =>
    eventually(async () => {
      for (const table of both) expect(table.find(code)?.destination?.plain).toMatch(address);
    }, AT_ONCE_MS);
  const list = (listings: Parameters<typeof setListings>[1]["listings"]) =>
    setListings(place.officer, { productId: place.productId, listings });
  await list({ SHOPEE: "https://shopee.co.id/product/8/88" });
  await leadAllTo(/^https:\/\/shopee\.co\.id\/product\/8\/88/);
  await list({ OWN: "https://toko.example.id/kopi" });
  await leadAllTo(/^\/p\/produk-/);
  for (const table of both) expect([...(table.find(code)?.shops.keys() ?? [])]).toEqual(["OWN"]);
});

it("tries again where a change could not be read", async () => {
  const { source, state } = watched();
  const table = await aTable(1_000, source);
  await begun({ source, state });
  const { code, campaignId } = linkAt(4);
  expect(table.find(code)?.state).toBe("live");
  state.fails = 2;
  await pauseCampaign(place.officer, { campaignId });
  await eventually(async () => expect(table.find(code)?.state).toBe("paused"), AT_ONCE_MS);
});

it("keeps no look-up that a change has overtaken", async () => {
  const { source, state } = watched();
  const table = await aTable(3, source);
  await begun({ source, state });
  const link = linkAt(1);
  expect(table.find(link.code)).toBeUndefined();
  let open: () => void = () => {};
  state.gate = new Promise((resolve) => {
    open = resolve;
  });
  const asked = lookUp(table, link);
  await eventually(async () => expect(state.gate).toBeUndefined());
  const { done } = state;
  await pauseCampaign(place.officer, { campaignId: link.campaignId });
  await eventually(async () => expect(state.done).toBeGreaterThan(done));
  open();
  expect(await asked).toMatchObject({ state: "paused" });
  expect(table.find(link.code)?.state).toBe("paused");
});

it("looks up many older links at once", async () => {
  const table = await aTable(3);
  const older = [1, 2, 3, 4, 5].map(linkAt);
  const found = await Promise.all(older.map((link) => lookUp(table, link)));
  expect(found.map((link) => (typeof link === "string" ? link : link.code))).toEqual(
    older.map(({ code }) => code),
  );
});

it("keeps older links that were clicked when everything is read again, as they are by then", async () => {
  const table = await aTable(8);
  const { code, campaignId } = linkAt(0);
  expect(table.find(code)).toBeUndefined();
  await lookUp(table, linkAt(0));
  expect(table.find(code)?.state).toBe("live");
  // Nobody is told: only reading everything again, after the connection was lost, can find it out.
  await db().campaign.update({ where: { id: campaignId }, data: { status: "PAUSED" } });
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'gaung-listen' AND datname = current_database()`;
  await eventually(async () => expect(table.find(code)?.state).toBe("paused"));
});
