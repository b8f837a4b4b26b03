import { newId } from "~/kernel/id";
import type { Role } from "~/kernel/policy";
import { contextOf } from "~/modules/identity/context.server";
import { ensureRegions } from "~/modules/institutions/commands/ensure-regions.server";
import { registerInstitution } from "~/modules/institutions/commands/register-institution.server";
import {
  type InstitutionClass,
  type InstitutionKind,
  institutionName,
} from "~/modules/institutions/institution";
import type { Ctx } from "~/platform/context.server";

export type InstitutionTraits = {
  kind?: InstitutionKind;
  class?: InstitutionClass | null;
  /** The last word of its name; one of its own for each institution when left out. */
  place?: string;
  city?: string;
  /** Slug of its Kanwil. */
  region?: string;
  whatsapp?: string;
  latitude?: number;
  longitude?: number;
  isDemo?: boolean;
};

export type MadeInstitution = {
  id: string;
  slug: string;
  name: string;
  city: string;
  regionId: string;
  timeZone: string;
};

let serial = 0;

/**
 * A registered institution, with all Kanwil in place. In Jawa Timur unless told otherwise.
 * @param system context of the system
 */
export async function createInstitution(
  system: Ctx,
  traits: InstitutionTraits = {},
): Promise<MadeInstitution> {
  serial += 1;
  await ensureRegions(system);
  const region = await system.db.region.findUniqueOrThrow({
    where: { slug: traits.region ?? "jawa-timur" },
    select: { id: true },
  });
  const place = traits.place ?? `Contoh ${serial}`;
  const kind = traits.kind ?? "LAPAS";
  const klass = traits.class === undefined ? "IIA" : traits.class;
  const { id } = await registerInstitution(system, {
    kind,
    class: klass ?? undefined,
    name: institutionName(kind, klass, place),
    regionId: region.id,
    city: traits.city ?? place,
    latitude: traits.latitude,
    longitude: traits.longitude,
    whatsapp: traits.whatsapp,
    isDemo: traits.isDemo ?? false,
  });
  return system.db.institution.findUniqueOrThrow({
    where: { id },
    select: { id: true, slug: true, name: true, city: true, regionId: true, timeZone: true },
  });
}

/**
 * The context of somebody with a role at an institution (or at its Kanwil, or in the nation), without an account in
 * the database: commands ask the context only.
 */
export function officerOf(system: Ctx, institution: MadeInstitution, role: Role = "LAPAS_PR"): Ctx {
  const scoped = role === "LAPAS_PR" || role === "LAPAS_HEAD";
  return contextOf(
    {
      kind: "user",
      userId: newId(),
      name: "Petugas Contoh",
      email: "petugas@contoh.test",
      creatorId: null,
      memberships: [
        {
          role,
          institutionId: scoped ? institution.id : null,
          regionId: role === "KANWIL" ? institution.regionId : null,
        },
      ],
    },
    { db: system.db, clock: system.clock, log: system.log },
  );
}
