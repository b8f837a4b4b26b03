import { registerInfluencer } from "~/modules/creators/commands/register-influencer.server";
import { saveProfile } from "~/modules/creators/commands/save-profile.server";
import { profileSchema } from "~/modules/creators/creator.schemas";
import { acceptInvitationAsNew } from "~/modules/identity/commands/accept-invitation.server";
import { inviteMember } from "~/modules/identity/commands/invite-member.server";
import type { OfficerRole } from "~/modules/identity/invitation-rules";
import { personAt, systemAt } from "./actors";
import {
  DEMO_DOMAIN,
  DEMO_PASSWORD,
  type DemoInfluencer,
  INFLUENCERS,
  OFFICERS,
  PR_NAMES,
  socialHandle,
} from "./data-people";
import type { Place } from "./places";

export type People = {
  /** User ids of influencers, by key. */
  influencers: Map<string, string>;
  /** User ids of PR officers, by the institution's slug. */
  officers: Map<string, string>;
};

type Officer = { key: string; name: string; role: OfficerRole; institution?: string; region?: string };

/** Invites everybody who works for an institution, a Kanwil or the directorate, and lets them accept. */
export async function inviteOfficers(at: Date, places: Map<string, Place>): Promise<Map<string, string>> {
  const pr: Officer[] = [...places.keys()]
    .filter((slug) => !OFFICERS.some((officer) => "institution" in officer && officer.institution === slug))
    .map((slug, index) => ({
      key: `humas.${slug}`,
      name: PR_NAMES[index] ?? `Humas ${slug}`,
      role: "LAPAS_PR",
      institution: slug,
    }));
  const officers = new Map<string, string>();
  for (const officer of [...(OFFICERS as readonly Officer[]), ...pr]) {
    const userId = await inviteOfficer(at, places, officer);
    if (officer.role === "LAPAS_PR" && officer.institution) officers.set(officer.institution, userId);
  }
  return officers;
}

async function inviteOfficer(at: Date, places: Map<string, Place>, officer: Officer): Promise<string> {
  const ctx = systemAt(at);
  const region = officer.region
    ? await ctx.db.region.findUniqueOrThrow({ where: { slug: officer.region }, select: { id: true } })
    : null;
  const place = officer.institution ? places.get(officer.institution) : undefined;
  const { link } = await inviteMember(ctx, {
    email: `${officer.key}@${DEMO_DOMAIN}`,
    role: officer.role,
    institutionId: place?.id,
    regionId: region?.id,
  });
  const token = link?.split("/").at(-1);
  if (!token) throw new Error(`the invitation of ${officer.key} has no link`);
  const { userId } = await acceptInvitationAsNew(ctx, {
    token,
    name: officer.name,
    password: DEMO_PASSWORD,
    locale: "id",
  });
  // An invited officer is never a demonstration in life, so no command says so.
  await ctx.db.user.update({ where: { id: userId }, data: { isDemo: true } });
  return userId;
}

/** Registers the influencers; each fills in the profile. */
export async function registerInfluencers(at: Date): Promise<Map<string, string>> {
  const influencers = new Map<string, string>();
  for (const [index, influencer] of INFLUENCERS.entries()) {
    const { userId } = await registerInfluencer(systemAt(at), {
      name: influencer.name,
      email: `${influencer.key}@${DEMO_DOMAIN}`,
      password: DEMO_PASSWORD,
      locale: "id",
      city: influencer.city,
      isDemo: true,
    });
    await saveProfile(await personAt(userId, at), profileOf(influencer, index));
    influencers.set(influencer.key, userId);
  }
  return influencers;
}

function profileOf(influencer: DemoInfluencer, index: number) {
  return profileSchema.parse({
    handle: influencer.name
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ".")
      .slice(0, 24),
    displayName: influencer.name,
    bio: influencer.bio,
    city: influencer.city,
    niches: influencer.niches,
    whatsapp: `0800-0000-${String(2_000 + index)}`,
    socialAccounts: influencer.accounts.map(([platform, followers]) => ({
      platform,
      handle: socialHandle(influencer.key),
      followers,
      // A WhatsApp channel has no address that follows from its name.
      ...(platform === "WHATSAPP" ? { url: "https://whatsapp.com/channel/peragaangaung" } : {}),
    })),
  });
}
