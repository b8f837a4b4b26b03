import { randomInt } from "node:crypto";
import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { type Brief, briefSchema } from "~/modules/campaigns/brief.schemas";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { makeCouponCode, makeLinkCode } from "../codes";
import { parseDestination } from "../destination";
import { LINK_CHANNEL } from "../link-channel";

export type IssuedLink = { linkId: string; code: string; coupon: string };

/** More than this many collisions in a row are no chance. */
const MAX_TRIES = 20;

/**
 * Gives an accepted claim its referral link and its coupon code. Doing it again gives the same ones. A code is tried
 * until one is free; links and coupons are never deleted, so no code ever comes back.
 * @throws AppError `not_found`, `conflict` for a claim that is not accepted.
 */
export async function issueLink(ctx: Ctx, input: { claimId: string }): Promise<IssuedLink> {
  return inTransaction(ctx, async (tx) => {
    // Two workers with the same job: the second one waits here and then finds what the first one made.
    await tx.$queryRaw`SELECT id FROM claim WHERE id = ${input.claimId}::uuid FOR UPDATE`;
    const claim = await readClaim(tx, input.claimId);
    if (claim.status !== "ACCEPTED") {
      throw new AppError("conflict", `claim ${input.claimId} is ${claim.status}, no link is due`);
    }
    const known = claim.links[0];
    const link = known ?? (await createLink(ctx, tx, claim));
    const coupon = claim.coupon?.code ?? (await createCoupon(ctx, tx, claim));
    if (!known) await tx.$executeRaw`SELECT pg_notify(${LINK_CHANNEL}, ${`link:${link.code}`})`;
    return { linkId: link.id, code: link.code, coupon };
  });
}

type ClaimRow = Awaited<ReturnType<typeof readClaim>>;

async function readClaim(tx: Tx, claimId: string) {
  const claim = await tx.claim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      status: true,
      creatorId: true,
      creator: { select: { handle: true } },
      revision: { select: { brief: true } },
      campaign: {
        select: {
          id: true,
          institution: { select: { id: true, regionId: true } },
          product: {
            select: { id: true, slug: true, listings: { select: { channel: true, url: true } } },
          },
        },
      },
      links: { select: { id: true, code: true }, orderBy: { id: "asc" }, take: 1 },
      coupon: { select: { code: true } },
    },
  });
  if (!claim) throw new AppError("not_found", `no claim ${claimId}`);
  return claim;
}

async function createLink(ctx: Ctx, tx: Tx, claim: ClaimRow): Promise<{ id: string; code: string }> {
  const { campaign } = claim;
  const destinationUrl = destinationOf(briefSchema.parse(claim.revision.brief), campaign.product);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const id = newId(ctx.clock.now());
    const code = makeLinkCode(randomInt);
    // A unique violation would end the transaction; skipping tells the same without.
    const made = await tx.referralLink.createMany({
      data: {
        id,
        code,
        destinationUrl,
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
    if (made.count === 1) return { id, code };
  }
  throw new Error(`no free link code in ${MAX_TRIES} tries`);
}

async function createCoupon(ctx: Ctx, tx: Tx, claim: ClaimRow): Promise<string> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const code = makeCouponCode(claim.creator.handle, randomInt);
    const made = await tx.couponCode.createMany({
      data: { code, claimId: claim.id, createdAt: ctx.clock.now() },
      skipDuplicates: true,
    });
    if (made.count === 1) return code;
  }
  throw new Error(`no free coupon code in ${MAX_TRIES} tries`);
}

type ProductRow = { slug: string; listings: { channel: string; url: string }[] };

/**
 * Where the link leads: the shop that the brief names, if the product is still listed there, else the product's page.
 * The page is a path, so that it stays right when this site moves to another name.
 */
function destinationOf(brief: Pick<Brief, "destination">, product: ProductRow): string {
  const { destination } = brief;
  const page = `/p/${product.slug}`;
  if (destination.kind === "product") return page;
  const listing = product.listings.find(({ channel }) => channel === destination.channel);
  return listing && parseDestination(listing.url) ? listing.url : page;
}
