import type { Ctx } from "~/platform/context.server";
import { LOCALES, type Locale } from "../identity.schemas";

/** The language that a person has chosen, to set the browser's after signing in. */
export async function userLocale(ctx: Ctx, input: { userId: string }): Promise<Locale> {
  const row = await ctx.db.user.findUniqueOrThrow({ where: { id: input.userId }, select: { locale: true } });
  return LOCALES.find((locale) => locale === row.locale) ?? "id";
}
