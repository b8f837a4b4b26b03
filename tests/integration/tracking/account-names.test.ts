import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { saveProfile } from "~/modules/creators/commands/save-profile.server";
import { profileSchema } from "~/modules/creators/creator.schemas";
import { reattributeOrders } from "~/modules/tracking/commands/reattribute-orders.server";
import { reportOrder } from "~/modules/tracking/commands/report-order.server";
import { undoReports } from "~/modules/tracking/commands/undo-reports.server";
import { NO_EVIDENCE, type OrderReport } from "~/modules/tracking/order-report";
import { claimSales } from "~/modules/tracking/queries/claim-sales.server";
import { conversionDetail } from "~/modules/tracking/queries/conversion-detail.server";
import { db } from "~/platform/db.server";
import type { Influencer } from "../../factories/creators";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, NOW, type Place, system } from "../campaigns/world";
import { clearOrders, unbalanced } from "./order-figures";

/* Names at marketplaces change hands; what was earned under them does not. */

const DAY = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const handles = "last" as const;
const attribution = { model: "last_click", couponFirst: true, handles, buyers: "all" } as const;

let place: Place;
let dewi: TrackedLink;
let rival: TrackedLink;

beforeAll(async () => {
  place = await aPlace();
  dewi = await aTrackedLink(system(), place, { brief: { attribution } });
  rival = await aTrackedLink(system(), place, { campaignId: dewi.campaignId });
  await db().couponCode.updateMany({ data: { createdAt: ago(60) } });
  await db().referralLink.updateMany({ data: { createdAt: ago(60) } });
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearOrders();
  await db().affiliateAccount.deleteMany();
  await db().accountName.deleteMany();
});

/** The influencer saves the profile with these names, on that day. */
async function named(days: number, { ctx }: Influencer, names: { shopee?: string; tiktok?: string }) {
  clock.set(ago(days));
  const { handle, displayName } = await db().creator.findFirstOrThrow({
    where: { id: ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "" },
  });
  const socialAccounts = names.tiktok ? [{ platform: "TIKTOK" as const, handle: names.tiktok }] : [];
  const { shopee: shopeeUsername } = names;
  await saveProfile(ctx, profileSchema.parse({ handle, displayName, socialAccounts, shopeeUsername }));
  clock.set(NOW);
}

const WRITTEN = { SHOPEE: "Dewi.Cooks", TIKTOK: "@Dewi" };

/** A row of the Lapas' report of an order of that day which names the account. */
function row(days: number, network: "SHOPEE" | "TIKTOK", patch: Partial<OrderReport> = {}): OrderReport {
  return {
    institution: { id: place.institutionId, regionId: place.regionId },
    ...{ channel: network === "SHOPEE" ? "SHOPEE" : "TIKTOK_SHOP", status: "CONFIRMED" },
    source: network === "SHOPEE" ? "SHOPEE_CONVERSION" : "TIKTOK_ORDERS",
    ...{ orderId: `${network}-${days}`, amountRupiah: 100_000n, refundedRupiah: 0n, items: [] },
    ...{ occurredAt: ago(days), reportedAt: NOW, buyer: { hash: null, returning: null } },
    ...{ importId: null, importRow: null, note: "" },
    evidence: { ...NO_EVIDENCE, handles: [{ network, username: WRITTEN[network] }] },
    ...patch,
  } as OrderReport;
}

/** Tells it, and to whom the order then is credited. */
async function told(report: OrderReport): Promise<string> {
  await reportOrder(system(), report);
  const { claimId, attributionReason } = await order(report.orderId);
  return claimId === dewi.claimId ? "dewi" : claimId === rival.claimId ? "rival" : attributionReason;
}

const order = (orderId: string) => db().conversion.findFirstOrThrow({ where: { orderId } });
const sales = async ({ claimId, influencer }: TrackedLink) =>
  (await claimSales(influencer.ctx, { claimId, cursor: null })).rows;

describe("a Shopee name", () => {
  it("that its bearer gave up, and another took, leaves the orders of before where they are", async () => {
    await named(20, dewi.influencer, { shopee: "dewi.cooks" });
    expect(await told(row(10, "SHOPEE"))).toBe("dewi");
    await named(5, dewi.influencer, { shopee: "dapur.dewi" });
    expect(await told(row(10, "SHOPEE"))).toBe("dewi");
    await named(3, rival.influencer, { shopee: "dewi.cooks" });
    expect(await told(row(10, "SHOPEE"))).toBe("dewi");
    expect(await told(row(30, "SHOPEE"))).toBe("dewi");
    expect(await told(row(4, "SHOPEE"))).toBe("none:handle-unknown");
    expect(await told(row(2, "SHOPEE"))).toBe("rival");
    const since = ago(60);
    const again = { since, dryRun: false, reason: "hitung ulang", tell: () => undefined };
    expect(await reattributeOrders(system(), again)).toEqual({ orders: 4, changed: 0 });
  });

  it("saved again unchanged is the same time of bearing it", async () => {
    for (const day of [20, 10]) await named(day, dewi.influencer, { shopee: "dewi.cooks" });
    const { creatorId } = dewi.influencer;
    const one = { creatorId, network: "SHOPEE", name: "dewi.cooks", since: ago(20), until: null };
    expect(await db().accountName.findMany()).toMatchObject([one]);
  });
});

describe("a TikTok name that two give at a time", () => {
  it("credits who gave it first, and shows the other and the doubt", async () => {
    await named(20, dewi.influencer, { tiktok: "dewi" });
    expect(await told(row(10, "TIKTOK"))).toBe("dewi");
    await named(5, rival.influencer, { tiktok: "DEWI" });
    expect(await told(row(10, "TIKTOK"))).toBe("dewi");
    expect(await told(row(2, "TIKTOK"))).toBe("dewi");
    const [before, after] = [await order("TIKTOK-10"), await order("TIKTOK-2")];
    const institution = { id: place.institutionId, regionId: place.regionId };
    const detail = await conversionDetail(place.officer, { institution, conversionId: after.id });
    expect(detail.contested).toBe(true);
    expect(detail.candidates.map(({ claimId, outcome }) => [claimId, outcome])).toEqual([
      [dewi.claimId, "won"],
      [rival.claimId, "rival"],
    ]);
    const early = await conversionDetail(place.officer, { institution, conversionId: before.id });
    expect(early.contested).toBe(false);
    expect(await sales(rival)).toMatchObject([
      { id: after.id, outcome: "rival", share: 0, worth: null, reasons: [] },
    ]);
  });

  it("credits nobody but by a person where who gave it first has no claim here", async () => {
    const elsewhere = await aTrackedLink(system(), await aPlace());
    await named(20, elsewhere.influencer, { tiktok: "dewi" });
    await named(10, dewi.influencer, { tiktok: "dewi" });
    expect(await told(row(2, "TIKTOK"))).toBe("none:handle-rival");
    expect(await sales(dewi)).toMatchObject([{ outcome: "rival" }]);
  });
});

describe("a credit that goes", () => {
  it("leaves the order listed with why, and a reason in the ledger", async () => {
    const importId = newId();
    await named(20, dewi.influencer, { shopee: "dewi.cooks" });
    const own = { source: "SHOPEE_ORDERS", evidence: NO_EVIDENCE } as const;
    await told(row(9, "SHOPEE", { importId, importRow: 2 }));
    await told(row(10, "SHOPEE", { importId, importRow: 3 }));
    await told(row(10, "SHOPEE", own));
    await undoReports(system(), { importId, reason: "Berkas bulan lain" });
    const nothing = { share: 0, commissionRupiah: 0n };
    expect(await sales(dewi)).toMatchObject([
      { outcome: "withdrawn", ...nothing },
      { outcome: "former", status: "CONFIRMED", ...nothing },
    ]);
    const { id: conversionId } = await order("SHOPEE-10");
    const lines = await db().conversionLine.findMany({ where: { conversionId }, orderBy: { id: "asc" } });
    expect(lines.map(({ cause, attributionReason }) => [cause, attributionReason])).toEqual([
      ["REPORT", "handle"],
      ["UNDO", "none:no-evidence"],
    ]);
    expect(await told(row(10, "SHOPEE"))).toBe("dewi");
    expect((await sales(dewi)).map(({ outcome }) => outcome)).toEqual(["withdrawn", "won"]);
    expect(await unbalanced()).toEqual([]);
  });

  it("to another campaign's claim shows that one's rule", async () => {
    const other = await aTrackedLink(system(), place, { brief: { attributionWindowDays: 3 } });
    await db().couponCode.updateMany({ data: { createdAt: ago(60) } });
    await named(20, dewi.influencer, { shopee: "dewi.cooks" });
    await told(row(10, "SHOPEE"));
    const coupon = { ...NO_EVIDENCE, couponCode: other.coupon };
    await reportOrder(system(), row(10, "SHOPEE", { source: "SHOPEE_ORDERS", evidence: coupon }));
    expect(await sales(dewi)).toMatchObject([{ outcome: "outranked", decidingRule: { windowDays: 3 } }]);
    expect(await sales(other)).toMatchObject([{ outcome: "won", decidingRule: null }]);
  });
});
