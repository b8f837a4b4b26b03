import { acceptInvitationAsNew } from "~/modules/identity/commands/accept-invitation.server";
import { inviteMember } from "~/modules/identity/commands/invite-member.server";
import { contextOf } from "~/modules/identity/context.server";
import type { Locale } from "~/modules/identity/identity.schemas";
import type { OfficerRole } from "~/modules/identity/invitation-rules";
import type { Ctx } from "~/platform/context.server";

export type Officer = { userId: string; name: string; email: string; ctx: Ctx };

export type OfficerTraits = {
  role: OfficerRole;
  /** Of LAPAS_PR and LAPAS_HEAD. */
  institutionId?: string;
  /** Of KANWIL. */
  regionId?: string;
  name?: string;
  email?: string;
  password?: string;
  locale?: Locale;
  isDemo?: boolean;
};

export const OFFICER_PASSWORD = "jendela-biru-77-pagi";

let serial = 0;

/** The token at the end of an invitation's link. */
export function tokenOf(link: string | null): string {
  const token = link?.split("/").at(-1);
  if (!token) throw new Error("only the system is given an invitation's link");
  return token;
}

/**
 * An officer who was invited and accepted, by the real commands. The mail that the invitation asks for waits in the
 * outbox.
 * @param system context of the system, with the clock that the officer's context shall have too
 */
export async function anOfficer(system: Ctx, traits: OfficerTraits): Promise<Officer> {
  serial += 1;
  const name = traits.name ?? `Petugas Contoh ${serial}`;
  const email = traits.email ?? `petugas-contoh${serial}@contoh.test`;
  const { role, institutionId, regionId } = traits;
  const { link } = await inviteMember(system, { email, role, institutionId, regionId });
  const { userId } = await acceptInvitationAsNew(system, {
    token: tokenOf(link),
    name,
    password: traits.password ?? OFFICER_PASSWORD,
    locale: traits.locale ?? "id",
  });
  if (traits.isDemo) {
    await system.db.user.update({ where: { id: userId }, data: { isDemo: true }, select: { id: true } });
  }
  return { userId, name, email, ctx: await contextOfUser(system, userId) };
}

/** The context of a person as their next request would have it, on the system's database and clock. */
export async function contextOfUser(system: Ctx, userId: string): Promise<Ctx> {
  const user = await system.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      name: true,
      email: true,
      creator: { select: { id: true } },
      memberships: {
        where: { endedAt: null },
        select: { role: true, institutionId: true, regionId: true },
      },
    },
  });
  const { name, email, creator, memberships } = user;
  return contextOf(
    { kind: "user", userId, name, email, creatorId: creator?.id ?? null, memberships },
    { db: system.db, clock: system.clock, log: system.log },
  );
}
