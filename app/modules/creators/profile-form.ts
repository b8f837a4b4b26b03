import { showWhatsapp } from "~/modules/institutions/whatsapp";
import type { ProfileInput } from "./creator.schemas";
import type { MyProfile } from "./queries/my-profile.server";

/** A profile as its form shows it; without an account yet, one empty line invites. */
export function toProfileForm(profile: MyProfile): Partial<ProfileInput> {
  const accounts = profile.socialAccounts.map(({ followers, ...account }) => ({
    ...account,
    followers: followers ?? undefined,
  }));
  return {
    handle: profile.handle,
    displayName: profile.displayName,
    bio: profile.bio,
    city: profile.city,
    niches: profile.niches as ProfileInput["niches"],
    whatsapp: profile.whatsapp ? showWhatsapp(profile.whatsapp) : undefined,
    shopeeUsername: profile.shopee?.username,
    shopeeAffiliateId: profile.shopee?.affiliateId ?? undefined,
    socialAccounts: accounts.length > 0 ? accounts : [{ platform: "INSTAGRAM", handle: "" }],
  };
}
