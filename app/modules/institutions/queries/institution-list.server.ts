import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { InstitutionClass, InstitutionKind } from "../institution";
import { visibleInstitutions } from "../internal/visible-institutions.server";

export type InstitutionListInput = {
  search?: string | undefined;
  regionId?: string | undefined;
  cursor?: string | null | undefined;
  limit?: number;
};

export type InstitutionListRow = {
  id: string;
  slug: string;
  name: string;
  kind: InstitutionKind;
  class: InstitutionClass | null;
  city: string;
  timeZone: string;
  isDemo: boolean;
  region: { id: string; name: string };
  productCount: number;
  flagshipName: string | null;
};

const select = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  class: true,
  city: true,
  timeZone: true,
  isDemo: true,
  region: { select: { id: true, name: true } },
  flagship: { select: { product: { select: { name: true } } } },
  _count: { select: { products: { where: { status: { not: "ARCHIVED" } } } } },
} satisfies Prisma.InstitutionSelect;

/** The institutions that the actor sees, by name, with their number of products and their flagship. */
export async function institutionList(
  ctx: Ctx,
  input: InstitutionListInput,
): Promise<Page<InstitutionListRow>> {
  const visibility = ctx.visible("institution.read");
  const limit = input.limit ?? 30;
  const cursor = decodeCursor(input.cursor);
  const conditions: Prisma.InstitutionWhereInput[] = [visibleInstitutions(visibility)];
  if (input.regionId) conditions.push({ regionId: input.regionId });
  const search = input.search?.trim();
  if (search) {
    const contains = { contains: search, mode: "insensitive" as const };
    conditions.push({ OR: [{ name: contains }, { city: contains }, { slug: contains }] });
  }
  // Names are unique, so the name alone is the key of the page.
  if (cursor) conditions.push({ name: { gt: String(cursor[0]) } });
  const rows = await ctx.db.institution.findMany({
    where: { AND: conditions },
    select,
    orderBy: { name: "asc" },
    take: limit + 1,
  });
  return toPage(
    rows.map(({ _count, flagship, ...row }) => ({
      ...row,
      productCount: _count.products,
      flagshipName: flagship?.product.name ?? null,
    })),
    limit,
    (row) => [row.name, row.id],
  );
}
