import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { SheetAside } from "../find-report";
import { FILE_LIFE_HOURS, type ImportStatus, type OutcomeCounts } from "../import";
import { authorizeRead, type ImportOwner, ownedBy } from "../owner";
import { isPersonalHeader } from "../personal-columns";
import type { Grain, ReportDefinition, ReportKind } from "../report";
import { REPORTS } from "../reports/all";
import {
  countsOf,
  type Effect,
  type StoredCandidate,
  type StoredRefusal,
  storedCandidates,
  storedColumns,
  storedDays,
  storedEffect,
  storedRefusal,
  storedSheetsAside,
} from "../stored-import";
import type { DayOrder } from "../times";

export type ImportDetail = {
  id: string;
  status: ImportStatus;
  report: ReportKind | null;
  grain: Grain | null;
  fileName: string;
  fileBytes: number;
  /** Encoding and delimiter, or the name of the sheet that was read. */
  detail: string | null;
  sheetsAside: SheetAside[];
  createdAt: Date;
  /** When the marketplace knew what the file says, as far as can be told. */
  reportedAt: Date;
  expiresAt: Date;
  uploadedBy: string;
  rows: number;
  share: number;
  stopped: boolean;
  counts: OutcomeCounts;
  effect: Effect;
  refusal: StoredRefusal | null;
  appliedAt: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
  pruned: boolean;
  period: { from: Date; to: Date } | null;
  /** What the columns were taken for, as far as a person may want to know. */
  columns: ColumnNotes;
  question: Question | null;
  /** An applied import of the very same bytes. */
  same: { id: string; fileName: string; appliedAt: Date } | null;
};

export type ColumnNotes = {
  guessed: { header: string; column: string }[];
  unknown: string[];
  personal: string[];
  days: { header: string; order: DayOrder | null; by: "file" | "report" }[];
};

/** What a person is asked, or may add. */
export type Question = {
  candidates: StoredCandidate[];
  /** Fields that must be pointed out, and those that may be. */
  missing: string[];
  further: string[];
  /** The file's columns that hold nothing known. */
  free: string[];
  period: boolean;
};

const select = {
  ...{
    id: true,
    status: true,
    report: true,
    fileName: true,
    fileBytes: true,
    sha256: true,
    storageKey: true,
  },
  ...{
    detail: true,
    sheetsAside: true,
    headers: true,
    columns: true,
    candidates: true,
    days: true,
    periodFrom: true,
  },
  ...{ periodTo: true, refusal: true, share: true, failedAt: true, rows: true, counts: true, applied: true },
  ...{
    createdAt: true,
    reportedAt: true,
    appliedAt: true,
    endedAt: true,
    endedById: true,
    endReason: true,
    prunedAt: true,
  },
  uploadedBy: { select: { name: true } },
} as const;

/** One import with all that its page shows. @throws AppError `not_found` for somebody else's */
export async function importDetail(
  ctx: Ctx,
  { owner, importId }: { owner: ImportOwner; importId: string | undefined },
): Promise<ImportDetail> {
  authorizeRead(ctx, owner);
  const found = isId(importId)
    ? await ctx.db.reportImport.findFirst({ where: { id: importId, ...ownedBy(owner) }, select })
    : null;
  if (!found) throw new AppError("not_found", `no import ${importId} of this owner`);
  const definition = found.report ? REPORTS[found.report] : null;
  const headers = Array.isArray(found.headers) ? found.headers.map(String) : [];
  const matched = storedColumns.parse(found.columns ?? []);
  const taken = new Set(matched.map(({ index }) => index));
  const free = headers.filter(
    (header, index) => header !== "" && !taken.has(index) && !isPersonalHeader(header),
  );
  const [endedBy, same] = await Promise.all([nameOf(ctx, found.endedById), sameFile(ctx, owner, found)]);
  return {
    ...{ id: found.id, status: found.status, report: found.report, grain: definition?.grain ?? null },
    ...{ fileName: found.fileName, fileBytes: Number(found.fileBytes), detail: found.detail },
    sheetsAside: storedSheetsAside.parse(found.sheetsAside ?? []),
    ...{
      createdAt: found.createdAt,
      reportedAt: found.reportedAt,
      uploadedBy: found.uploadedBy.name,
      rows: found.rows,
      share: found.share,
    },
    expiresAt: new Date(found.createdAt.getTime() + FILE_LIFE_HOURS * 3_600_000),
    stopped: found.failedAt !== null,
    counts: countsOf(found.counts),
    effect: storedEffect.parse(found.applied ?? {}),
    refusal: found.refusal === null ? null : storedRefusal.parse(found.refusal),
    ...{ appliedAt: found.appliedAt, endedAt: found.endedAt, endedBy, endReason: found.endReason },
    pruned: found.prunedAt !== null,
    period: found.periodFrom && found.periodTo ? { from: found.periodFrom, to: found.periodTo } : null,
    columns: {
      guessed: matched.flatMap(({ by, header, column }) =>
        by === "typo" || by === "hand" ? [{ header, column }] : [],
      ),
      unknown: free,
      personal: matched.flatMap(({ column, header }) => (personalOf(definition, column) ? [header] : [])),
      days: storedDays.parse(found.days ?? []).map(({ header, order, by }) => ({ header, order, by })),
    },
    question: found.storageKey ? questionOf(found, definition, matched, free) : null,
    same,
  };
}

type Found = {
  status: ImportStatus;
  candidates: unknown;
  periodFrom: Date | null;
};

function questionOf(
  found: Found,
  definition: ReportDefinition | null,
  matched: { field: string | null }[],
  free: string[],
): Question | null {
  if (found.status !== "NEEDS_INPUT" && found.status !== "READY") return null;
  const fields = new Set(matched.map(({ field }) => field));
  const open = (definition?.columns ?? []).flatMap(({ field, needed }) =>
    field && !fields.has(field) ? [{ field, needed: needed === true }] : [],
  );
  return {
    candidates: storedCandidates.parse(found.candidates ?? []),
    missing: open.flatMap(({ field, needed }) => (needed ? field : [])),
    further: open.flatMap(({ field, needed }) => (needed ? [] : field)),
    free,
    period: definition !== null && definition.grain !== "order" && !definition.ownPeriod && !found.periodFrom,
  };
}

function personalOf(definition: ReportDefinition | null, column: string): boolean {
  return definition?.columns.some(({ header, personal }) => header === column && personal) ?? false;
}

async function nameOf(ctx: Ctx, userId: string | null): Promise<string | null> {
  if (!userId) return null;
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { name: true } });
  return user?.name ?? null;
}

async function sameFile(ctx: Ctx, owner: ImportOwner, { id, sha256 }: { id: string; sha256: string }) {
  const found = await ctx.db.reportImport.findFirst({
    where: { ...ownedBy(owner), sha256, status: "APPLIED", id: { not: id } },
    select: { id: true, fileName: true, appliedAt: true },
    orderBy: { appliedAt: "desc" },
  });
  return found?.appliedAt ? { id: found.id, fileName: found.fileName, appliedAt: found.appliedAt } : null;
}
