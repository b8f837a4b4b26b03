import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { profileCompleteness, type ReadinessGap, readinessGaps } from "../creator";
import { ownCreatorId } from "../own-creator";
import type { Platform } from "../platforms";

export type SocialAccountRow = {
  platform: Platform;
  handle: string;
  url: string;
  /** As the influencer says; nobody has measured it. Null where nothing was said. */
  followers: number | null;
};

export type MyProfile = {
  id: string;
  handle: string;
  displayName: string;
  bio: string;
  city: string;
  niches: string[];
  whatsapp: string | null;
  socialAccounts: SocialAccountRow[];
  /** The name, and the number, at Shopee's affiliate programme. */
  shopee: { username: string; affiliateId: string | null } | null;
  /** From 0 to 1. */
  completeness: number;
  gaps: ReadinessGap[];
};

/** What an account's row shows. */
export const SOCIAL_ACCOUNT_SELECT = { platform: true, handle: true, url: true, followers: true } as const;

/** The own profile, with how complete it is. @throws AppError `forbidden` for who is no influencer. */
export async function myProfile(ctx: Ctx): Promise<MyProfile> {
  const id = ownCreatorId(ctx.actor);
  ctx.authorize("account.own", { creatorId: id });
  const row = await ctx.db.creator.findUnique({
    where: { id },
    select: {
      id: true,
      handle: true,
      displayName: true,
      bio: true,
      city: true,
      niches: true,
      whatsapp: true,
      socialAccounts: { select: SOCIAL_ACCOUNT_SELECT, orderBy: { id: "asc" } },
      affiliates: { where: { network: "SHOPEE" }, select: { username: true, affiliateId: true } },
    },
  });
  if (!row) throw new AppError("not_found", `no creator ${id}`);
  const counts = {
    socialAccountCount: row.socialAccounts.length,
    declaredFollowers: row.socialAccounts.some((account) => account.followers !== null),
  };
  const { affiliates, ...profile } = row;
  return {
    ...profile,
    shopee: affiliates[0] ?? null,
    completeness: profileCompleteness({ ...profile, ...counts }),
    gaps: readinessGaps(counts),
  };
}
