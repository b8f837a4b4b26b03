import type { Role } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";

/** The password that every demo account has; no account of a real person ever does. */
export const DEMO_PASSWORD = "gaung-demo-2026";

export type DemoAccount = { email: string; name: string; role: Role };

const DEMO_DOMAIN = "@demo.gaung.id";

/** The demo accounts to try, one a role; none in production. */
export async function demoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  if (env().NODE_ENV === "production" && !env().GAUNG_DEMO) return [];
  const rows = await ctx.db.user.findMany({
    where: { isDemo: true, email: { endsWith: DEMO_DOMAIN }, disabledAt: null },
    select: {
      email: true,
      name: true,
      memberships: {
        where: { endedAt: null },
        select: { role: true },
        take: 1,
        orderBy: { createdAt: "asc" },
      },
    },
    orderBy: { createdAt: "asc" },
    take: 200,
  });
  const seen = new Set<Role>();
  return rows.flatMap(({ email, name, memberships }) => {
    const role = memberships[0]?.role;
    if (!role || seen.has(role)) return [];
    seen.add(role);
    return [{ email, name, role }];
  });
}
