import { randomInt } from "node:crypto";
import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { CHANNELS } from "~/modules/products/listings";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import type { Prisma, Tx } from "~/platform/db.server";
import { makeLinkCode } from "../codes";
import { parseDestination } from "../destination";
import type { LinkDestination } from "../link-destination";

/** More than this many collisions in a row are no chance. */
export const MAX_TRIES = 20;

export const linkClaimSelect = {
  id: true,
  status: true,
  creatorId: true,
  creator: { select: { handle: true } },
  revision: { select: { brief: true } },
  campaign: {
    select: {
      id: true,
      status: true,
      institution: { select: { id: true, regionId: true } },
      product: { select: { id: true, slug: true, listings: { select: { channel: true, url: true } } } },
    },
  },
  coupon: { select: { code: true } },
} satisfies Prisma.ClaimSelect;

export type LinkClaim = Prisma.ClaimGetPayload<{ select: typeof linkClaimSelect }>;

/**
 * Reads a claim and keeps others from making links of it meanwhile: two workers with the same job come one after the
 * other, and the second one finds what the first one made.
 * @throws AppError `not_found`
 */
export async function lockClaim(tx: Tx, claimId: string): Promise<LinkClaim> {
  await tx.$queryRaw`SELECT id FROM claim WHERE id = ${claimId}::uuid FOR UPDATE`;
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: linkClaimSelect });
  if (!claim) throw new AppError("not_found", `no claim ${claimId}`);
  return claim;
}

type ProductRow = LinkClaim["campaign"]["product"];

/** What links of a product may lead to: its page, and every shop where it is listed. */
export function destinationsOf(product: Pick<ProductRow, "listings">): LinkDestination[] {
  const listed = new Set(
    product.listings.filter(({ url }) => parseDestination(url)).map(({ channel }) => channel),
  );
  return ["PRODUCT", ...CHANNELS.filter((channel) => listed.has(channel))];
}

/**
 * Where a link leads: the shop, while the product is listed there, else the product's page. The page is a path, so
 * that it stays right when this site moves to another name.
 */
export function destinationUrlOf(destination: LinkDestination, product: Omit<ProductRow, "id">): string {
  const listing = product.listings.find(({ channel }) => channel === destination);
  return listing && parseDestination(listing.url) ? listing.url : `/p/${product.slug}`;
}

type NewLink = Pick<Prisma.ReferralLinkCreateManyInput, "destination"> &
  Partial<
    Pick<Prisma.ReferralLinkCreateManyInput, "placement" | "platform" | "label" | "utm" | "createdById">
  >;

/**
 * Writes a link of a claim under a code. Where another link has the code, or one that looks like it, nothing happens:
 * a unique violation would end the transaction, skipping tells the same without.
 * @returns null where the code is taken
 */
export async function writeLink(
  ctx: Ctx,
  tx: Tx,
  claim: LinkClaim,
  link: NewLink & { destination: LinkDestination },
  code: string,
): Promise<{ id: string; code: string } | null> {
  const { campaign } = claim;
  const id = newId(ctx.clock.now());
  const made = await tx.referralLink.createMany({
    data: {
      ...link,
      id,
      code,
      destinationUrl: destinationUrlOf(link.destination, campaign.product),
      claimId: claim.id,
      campaignId: campaign.id,
      creatorId: claim.creatorId,
      productId: campaign.product.id,
      institutionId: campaign.institution.id,
      regionId: campaign.institution.regionId,
      createdAt: ctx.clock.now(),
    },
    skipDuplicates: true,
  });
  return made.count === 1 ? { id, code } : null;
}

/** Writes a link under a code of chance. Codes are tried until one is free. */
export async function writeLinkByChance(
  ctx: Ctx,
  tx: Tx,
  claim: LinkClaim,
  link: NewLink & { destination: LinkDestination },
): Promise<{ id: string; code: string }> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const made = await writeLink(ctx, tx, claim, link, makeLinkCode(randomInt));
    if (made) return made;
  }
  throw new Error(`no free link code in ${MAX_TRIES} tries`);
}

export type MainLink = { id: string; code: string; destination: LinkDestination };

/**
 * Gives a claim the main links that it lacks, one for each destination, and turns those it has to where their
 * destination is now. The claim is locked.
 * @returns all main links, and how many were made or turned
 */
export async function keepMainLinks(
  ctx: Ctx,
  tx: Tx,
  claim: LinkClaim,
): Promise<{ links: MainLink[]; made: number; turned: number }> {
  const { product } = claim.campaign;
  const known = await tx.referralLink.findMany({
    where: { claimId: claim.id },
    select: { id: true, code: true, destination: true, destinationUrl: true, placement: true },
    orderBy: { no: "asc" },
  });
  let turned = 0;
  for (const link of known) {
    const url = destinationUrlOf(link.destination, product);
    if (url === link.destinationUrl) continue;
    await tx.referralLink.update({
      where: { id: link.id },
      data: { destinationUrl: url },
      select: { id: true },
    });
    await announceChange(tx, "link", link.code);
    turned += 1;
  }
  const links: MainLink[] = known.filter((link) => link.placement === "MAIN");
  let made = 0;
  for (const destination of destinationsOf(product)) {
    if (links.some((link) => link.destination === destination)) continue;
    const link = await writeLinkByChance(ctx, tx, claim, { destination });
    await announceChange(tx, "link", link.code);
    links.push({ ...link, destination });
    made += 1;
  }
  return { links, made, turned };
}
