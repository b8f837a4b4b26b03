import { AppError } from "~/kernel/app-error";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { ImportStatus, OutcomeCounts } from "../import";
import type { ImportSearch, ImportSort } from "../import-search";
import { authorizeRead, type ImportOwner, ownedBy } from "../owner";
import type { ReportKind } from "../report";
import { countsOf } from "../stored-import";

export type ImportListRow = {
  id: string;
  fileName: string;
  report: ReportKind | null;
  status: ImportStatus;
  stopped: boolean;
  rows: number;
  counts: OutcomeCounts;
  createdAt: Date;
  uploadedBy: string;
};

export const LIST_PAGE = 20;

/** An owner's imports. */
export async function importList(
  ctx: Ctx,
  { owner, search, cursor }: { owner: ImportOwner; search: ImportSearch; cursor: string | null },
): Promise<Page<ImportListRow>> {
  authorizeRead(ctx, owner);
  const { key, direction } = search.sort;
  const rows = await ctx.db.reportImport.findMany({
    where: {
      ...ownedBy(owner),
      ...(search.status ? { status: search.status } : {}),
      ...(search.report ? { report: search.report } : {}),
      ...(search.q === "" ? {} : { fileName: { contains: search.q, mode: "insensitive" } }),
      ...after(search.sort, cursor),
    },
    select: {
      ...{ id: true, fileName: true, report: true, status: true, failedAt: true, rows: true, counts: true },
      ...{ createdAt: true, uploadedBy: { select: { name: true } } },
    },
    orderBy: [{ [key]: direction }, { id: direction }],
    take: LIST_PAGE + 1,
  });
  const page = toPage(rows, LIST_PAGE, (row) => {
    const value = row[key];
    return [value instanceof Date ? value.toISOString() : value, row.id];
  });
  return {
    next: page.next,
    rows: page.rows.map(({ failedAt, uploadedBy, counts, ...row }) => ({
      ...row,
      stopped: failedAt !== null,
      counts: countsOf(counts),
      uploadedBy: uploadedBy.name,
    })),
  };
}

function after({ key, direction }: ImportSort, text: string | null): Prisma.ReportImportWhereInput {
  const cursor = decodeCursor(text);
  if (!cursor) return {};
  const value = key === "createdAt" ? new Date(String(cursor[0])) : cursor[0];
  const wrong =
    value instanceof Date
      ? Number.isNaN(value.getTime())
      : typeof value !== (key === "rows" ? "number" : "string");
  if (wrong) throw new AppError("malformed", "cursor of another order");
  const beyond = direction === "desc" ? "lt" : "gt";
  return { AND: { OR: [{ [key]: { [beyond]: value } }, { [key]: value, id: { [beyond]: cursor[1] } }] } };
}
