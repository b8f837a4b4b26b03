import type { Role } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { LOCALES, type Locale } from "../identity.schemas";
import { signedInUser } from "../internal/signed-in.server";

export type OwnMembership = {
  id: string;
  role: Role;
  institution: { slug: string; name: string } | null;
  region: { slug: string; name: string } | null;
};

export type OwnAccount = {
  name: string;
  email: string;
  locale: Locale;
  isDemo: boolean;
  createdAt: Date;
  memberships: OwnMembership[];
};

/** The signed-in person with what they may act as, with names: for the account page and the shell. */
export async function ownAccount(ctx: Ctx): Promise<OwnAccount> {
  const row = await ctx.db.user.findUniqueOrThrow({
    where: { id: signedInUser(ctx).userId },
    select: {
      name: true,
      email: true,
      locale: true,
      isDemo: true,
      createdAt: true,
      memberships: {
        where: { endedAt: null },
        select: {
          id: true,
          role: true,
          institution: { select: { slug: true, name: true } },
          region: { select: { slug: true, name: true } },
        },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  return { ...row, locale: LOCALES.find((locale) => locale === row.locale) ?? "id" };
}
