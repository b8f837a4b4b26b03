import type { Actor, Role } from "~/kernel/policy";
import type { Zone } from "~/kernel/time";
import { contextOf } from "~/modules/identity/context.server";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import type { Db } from "~/platform/db.server";

/*
 * Rollups written by hand, so that the expected sums of these tests are worked out on paper and not by the code that
 * is tested. Everything else (how rollups come to be) is tested with the tracking module.
 */
let serial = 0;
const next = () => (++serial).toString().padStart(4, "0");

export const NOW = new Date("2026-06-10T03:00:00Z");

export async function makeRegion(db: Db, slug: string, timeZone: Zone) {
  return db.region.create({ data: { slug, name: slug, timeZone, latitude: -2, longitude: 118 } });
}

export async function makeInstitution(db: Db, regionId: string, slug: string, timeZone: Zone) {
  return db.institution.create({
    data: { slug, name: slug, kind: "LAPAS", regionId, city: "Kota", timeZone, latitude: -2, longitude: 118 },
  });
}

export async function makeCreator(db: Db, name: string) {
  const user = await db.user.create({
    data: { email: `${name}-${next()}@example.test`, name, passwordHash: "none" },
  });
  return db.creator.create({ data: { userId: user.id, handle: `${name}${next()}`, displayName: name } });
}

export async function makeCampaign(db: Db, institutionId: string, title: string) {
  const product = await db.product.create({
    data: { institutionId, slug: `produk-${next()}`, name: title, kind: "CRAFT", priceRupiah: 10_000n },
  });
  const campaign = await db.campaign.create({
    data: {
      institutionId,
      productId: product.id,
      slug: `kampanye-${next()}`,
      title,
      draft: {},
      status: "PUBLISHED",
    },
  });
  const revision = await db.campaignRevision.create({
    data: { campaignId: campaign.id, number: 1, brief: {} },
  });
  return { ...campaign, revisionId: revision.id };
}

type Owned = { id: string; institutionId: string; productId: string; revisionId: string };

export async function makeLink(
  db: Db,
  campaign: Owned,
  creatorId: string,
  regionId: string,
  createdAt = new Date("2026-06-01T00:00:00Z"),
  /** Where it leads: the product's page here, or straight to a shop. */
  destinationUrl = "/p/produk",
) {
  const claim = await db.claim.create({
    data: { campaignId: campaign.id, creatorId, revisionId: campaign.revisionId, status: "ACCEPTED" },
  });
  return db.referralLink.create({
    data: {
      code: `kode${next()}`,
      destinationUrl,
      claimId: claim.id,
      campaignId: campaign.id,
      creatorId,
      productId: campaign.productId,
      institutionId: campaign.institutionId,
      regionId,
      createdAt,
    },
  });
}

/** `hour` is UTC, like "2026-06-09T16". */
export async function addClicks(
  db: Db,
  linkId: string,
  hour: string,
  clicks: { human: number; bot?: number; preview?: number },
) {
  const { human, bot = 0, preview = 0 } = clicks;
  await db.clickHourly.create({
    data: { linkId, hour: new Date(`${hour}:00:00Z`), raw: human + bot, human, bot: bot - preview, preview },
  });
}

/** Steps of people from the product's page on to shops. */
export async function addSteps(
  db: Db,
  linkId: string,
  hour: string,
  steps: Partial<Record<"SHOPEE" | "TOKOPEDIA" | "TIKTOK_SHOP" | "WHATSAPP" | "OWN", number>>,
) {
  for (const [channel, human] of Object.entries(steps) as [keyof typeof steps, number][]) {
    await db.outboundHourly.create({
      data: { linkId, hour: new Date(`${hour}:00:00Z`), channel, raw: human + 1, human },
    });
  }
}

/** People who came by this link and no other: each level above gains all of them. */
export async function addUniques(db: Db, linkId: string, day: string, unique: number) {
  await db.$executeRaw`
    INSERT INTO unique_daily AS u (level, entity_id, day, visitors)
    SELECT v.level::"RollupLevel", v.entity_id, ${day}::date, ${unique}
    FROM referral_link l CROSS JOIN LATERAL (VALUES
      ('LINK', l.id), ('CLAIM', l.claim_id), ('CAMPAIGN', l.campaign_id), ('CREATOR', l.creator_id),
      ('PRODUCT', l.product_id), ('INSTITUTION', l.institution_id), ('REGION', l.region_id),
      ('NATION', '00000000-0000-0000-0000-000000000000'::uuid)) AS v(level, entity_id)
    WHERE l.id = ${linkId}::uuid
    ON CONFLICT (level, entity_id, day) DO UPDATE SET visitors = u.visitors + excluded.visitors`;
}

export async function addOrders(
  db: Db,
  to: { linkId?: string; institutionId: string; grade?: "MEASURED" | "IMPORTED" | "DECLARED" },
  hour: string,
  orders: { count: number; confirmed?: number; reversed?: number; value: number; commission?: number },
) {
  await db.conversionHourly.create({
    data: {
      bucketId: to.linkId ?? to.institutionId,
      linkId: to.linkId ?? null,
      institutionId: to.institutionId,
      hour: new Date(`${hour}:00:00Z`),
      evidenceGrade: to.grade ?? "MEASURED",
      count: orders.count,
      confirmed: orders.confirmed ?? orders.count,
      reversed: orders.reversed ?? 0,
      valueRupiah: orders.value,
      commissionRupiah: orders.commission ?? 0,
    },
  });
}

/** A person with one membership, at `NOW`. */
export function as(
  db: Db,
  role: Role,
  scope: { institutionId?: string; regionId?: string; creatorId?: string } = {},
): Ctx {
  const actor: Actor = {
    kind: "user",
    userId: "01900000-0000-7000-8000-000000000001",
    name: role,
    email: "orang@example.test",
    creatorId: scope.creatorId ?? null,
    memberships: [{ role, institutionId: scope.institutionId ?? null, regionId: scope.regionId ?? null }],
  };
  return contextOf(actor, { db, clock: fixedClock(NOW) });
}
