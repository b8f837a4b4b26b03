import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation, type Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import type { Profile } from "../creator.schemas";
import { profileSaved } from "../creators.jobs";
import { keepNames } from "../internal/keep-names.server";
import { ownCreatorId } from "../own-creator";

/**
 * An influencer saves the own profile; the list of social accounts becomes what the form holds. By which names they
 * went before is kept, because orders of that time are theirs.
 * @throws AppError `forbidden` without a profile; `conflict` (at `handle` or `shopeeUsername`) when that is somebody
 * else's.
 */
export async function saveProfile(ctx: Ctx, profile: Profile): Promise<void> {
  const creatorId = ownCreatorId(ctx.actor);
  ctx.authorize("account.own", { creatorId });
  const { socialAccounts, shopeeUsername, shopeeAffiliateId, ...fields } = profile;
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.creator.update({ where: { id: creatorId }, data: fields, select: { id: true } });
      await replaceAccounts(tx, creatorId, socialAccounts);
      await replaceAffiliate(tx, creatorId, { username: shopeeUsername, affiliateId: shopeeAffiliateId });
      const tiktok = socialAccounts.filter(({ platform }) => platform === "TIKTOK");
      const names = tiktok.map(({ handle }) => ({ network: "TIKTOK" as const, name: handle }));
      const shopee = shopeeUsername === null ? [] : [{ network: "SHOPEE" as const, name: shopeeUsername }];
      await keepNames(tx, creatorId, [...names, ...shopee], ctx.clock.now());
      await announceChange(tx, "creator", creatorId);
      await enqueue(tx, profileSaved, { creatorId });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "the handle is taken", {
      fields: { handle: [{ key: "creators:error.handleTaken" }] },
      cause: error,
    });
  }
}

async function replaceAccounts(
  tx: Tx,
  creatorId: string,
  accounts: Profile["socialAccounts"],
): Promise<void> {
  await tx.socialAccount.deleteMany({ where: { creatorId } });
  await tx.socialAccount.createMany({
    data: accounts.map((account) => ({ id: newId(), creatorId, ...account })),
  });
}

/** The name that Shopee's reports write is one influencer's alone: orders are credited by it. */
async function replaceAffiliate(
  tx: Tx,
  creatorId: string,
  { username, affiliateId }: { username: string | null; affiliateId: string | null },
): Promise<void> {
  const network = "SHOPEE";
  if (username === null) {
    await tx.affiliateAccount.deleteMany({ where: { creatorId, network } });
    return;
  }
  try {
    await tx.affiliateAccount.upsert({
      where: { creatorId_network: { creatorId, network } },
      create: { id: newId(), creatorId, network, username, affiliateId },
      update: { username, affiliateId },
      select: { id: true },
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "the Shopee name is taken", {
      fields: { shopeeUsername: [{ key: "creators:error.shopeeUsernameTaken" }] },
      cause: error,
    });
  }
}
