import { createAccount, prepareAccount } from "~/modules/identity/commands/create-account.server";
import { contextOf, systemContext } from "~/modules/identity/context.server";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { contextOfUser } from "../../factories/identity";

/** Tries are counted by the real clock, so the tests stand in the present. */
export const clock = fixedClock(new Date());

export const system = (): Ctx => systemContext("test", { clock });
export const nobody = (): Ctx => contextOf({ kind: "anonymous" }, { clock });

export const PASSWORD = "jendela-biru-77-pagi";
export const DEVICE = {
  userAgent: "Mozilla/5.0 (Linux; Android 10; K) Chrome/138.0.0.0 Mobile Safari/537.36",
};

let serial = 0;

/** An influencer's account without a profile, as this module makes it. */
export async function anAccount(traits: { email?: string; name?: string } = {}) {
  serial += 1;
  const email = traits.email ?? `orang${serial}@contoh.test`;
  const input = { email, name: traits.name ?? `Orang ${serial}`, password: PASSWORD, locale: "id" as const };
  const { userId } = await createAccount(system(), input, await prepareAccount(system(), input));
  return { userId, email, ctx: await contextOfUser(system(), userId) };
}

export type Place = { institutionId: string; regionId: string; slug: string; name: string };

/** An institution in a region; the same region name gives the same region. */
export async function aPlace(name: string, region = "Jawa Timur"): Promise<Place> {
  const slugOf = (text: string) => text.toLowerCase().replaceAll(" ", "-");
  const where = { timeZone: "Asia/Jakarta", latitude: -7, longitude: 112 };
  const { id: regionId } = await db().region.upsert({
    where: { slug: slugOf(region) },
    create: { slug: slugOf(region), name: region, ...where },
    update: {},
  });
  const slug = slugOf(name);
  const institution = await db().institution.create({
    data: { slug, name, kind: "LAPAS", regionId, city: name, ...where },
  });
  return { institutionId: institution.id, regionId, slug, name };
}

/** Payloads of the jobs of this name that wait in the outbox, oldest first. */
export async function outbox(job: string): Promise<Record<string, unknown>[]> {
  const rows = await db().outboxMessage.findMany({ where: { job }, orderBy: { id: "asc" } });
  return rows.map((row) => row.payload as Record<string, unknown>);
}

/** What the audit trail says about a thing. */
export async function auditOf(entityId: string): Promise<string[]> {
  const rows = await db().auditEvent.findMany({ where: { entityId }, orderBy: { id: "asc" } });
  return rows.map((row) => row.action);
}
