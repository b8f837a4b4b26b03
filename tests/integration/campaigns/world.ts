import type { Role } from "~/kernel/policy";
import { contextOf, systemContext } from "~/modules/identity/context.server";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { type Db, db } from "~/platform/db.server";

/** Where the tests of campaigns and claims stand in time, until they move the clock. */
export const NOW = new Date("2026-11-10T02:00:00.000Z");

export const clock = fixedClock(NOW);

export type Place = {
  regionId: string;
  institutionId: string;
  productId: string;
  /** An officer of this institution who may decide everything. */
  officer: Ctx;
};

let serial = 0;

export const system = (): Ctx => systemContext("test", { clock });

/** Somebody of the institution, or of its Kanwil. */
export async function officerOf(
  place: { institutionId: string; regionId: string },
  role: Role = "LAPAS_PR",
): Promise<Ctx> {
  serial += 1;
  const scope = {
    institutionId: role.startsWith("LAPAS") ? place.institutionId : null,
    regionId: role === "KANWIL" ? place.regionId : null,
  };
  const user = await db().user.create({
    data: { email: `petugas${serial}@contoh.test`, name: `Petugas ${serial}`, passwordHash: "none" },
  });
  await db().membership.create({ data: { userId: user.id, role, ...scope } });
  const { id: userId, name, email } = user;
  const memberships = [{ role, ...scope }];
  return contextOf({ kind: "user", userId, name, email, creatorId: null, memberships }, { clock });
}

type PlaceTraits = {
  name?: string;
  city?: string;
  region?: string;
  product?: { name?: string; kind?: "CRAFT" | "FOOD" | "FASHION"; priceRupiah?: bigint };
};

async function regionNamed(client: Db, name: string) {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return client.region.upsert({
    where: { slug },
    create: { slug, name, timeZone: "Asia/Jakarta", latitude: -7, longitude: 112 },
    update: {},
  });
}

/** An institution with one product that may be promoted (a craft, which needs no licence). */
export async function aPlace(traits: PlaceTraits = {}): Promise<Place> {
  serial += 1;
  const client = db();
  const region = await regionNamed(client, traits.region ?? "Jawa Timur");
  const institution = await client.institution.create({
    data: {
      slug: `lapas-${serial}`,
      name: traits.name ?? `Lapas Kelas IIA Contoh ${serial}`,
      kind: "LAPAS",
      class: "IIA",
      regionId: region.id,
      city: traits.city ?? "Contoh",
      timeZone: "Asia/Jakarta",
      latitude: -7,
      longitude: 112,
    },
  });
  const product = await client.product.create({
    data: {
      institutionId: institution.id,
      slug: `produk-${serial}`,
      name: traits.product?.name ?? "Miniatur kapal pinisi",
      kind: traits.product?.kind ?? "CRAFT",
      priceRupiah: traits.product?.priceRupiah ?? 250_000n,
      status: "ACTIVE",
      listings: { create: { channel: "SHOPEE", url: `https://shopee.co.id/product/1/${serial}` } },
    },
  });
  const ids = { regionId: region.id, institutionId: institution.id };
  return { ...ids, productId: product.id, officer: await officerOf(ids) };
}

/** The jobs that were asked for, oldest first. */
export async function jobs(): Promise<{ job: string; payload: unknown }[]> {
  return db().outboxMessage.findMany({ orderBy: { id: "asc" }, select: { job: true, payload: true } });
}
