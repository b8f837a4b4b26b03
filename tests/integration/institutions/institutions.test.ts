import { beforeEach, describe, expect, it } from "vitest";
import { systemContext } from "~/modules/identity/context.server";
import { editInstitution } from "~/modules/institutions/commands/edit-institution.server";
import { ensureRegions } from "~/modules/institutions/commands/ensure-regions.server";
import { registerInstitution } from "~/modules/institutions/commands/register-institution.server";
import { institutionBySlug } from "~/modules/institutions/queries/institution-by-slug.server";
import { institutionList } from "~/modules/institutions/queries/institution-list.server";
import { institutionTree } from "~/modules/institutions/queries/institution-tree.server";
import { regionOptions } from "~/modules/institutions/queries/region-options.server";
import type { Ctx } from "~/platform/context.server";
import { createInstitution, type MadeInstitution, officerOf } from "../../factories/institutions";
import { useDatabase } from "../../setup/database";

const database = useDatabase({ resetEach: true });

let system: Ctx;
let sidoarjo: MadeInstitution;
let garut: MadeInstitution;

beforeEach(async () => {
  system = systemContext("test");
  sidoarjo = await createInstitution(system, { place: "Sidoarjo" });
  garut = await createInstitution(system, { place: "Garut", class: "IIB", region: "jawa-barat" });
});

/** The form of an institution as it stands, with changes. */
async function formOf(institution: MadeInstitution, change: object = {}) {
  const {
    id,
    kind,
    class: klass,
    name,
    regionId,
    city,
    latitude,
    longitude,
    whatsapp,
  } = await database.db.institution.findUniqueOrThrow({ where: { id: institution.id } });
  const stored = { kind, class: klass, name, regionId, city, latitude, longitude, whatsapp };
  return { institutionId: id, ...stored, ...change };
}

describe("ensureRegions", () => {
  it("writes the 33 Kanwil once, also when asked twice at the same time", async () => {
    await database.db.institution.deleteMany();
    await database.db.region.deleteMany();
    const runs = await Promise.all([ensureRegions(system), ensureRegions(system)]);
    expect(runs.reduce((sum, run) => sum + run.added, 0)).toBe(33);
    expect(await ensureRegions(system)).toEqual({ added: 0, corrected: 0 });
    expect(await database.db.region.count()).toBe(33);
  });

  it("puts right a zone that was wrong", async () => {
    await database.db.region.update({
      where: { slug: "kalimantan-barat" },
      data: { timeZone: "Asia/Makassar" },
    });
    expect(await ensureRegions(system)).toEqual({ added: 0, corrected: 1 });
    const region = await database.db.region.findUniqueOrThrow({ where: { slug: "kalimantan-barat" } });
    expect(region.timeZone).toBe("Asia/Jakarta");
  });

  it("is the system's business only", async () => {
    await expect(ensureRegions(officerOf(system, sidoarjo, "ADMIN"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("registerInstitution", () => {
  it("takes zone and place from the Kanwil and the address from the name", async () => {
    const wahai = await createInstitution(system, { place: "Wahai", class: "III", region: "maluku" });
    expect(wahai).toMatchObject({
      slug: "lapas-wahai",
      name: "Lapas Kelas III Wahai",
      timeZone: "Asia/Jayapura",
    });
    const row = await database.db.institution.findUniqueOrThrow({ where: { id: wahai.id } });
    expect(row.latitude).toBeCloseTo(-3.7);
    expect(row.whatsapp).toBeNull();
  });

  it("gives a second institution of that address another one", async () => {
    const other = await createInstitution(system, { place: "Sidoarjo", class: "IIB" });
    expect(other.slug).toBe("lapas-sidoarjo-2");
  });

  it("refuses a name twice", async () => {
    await expect(createInstitution(system, { place: "Sidoarjo" })).rejects.toMatchObject({
      code: "conflict",
      fields: { name: [{ key: "institutions:error.nameTaken" }] },
    });
  });

  it("normalises the WhatsApp number", async () => {
    const made = await createInstitution(system, { whatsapp: "0812-3456-7890" });
    const row = await database.db.institution.findUniqueOrThrow({ where: { id: made.id } });
    expect(row.whatsapp).toBe("6281234567890");
  });

  it.each(["LAPAS_PR", "LAPAS_HEAD", "KANWIL", "DIRECTORATE", "PARTNER", "INFLUENCER"] as const)(
    "is refused to %s",
    async (role) => {
      const input = { ...(await formOf(sidoarjo)), name: "Lapas Kelas IIA Baru" };
      await expect(registerInstitution(officerOf(system, sidoarjo, role), input)).rejects.toMatchObject({
        code: "forbidden",
      });
    },
  );

  it("refuses a name that does not fit its kind", async () => {
    const input = { ...(await formOf(sidoarjo)), name: "Rutan Kelas IIA Baru" };
    await expect(registerInstitution(system, input)).rejects.toMatchObject({
      issues: [{ path: ["name"], message: "institutions:error.name.kind" }],
    });
  });
});

describe("editInstitution", () => {
  it("lets the head change place and contact, and keeps the address", async () => {
    const head = officerOf(system, sidoarjo, "LAPAS_HEAD");
    await editInstitution(head, await formOf(sidoarjo, { city: "Sidoarjo Kota", whatsapp: "081234567890" }));
    const detail = await institutionBySlug(head, sidoarjo.slug);
    expect(detail).toMatchObject({ city: "Sidoarjo Kota", whatsapp: "6281234567890", name: sidoarjo.name });
  });

  it("leaves name, class and Kanwil to somebody who may edit all", async () => {
    const head = officerOf(system, sidoarjo, "LAPAS_HEAD");
    for (const change of [
      { name: "Lapas Kelas IIA Delta" },
      { class: "I" as const, name: "Lapas Kelas I Sidoarjo" },
      { regionId: garut.regionId },
    ]) {
      await expect(editInstitution(head, await formOf(sidoarjo, change))).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const admin = officerOf(system, sidoarjo, "ADMIN");
    await editInstitution(admin, await formOf(sidoarjo, { class: "I", name: "Lapas Kelas I Sidoarjo" }));
    expect(await institutionBySlug(admin, "lapas-sidoarjo")).toMatchObject({ class: "I" });
  });

  it("moves the zone with the Kanwil", async () => {
    const bali = await database.db.region.findUniqueOrThrow({ where: { slug: "bali" } });
    await editInstitution(system, await formOf(sidoarjo, { regionId: bali.id }));
    expect(await institutionBySlug(system, sidoarjo.slug)).toMatchObject({ timeZone: "Asia/Makassar" });
  });

  it("is refused to officers of another institution and to public relations", async () => {
    for (const ctx of [officerOf(system, garut, "LAPAS_HEAD"), officerOf(system, sidoarjo, "LAPAS_PR")]) {
      await expect(editInstitution(ctx, await formOf(sidoarjo, { city: "Lain" }))).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  it("knows no institution that is not there", async () => {
    const input = { ...(await formOf(sidoarjo)), institutionId: "0199a5b0-0000-7000-8000-000000000000" };
    await expect(editInstitution(system, input)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is seen", () => {
  it("pages by name without losing or repeating a row", async () => {
    for (const place of ["Ambon", "Blitar", "Cilacap"]) await createInstitution(system, { place });
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await institutionList(system, { cursor, limit: 2 });
      names.push(...page.rows.map((row) => row.name));
      cursor = page.next;
    } while (cursor);
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
  });

  it("finds by name and city, and by Kanwil", async () => {
    const bySearch = await institutionList(system, { search: "sidoar" });
    expect(bySearch.rows.map((row) => row.slug)).toEqual(["lapas-sidoarjo"]);
    const byRegion = await institutionList(system, { regionId: garut.regionId });
    expect(byRegion.rows.map((row) => row.slug)).toEqual(["lapas-garut"]);
  });

  it.each([
    ["LAPAS_PR", ["lapas-sidoarjo"]],
    ["KANWIL", ["lapas-sidoarjo"]],
    ["DIRECTORATE", ["lapas-garut", "lapas-sidoarjo"]],
  ] as const)("%s sees %j", async (role, slugs) => {
    const ctx = officerOf(system, sidoarjo, role);
    expect((await institutionList(ctx, {})).rows.map((row) => row.slug).sort()).toEqual(slugs);
    const tree = await institutionTree(ctx);
    expect(tree.flatMap((region) => region.institutions.map((one) => one.slug)).sort()).toEqual(slugs);
  });

  it("shows a Kanwil only its own branch of the tree, the directorate all 33", async () => {
    expect(await institutionTree(officerOf(system, sidoarjo, "KANWIL"))).toHaveLength(1);
    expect(await institutionTree(officerOf(system, sidoarjo, "DIRECTORATE"))).toHaveLength(33);
    expect(await regionOptions(system)).toHaveLength(33);
  });

  it("hides an institution from officers of another", async () => {
    await expect(institutionBySlug(officerOf(system, garut), sidoarjo.slug)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
