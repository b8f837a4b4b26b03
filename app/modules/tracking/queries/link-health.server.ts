import { CHANNELS, type Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { RECHECK_AFTER_MS } from "../health-schedule";
import { type HealthOutcome, needsMending } from "../page-health";

/** The state of an address, as chips and lists show it. `outcome` is null before the first check. */
export type AddressHealth = {
  outcome: HealthOutcome | null;
  reason: string;
  finalUrl: string | null;
  checkedAt: Date | null;
  changedAt: Date | null;
  told: HealthOutcome | null;
  unreachableSince: Date | null;
};

export type ListingHealth = AddressHealth & {
  url: string;
  channel: Channel;
  product: { id: string; name: string };
  /** Open links of influencers that lead there. */
  links: number;
  mayRecheck: boolean;
};

export type HealthChange = {
  id: string;
  url: string;
  was: HealthOutcome | null;
  outcome: HealthOutcome;
  /** Told because it was out of reach for days, though it was found no otherwise than before. */
  down: boolean;
  at: Date;
  product: string;
  channel: Channel;
};

export type LinkHealth = { listings: ListingHealth[]; changes: HealthChange[] };

const CHANGES_SHOWN = 20;

const addressSelect = {
  outcome: true,
  reason: true,
  finalUrl: true,
  checkedAt: true,
  changedAt: true,
  told: true,
  unreachableSince: true,
} as const;

/**
 * Where the products on offer of an institution are sold, and whether buyers find them there: broken ones first.
 * WhatsApp numbers are not in it, for they cannot be checked.
 * @throws AppError `forbidden`
 */
export async function linkHealth(
  ctx: Ctx,
  institution: { id: string; regionId: string },
): Promise<LinkHealth> {
  ctx.authorize("product.read", { institutionId: institution.id, regionId: institution.regionId });
  const listings = await ctx.db.productListing.findMany({
    where: { channel: { not: "WHATSAPP" }, product: { institutionId: institution.id, status: "ACTIVE" } },
    select: { url: true, channel: true, product: { select: { id: true, name: true } } },
    orderBy: [{ product: { name: "asc" } }, { channel: "asc" }],
  });
  const urls = listings.map(({ url }) => url);
  const [known, links, changes] = await Promise.all([
    addressHealth(ctx, urls),
    ctx.db.referralLink.groupBy({
      by: ["destinationUrl"],
      where: { destinationUrl: { in: urls }, institutionId: institution.id, status: "ACTIVE" },
      _count: { _all: true },
    }),
    ctx.db.destinationChange.findMany({
      where: { url: { in: urls }, was: { not: null } },
      select: { id: true, url: true, was: true, outcome: true, at: true },
      orderBy: { id: "desc" },
      take: CHANGES_SHOWN,
    }),
  ]);
  const leading = new Map(links.map((row) => [row.destinationUrl, row._count._all]));
  const now = ctx.clock.now().getTime();
  const rows = listings.map((listing) => {
    const health = known.get(listing.url) ?? UNCHECKED;
    const mayRecheck = health.checkedAt !== null && now - health.checkedAt.getTime() >= RECHECK_AFTER_MS;
    return { ...listing, ...health, links: leading.get(listing.url) ?? 0, mayRecheck };
  });
  const byUrl = new Map(rows.map((row) => [row.url, row]));
  return {
    listings: rows.sort((a, b) => rank(a) - rank(b)),
    changes: changes.flatMap((change) => {
      const row = byUrl.get(change.url);
      const down = change.outcome === "UNSURE" && change.was === "UNSURE";
      return row ? [{ ...change, down, product: row.product.name, channel: row.channel }] : [];
    }),
  };
}

const UNCHECKED: AddressHealth = {
  outcome: null,
  reason: "",
  finalUrl: null,
  checkedAt: null,
  changedAt: null,
  told: null,
  unreachableSince: null,
};

function rank({ channel, ...health }: AddressHealth & { channel: Channel }): number {
  const state = needsMending(health) ? 0 : health.outcome === "UNSURE" ? 1 : 2;
  return state * CHANNELS.length + CHANNELS.indexOf(channel);
}

/** What is known of addresses; those never seen are left out. */
export async function addressHealth(ctx: Ctx, urls: readonly string[]): Promise<Map<string, AddressHealth>> {
  const rows = await ctx.db.destinationHealth.findMany({
    where: { url: { in: [...new Set(urls)] } },
    select: { url: true, ...addressSelect },
  });
  return new Map(rows.map(({ url, ...health }) => [url, health]));
}
