import { beforeAll, expect, it } from "vitest";
import { encodeCursor } from "~/kernel/keyset";
import { parseDay, type Zone } from "~/kernel/time";
import { campaignLinks } from "~/modules/tracking/queries/campaign-links.server";
import { linkDetail } from "~/modules/tracking/queries/link-detail.server";
import { db } from "~/platform/db.server";
import { anInfluencer } from "../../factories/creators";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, officerOf, type Place, system } from "../campaigns/world";

let place: Place;
let link: TrackedLink;

const period = (zone: Zone) => ({ from: "2026-11-09" as const, to: "2026-11-11" as const, zone });
const detail = (ctx = link.influencer.ctx) =>
  linkDetail(ctx, { code: link.code, within: { claimId: link.claimId }, period });

beforeAll(async () => {
  place = await aPlace();
  link = await aTrackedLink(system(), place);
  const { linkId, linkId: entityId } = link;
  // 16:30 and 17:30 UTC stand on either side of midnight in Jakarta.
  for (const [hour, human] of [
    ["2026-11-10T16:00:00Z", 3n],
    ["2026-11-10T17:00:00Z", 5n],
  ] as const) {
    const figures = { raw: human + 1n, human, bot: 1n, preview: 0n };
    await db().clickHourly.create({ data: { linkId, hour: new Date(hour), ...figures } });
  }
  await db().uniqueDaily.create({
    data: { level: "LINK", entityId, day: parseDay("2026-11-10"), visitors: 2n },
  });
  // The last one lies a day behind the period.
  for (const [hour, channel, raw, human] of [
    ["2026-11-10T16:00:00Z", "WHATSAPP", 2n, 2n],
    ["2026-11-10T17:00:00Z", "WHATSAPP", 3n, 2n],
    ["2026-11-10T17:00:00Z", "SHOPEE", 2n, 2n],
    ["2026-11-11T17:00:00Z", "SHOPEE", 7n, 7n],
  ] as const) {
    await db().outboundHourly.create({ data: { linkId, hour: new Date(hour), channel, raw, human } });
  }
  const days = [
    { DEVICE: { mobile: [3, 2], desktop: [1, 1] }, COUNTRY: { ID: [4, 3] } },
    { DEVICE: { mobile: [6, 5] }, APP: { other: [4, 4], instagram: [2, 1] } },
  ];
  for (const [index, traits] of days.entries()) {
    const day = parseDay(index === 0 ? "2026-11-10" : "2026-11-11");
    await db().clickTraitsDaily.create({ data: { level: "LINK", entityId, day, traits } });
  }
}, 60_000);

it("adds up its figures, and tells its days by the institution's zone", async () => {
  const { figures, days } = await detail();
  expect(figures).toEqual({ raw: 10, human: 8, unique: 2 });
  expect(days).toEqual([
    { day: "2026-11-09", raw: null, human: null, unique: null },
    { day: "2026-11-10", raw: 4, human: 3, unique: 2 },
    // The clock stands on the tenth: the eleventh has not come.
    { day: "2026-11-11", raw: null, human: null, unique: null },
  ]);
});

it("tells who went on to a shop, and nothing of a link that leads straight to one", async () => {
  expect((await detail()).steps).toEqual([
    { channel: "WHATSAPP", raw: 5, human: 4 },
    { channel: "SHOPEE", raw: 2, human: 2 },
  ]);
  const shop = await db().referralLink.findFirstOrThrow({
    where: { claimId: link.claimId, destination: "SHOPEE" },
  });
  const straight = { code: shop.code, within: { claimId: link.claimId }, period };
  expect((await linkDetail(link.influencer.ctx, straight)).steps).toBeNull();
});

it("tells who clicked, by each trait, the most frequent first", async () => {
  expect((await detail()).traits).toEqual([
    {
      dimension: "DEVICE",
      values: [
        { value: "mobile", raw: 9, human: 7 },
        { value: "desktop", raw: 1, human: 1 },
      ],
    },
    {
      dimension: "APP",
      values: [
        { value: "instagram", raw: 2, human: 1 },
        // The rollup's own sum of values it did not keep apart: the last, however many.
        { value: "other", raw: 4, human: 4 },
      ],
    },
    { dimension: "COUNTRY", values: [{ value: "ID", raw: 4, human: 3 }] },
  ]);
});

it("is for its influencer and the officers who may read the claim", async () => {
  expect(await detail(place.officer)).toMatchObject({ mayEdit: false, link: { code: link.code } });
  await expect(detail((await anInfluencer(system())).ctx)).rejects.toMatchObject({ code: "forbidden" });
  await expect(detail(await officerOf(await aPlace()))).rejects.toMatchObject({ code: "forbidden" });
  const elsewhere = { code: link.code, within: { campaignId: link.claimId }, period };
  await expect(linkDetail(place.officer, elsewhere)).rejects.toMatchObject({ code: "not_found" });
});

it("stands in its campaign's list, the most clicked by people first, page by page", async () => {
  const { campaignId } = link;
  const others = [await aTrackedLink(system(), place, { campaignId })];
  others.push(await aTrackedLink(system(), place, { campaignId }));
  for (const [index, human] of [2n, 9n].entries()) {
    const linkId = others[index]?.linkId ?? "";
    const figures = { raw: human, human, bot: 0n, preview: 0n };
    await db().clickHourly.create({ data: { linkId, hour: new Date("2026-11-10T01:00:00Z"), ...figures } });
  }
  const { institutionId, regionId } = place;
  const seen: number[][] = [];
  const codes = new Set<string>();
  let cursor: string | null = null;
  do {
    const { links } = await campaignLinks(place.officer, {
      ...{ campaignId, institutionId, regionId, cursor, limit: 2 },
    });
    seen.push(links.rows.map(({ figures }) => figures.human));
    for (const { code } of links.rows) codes.add(code);
    cursor = links.next;
  } while (cursor);
  expect(seen).toEqual([
    [9, 8],
    [2, 0],
    [0, 0],
  ]);
  expect(codes.size).toBe(6);
  const forged = { campaignId, institutionId, regionId, cursor: encodeCursor(["x", "y"]) };
  await expect(campaignLinks(place.officer, forged)).rejects.toMatchObject({ code: "malformed" });
});
