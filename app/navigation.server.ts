import type { Role } from "~/kernel/policy";
import { claimsWaitingCount } from "~/modules/claims/queries/claims-waiting-count.server";
import { contentWaitingCount } from "~/modules/content/queries/content-waiting-count.server";
import { casesWaitingCount } from "~/modules/fraud/queries/cases-waiting-count.server";
import { undecidedCount } from "~/modules/fraud/queries/undecided-count.server";
import { type OwnPlace, ownPlaces } from "~/modules/identity/queries/own-places.server";
import type { Ctx } from "~/platform/context.server";

/** A line of the navigation: its address, the word for it (`ui:nav.KEY`) and how much waits there. */
export type NavLine = { to: string; key: NavKey; count?: number; end?: boolean };

export type NavKey =
  | "dashboard"
  | "board"
  | "claims"
  | "profile"
  | "products"
  | "campaigns"
  | "applications"
  | "content"
  | "conversions"
  | "reviews"
  | "imports"
  | "ownReports"
  | "linkHealth"
  | "members"
  | "apiKeys"
  | "sources"
  | "region"
  | "institutions"
  | "recounts"
  | "catalogue"
  | "account"
  | "about";

export type Navigation = {
  home: string;
  user: { name: string; role: Role | null; place: string | null };
  lines: NavLine[];
  secondary: NavLine[];
  /** Whether the person stands among demo data, so that nobody takes it for real. */
  demo: boolean;
};

const ACCOUNT: NavLine = { to: "/akun", key: "account" };
const CATALOGUE: NavLine = { to: "/produk", key: "catalogue" };
const ABOUT: NavLine = { to: "/tentang", key: "about" };

/** The navigation of the signed-in person, by the widest role; null for a visitor. */
export async function navigationOf(ctx: Ctx): Promise<Navigation | null> {
  if (ctx.actor.kind !== "user") return null;
  const places = await ownPlaces(ctx);
  const place = widest(places);
  const { lines, secondary } = await linesOf(ctx, place);
  return {
    home: "/dasbor",
    user: {
      name: ctx.actor.name,
      role: place?.role ?? null,
      place: place?.institution?.name ?? place?.region?.name ?? null,
    },
    lines,
    secondary: [...secondary, ABOUT],
    demo: ctx.actor.email.endsWith("@demo.gaung.id"),
  };
}

/** Widest first: a person with several roles sees the one that shows most. */
const WIDTH: readonly Role[] = [
  "ADMIN",
  "DIRECTORATE",
  "KANWIL",
  "LAPAS_HEAD",
  "LAPAS_PR",
  "PARTNER",
  "INFLUENCER",
];

function widest(places: OwnPlace[]): OwnPlace | null {
  return [...places].sort((a, b) => WIDTH.indexOf(a.role) - WIDTH.indexOf(b.role))[0] ?? null;
}

async function linesOf(
  ctx: Ctx,
  place: OwnPlace | null,
): Promise<{ lines: NavLine[]; secondary: NavLine[] }> {
  switch (place?.role) {
    case "LAPAS_HEAD":
    case "LAPAS_PR":
      return place.institution
        ? lapasLines(ctx, place.role, place.institution)
        : { lines: [], secondary: [ACCOUNT] };
    case "KANWIL":
      return {
        lines: [
          { to: `/dasbor/kanwil/${place.region?.slug}`, key: "region" },
          await casesOfSeveral(ctx),
          CATALOGUE,
          { to: "/brief", key: "board" },
        ],
        secondary: [ACCOUNT],
      };
    case "DIRECTORATE":
    case "ADMIN":
      return {
        lines: [
          { to: "/dasbor/nasional", key: "dashboard", end: true },
          { to: "/admin/upt", key: "institutions" },
          await casesOfSeveral(ctx),
          CATALOGUE,
          { to: "/brief", key: "board" },
        ],
        secondary: [
          { to: "/admin/anggota", key: "members" },
          { to: "/dasbor/nasional/hitung-ulang", key: "recounts" },
          ACCOUNT,
        ],
      };
    case "PARTNER":
      return { lines: [CATALOGUE, { to: "/brief", key: "board" }], secondary: [ACCOUNT] };
    case "INFLUENCER":
      return {
        lines: [
          { to: "/brief", key: "board" },
          { to: "/klaim", key: "claims" },
          { to: "/dasbor/saya", key: "dashboard" },
          { to: "/profil", key: "profile" },
        ],
        secondary: [{ to: "/klaim/impor", key: "ownReports" }, CATALOGUE, ACCOUNT],
      };
    default:
      return { lines: [CATALOGUE], secondary: [ACCOUNT] };
  }
}

const casesOfSeveral = async (ctx: Ctx): Promise<NavLine> => ({
  ...{ to: "/pemeriksaan", key: "reviews" },
  count: await undecidedCount(ctx),
});

async function lapasLines(
  ctx: Ctx,
  role: "LAPAS_HEAD" | "LAPAS_PR",
  institution: NonNullable<OwnPlace["institution"]>,
): Promise<{ lines: NavLine[]; secondary: NavLine[] }> {
  const base = `/lapas/${institution.slug}`;
  const [content, applications, reviews] = await Promise.all([
    contentWaitingCount(ctx, institution.id),
    claimsWaitingCount(ctx, institution.id),
    casesWaitingCount(ctx, institution.id),
  ]);
  return {
    lines: [
      { to: base, key: "dashboard", end: true },
      { to: `${base}/kampanye`, key: "campaigns" },
      { to: `${base}/klaim`, key: "applications", count: applications },
      { to: `${base}/konten`, key: "content", count: content },
      { to: `${base}/konversi`, key: "conversions" },
      { to: `${base}/pemeriksaan`, key: "reviews", count: reviews },
    ],
    secondary: [
      { to: `${base}/impor`, key: "imports" },
      { to: `${base}/produk`, key: "products" },
      { to: `${base}/tautan`, key: "linkHealth" },
      { to: `${base}/anggota`, key: "members" },
      { to: `${base}/sambungan`, key: "sources" },
      ...(role === "LAPAS_HEAD" ? [{ to: `${base}/kunci-api`, key: "apiKeys" } as const] : []),
      ACCOUNT,
    ],
  };
}
