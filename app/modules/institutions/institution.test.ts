import { describe, expect, it } from "vitest";
import { isZone } from "~/kernel/time";
import {
  INDONESIA,
  type InstitutionClass,
  type InstitutionKind,
  institutionName,
  institutionSlug,
  nameFault,
  nameWithCity,
} from "./institution";
import { REGIONS } from "./regions";
import { normaliseWhatsapp, showWhatsapp, whatsappLink } from "./whatsapp";

describe("nameFault", () => {
  it.each<[string, InstitutionKind, InstitutionClass | null]>([
    ["Lapas Kelas IIA Sidoarjo", "LAPAS", "IIA"],
    ["Lapas Narkotika Kelas IIA Muara Beliti", "LAPAS_NARKOTIKA", "IIA"],
    ["Lapas Perempuan Kelas III Palu", "LAPAS_PEREMPUAN", "III"],
    ["Rutan Kelas IIB Salatiga", "RUTAN", "IIB"],
    ["LPKA Kelas I Blitar", "LPKA", "I"],
    ["Lapas Wahai", "LAPAS", null],
  ])("takes %s", (name, kind, klass) => {
    expect(nameFault(name, kind, klass)).toBeNull();
    expect(institutionName(kind, klass, name.split(/Kelas \S+ |^\S+ /).at(-1) ?? "")).toBe(name);
  });

  it.each<[string, InstitutionKind, InstitutionClass | null, string]>([
    ["Lapas Narkotika Kelas IIA Muara Beliti", "LAPAS", "IIA", "kind"],
    ["Lapas Kelas IIA Palembang", "LAPAS_PEREMPUAN", "IIA", "kind"],
    ["Rutan Kelas IIB Salatiga", "LAPAS", "IIB", "kind"],
    ["Sidoarjo", "LAPAS", null, "kind"],
    ["Lapas Kelas IIB Sidoarjo", "LAPAS", "IIA", "class"],
    ["Lapas Sidoarjo", "LAPAS", "IIA", "class"],
    ["Lapas Kelas IIA Sidoarjo", "LAPAS", null, "class"],
    ["Lapas Kelas 2A Sidoarjo", "LAPAS", "IIA", "class"],
    ["Lapas Kelas IIA", "LAPAS", "IIA", "place"],
  ])("refuses %s as %s %s", (name, kind, klass, fault) => {
    expect(nameFault(name, kind, klass)).toBe(fault);
  });
});

describe("institutionSlug", () => {
  it.each([
    ["Lapas Kelas IIA Sidoarjo", "lapas-sidoarjo"],
    ["Lapas Narkotika Kelas IIA Muara Beliti", "lapas-narkotika-muara-beliti"],
    ["LPKA Kelas I Blitar", "lpka-blitar"],
  ])("%s lives at %s", (name, slug) => {
    expect(institutionSlug(name)).toBe(slug);
  });
});

describe("nameWithCity", () => {
  it.each([
    ["Lapas Kelas IIA Kerobokan", "Badung", "Lapas Kelas IIA Kerobokan, Badung"],
    ["Lapas Kelas I Tangerang", "Tangerang", "Lapas Kelas I Tangerang"],
  ])("of %s in %s", (name, city, shown) => {
    expect(nameWithCity({ name, city })).toBe(shown);
  });
});

describe("the 33 Kanwil", () => {
  it("are 33, each with a name, a slug and a point of its own inside Indonesia", () => {
    expect(REGIONS).toHaveLength(33);
    expect(new Set(REGIONS.map((region) => region.slug)).size).toBe(33);
    expect(new Set(REGIONS.map((region) => region.name)).size).toBe(33);
    for (const region of REGIONS) {
      expect(isZone(region.timeZone)).toBe(true);
      expect(region.latitude).toBeGreaterThan(INDONESIA.south);
      expect(region.latitude).toBeLessThan(INDONESIA.north);
      expect(region.longitude).toBeGreaterThan(INDONESIA.west);
      expect(region.longitude).toBeLessThan(INDONESIA.east);
    }
  });

  it.each([
    ["kalimantan-barat", "Asia/Jakarta"],
    ["kalimantan-tengah", "Asia/Jakarta"],
    ["kalimantan-selatan", "Asia/Makassar"],
    ["kalimantan-timur", "Asia/Makassar"],
    ["bali", "Asia/Makassar"],
    ["maluku-utara", "Asia/Jayapura"],
  ])("%s keeps %s", (slug, zone) => {
    expect(REGIONS.find((region) => region.slug === slug)?.timeZone).toBe(zone);
  });

  it("lie 18, 11 and 4 to a zone", () => {
    const count = (zone: string) => REGIONS.filter((region) => region.timeZone === zone).length;
    expect(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"].map(count)).toEqual([18, 11, 4]);
  });
});

describe("normaliseWhatsapp", () => {
  it.each([
    ["0812-3456-7890", "6281234567890"],
    ["+62 812 3456 7890", "6281234567890"],
    ["62 0812 3456 7890", "6281234567890"],
    ["81234567890", "6281234567890"],
    ["0062 812 3456 7890", "6281234567890"],
    ["+65 9123 4567", "6591234567"],
  ])("reads %s", (typed, digits) => {
    expect(normaliseWhatsapp(typed)).toBe(digits);
  });

  it.each(["", "021-555-0123", "08123", "0812345678901234", "12345", "nomor saya", "+1 23"])(
    "refuses %s",
    (typed) => {
      expect(normaliseWhatsapp(typed)).toBeNull();
    },
  );

  it("makes links and shows numbers", () => {
    expect(whatsappLink("6281234567890", "Halo & salam")).toBe(
      "https://wa.me/6281234567890?text=Halo%20%26%20salam",
    );
    expect(showWhatsapp("6281234567890")).toBe("+62 812-3456-7890");
  });
});
