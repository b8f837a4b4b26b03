import { registerInfluencer } from "~/modules/creators/commands/register-influencer.server";
import { saveProfile } from "~/modules/creators/commands/save-profile.server";
import { type ProfileInput, profileSchema } from "~/modules/creators/creator.schemas";
import { contextOf } from "~/modules/identity/context.server";
import type { Ctx } from "~/platform/context.server";

export type Influencer = { userId: string; creatorId: string; email: string; ctx: Ctx };

export type InfluencerTraits = {
  name?: string;
  email?: string;
  password?: string;
  isDemo?: boolean;
  /** Of the profile; false leaves it as it is after registration, without social accounts. */
  profile?: Partial<ProfileInput> | false;
};

let serial = 0;

/**
 * An influencer who registered and, unless told otherwise, has filled in the profile.
 * @param system context of the system, with the clock that the influencer's context shall have too
 */
export async function anInfluencer(system: Ctx, traits: InfluencerTraits = {}): Promise<Influencer> {
  serial += 1;
  const name = traits.name ?? `Kreator Contoh ${serial}`;
  const email = traits.email ?? `kreator${serial}@contoh.test`;
  const { userId, creatorId } = await registerInfluencer(system, {
    name,
    email,
    password: traits.password ?? "jendela-biru-77-pagi",
    locale: "id",
    isDemo: traits.isDemo ?? false,
  });
  const ctx = contextOf(
    {
      kind: "user",
      userId,
      name,
      email,
      creatorId,
      memberships: [{ role: "INFLUENCER", institutionId: null, regionId: null }],
    },
    { db: system.db, clock: system.clock, log: system.log },
  );
  if (traits.profile !== false) {
    const { handle } = await system.db.creator.findUniqueOrThrow({ where: { id: creatorId } });
    const socialAccounts = [{ platform: "INSTAGRAM" as const, handle, followers: 1_000 + serial }];
    await saveProfile(
      ctx,
      profileSchema.parse({ handle, displayName: name.slice(0, 60), socialAccounts, ...traits.profile }),
    );
  }
  return { userId, creatorId, email, ctx };
}
