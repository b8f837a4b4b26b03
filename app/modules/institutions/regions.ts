import type { Zone } from "~/kernel/time";

export type RegionEntry = {
  slug: string;
  /** The Kanwil's area; pages write "Kanwil" before it. */
  name: string;
  timeZone: Zone;
  /** Roughly the provincial capital, in degrees: good enough to place a dot on a map of the country. */
  latitude: number;
  longitude: number;
};

const WIB = "Asia/Jakarta" as const;
const WITA = "Asia/Makassar" as const;
const WIT = "Asia/Jayapura" as const;

/**
 * The 33 Kanwil Ditjenpas. Kalimantan Barat and Kalimantan Tengah keep WIB; Kalimantan Utara is looked after by
 * Kalimantan Timur, and the newer provinces of Papua by Papua and Papua Barat.
 */
export const REGIONS: readonly RegionEntry[] = [
  { slug: "aceh", name: "Aceh", timeZone: WIB, latitude: 5.55, longitude: 95.32 },
  { slug: "sumatera-utara", name: "Sumatera Utara", timeZone: WIB, latitude: 3.59, longitude: 98.67 },
  { slug: "sumatera-barat", name: "Sumatera Barat", timeZone: WIB, latitude: -0.95, longitude: 100.35 },
  { slug: "riau", name: "Riau", timeZone: WIB, latitude: 0.51, longitude: 101.45 },
  { slug: "kepulauan-riau", name: "Kepulauan Riau", timeZone: WIB, latitude: 0.92, longitude: 104.45 },
  { slug: "jambi", name: "Jambi", timeZone: WIB, latitude: -1.61, longitude: 103.61 },
  { slug: "bengkulu", name: "Bengkulu", timeZone: WIB, latitude: -3.8, longitude: 102.26 },
  { slug: "sumatera-selatan", name: "Sumatera Selatan", timeZone: WIB, latitude: -2.98, longitude: 104.76 },
  {
    slug: "kepulauan-bangka-belitung",
    name: "Kepulauan Bangka Belitung",
    timeZone: WIB,
    latitude: -2.13,
    longitude: 106.11,
  },
  { slug: "lampung", name: "Lampung", timeZone: WIB, latitude: -5.43, longitude: 105.26 },
  { slug: "banten", name: "Banten", timeZone: WIB, latitude: -6.12, longitude: 106.15 },
  { slug: "dki-jakarta", name: "DKI Jakarta", timeZone: WIB, latitude: -6.2, longitude: 106.82 },
  { slug: "jawa-barat", name: "Jawa Barat", timeZone: WIB, latitude: -6.91, longitude: 107.61 },
  { slug: "jawa-tengah", name: "Jawa Tengah", timeZone: WIB, latitude: -6.97, longitude: 110.42 },
  { slug: "di-yogyakarta", name: "DI Yogyakarta", timeZone: WIB, latitude: -7.8, longitude: 110.36 },
  { slug: "jawa-timur", name: "Jawa Timur", timeZone: WIB, latitude: -7.25, longitude: 112.75 },
  { slug: "kalimantan-barat", name: "Kalimantan Barat", timeZone: WIB, latitude: -0.03, longitude: 109.33 },
  { slug: "kalimantan-tengah", name: "Kalimantan Tengah", timeZone: WIB, latitude: -2.21, longitude: 113.92 },
  { slug: "bali", name: "Bali", timeZone: WITA, latitude: -8.65, longitude: 115.22 },
  {
    slug: "nusa-tenggara-barat",
    name: "Nusa Tenggara Barat",
    timeZone: WITA,
    latitude: -8.58,
    longitude: 116.12,
  },
  {
    slug: "nusa-tenggara-timur",
    name: "Nusa Tenggara Timur",
    timeZone: WITA,
    latitude: -10.18,
    longitude: 123.61,
  },
  {
    slug: "kalimantan-selatan",
    name: "Kalimantan Selatan",
    timeZone: WITA,
    latitude: -3.44,
    longitude: 114.83,
  },
  { slug: "kalimantan-timur", name: "Kalimantan Timur", timeZone: WITA, latitude: -0.5, longitude: 117.15 },
  { slug: "sulawesi-utara", name: "Sulawesi Utara", timeZone: WITA, latitude: 1.47, longitude: 124.84 },
  { slug: "gorontalo", name: "Gorontalo", timeZone: WITA, latitude: 0.54, longitude: 123.06 },
  { slug: "sulawesi-tengah", name: "Sulawesi Tengah", timeZone: WITA, latitude: -0.9, longitude: 119.87 },
  { slug: "sulawesi-selatan", name: "Sulawesi Selatan", timeZone: WITA, latitude: -5.15, longitude: 119.43 },
  { slug: "sulawesi-barat", name: "Sulawesi Barat", timeZone: WITA, latitude: -2.68, longitude: 118.89 },
  {
    slug: "sulawesi-tenggara",
    name: "Sulawesi Tenggara",
    timeZone: WITA,
    latitude: -3.97,
    longitude: 122.52,
  },
  { slug: "maluku", name: "Maluku", timeZone: WIT, latitude: -3.7, longitude: 128.18 },
  { slug: "maluku-utara", name: "Maluku Utara", timeZone: WIT, latitude: 0.73, longitude: 127.56 },
  { slug: "papua-barat", name: "Papua Barat", timeZone: WIT, latitude: -0.86, longitude: 134.06 },
  { slug: "papua", name: "Papua", timeZone: WIT, latitude: -2.53, longitude: 140.72 },
];
