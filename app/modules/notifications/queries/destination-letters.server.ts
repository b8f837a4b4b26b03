import { asZone, type Zone } from "~/kernel/time";
import type { Channel } from "~/modules/products/listings";
import type { HealthOutcome } from "~/modules/tracking/page-health";
import type { Ctx } from "~/platform/context.server";
import { type OfficerReader, officersOf } from "../internal/officers.server";

/** One Lapas that a changed address concerns: what it sells there, and who is to know. */
export type DestinationLetter = {
  outcome: HealthOutcome;
  url: string;
  finalUrl: string | null;
  /** Why, where it could not be reached. */
  reason: string;
  /** Since when it is so. */
  since: Date;
  institution: { slug: string; name: string; timeZone: Zone };
  products: { name: string; channel: Channel }[];
  readers: OfficerReader[];
};

/**
 * What the mails about an address that was found broken, or well again, tell: one for each Lapas with a product on
 * offer there. Empty where nobody sells there any more.
 */
export async function destinationLetters(
  ctx: Ctx,
  input: { changeId: string },
): Promise<DestinationLetter[]> {
  const change = await ctx.db.destinationChange.findUnique({
    where: { id: input.changeId },
    select: {
      url: true,
      outcome: true,
      finalUrl: true,
      reason: true,
      at: true,
      health: { select: { unreachableSince: true } },
    },
  });
  if (!change) return [];
  const listings = await ctx.db.productListing.findMany({
    where: { url: change.url, product: { status: "ACTIVE" } },
    select: {
      channel: true,
      product: {
        select: { name: true, institution: { select: { id: true, slug: true, name: true, timeZone: true } } },
      },
    },
    orderBy: { id: "asc" },
  });
  const { health, at, ...told } = change;
  const since = health.unreachableSince ?? at;
  const places = new Map(listings.map(({ product }) => [product.institution.id, product.institution]));
  return Promise.all(
    [...places.values()].map(async ({ id, ...institution }) => ({
      ...told,
      since,
      institution: { ...institution, timeZone: asZone(institution.timeZone) },
      products: listings
        .filter(({ product }) => product.institution.id === id)
        .map(({ channel, product }) => ({ name: product.name, channel })),
      readers: await officersOf(ctx, id),
    })),
  );
}
