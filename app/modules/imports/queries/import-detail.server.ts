import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { columnChoices, type FieldChoice } from "../column-choices";
import type { SheetAside } from "../find-report";
import { FILE_LIFE_HOURS, type ImportStatus, type OutcomeCounts } from "../import";
import { type Author, authorsOf, learntBy } from "../internal/mappings.server";
import { authorizeRead, type ImportOwner, ownedBy } from "../owner";
import { isPersonalHeader } from "../personal-columns";
import type { MatchedColumn } from "../recognise";
import { type Grain, REPORT_KINDS, type ReportDefinition, type ReportKind } from "../report";
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
  read: ReadColumn[];
  /** Known, and not read. */
  passed: string[];
  unknown: string[];
  personal: string[];
  days: { header: string; order: DayOrder | null; by: "file" | "report" }[];
};

/** A column that is read: what the report calls it, and how it was told to be it. */
export type ReadColumn = {
  header: string;
  column: string;
  field: string;
  by: MatchedColumn["by"];
  /** Who pointed it out, where it is remembered. */
  author: Author | null;
};

/** What a person is asked, or may say otherwise. */
export type Question = {
  candidates: StoredCandidate[];
  /** Reports that it may be besides, which nothing in it speaks for. */
  others: ReportKind[];
  /** Fields whose column is not beyond doubt, and the columns that may hold them. */
  fields: FieldChoice[];
  columns: string[];
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
  const [endedBy, same, authors] = await Promise.all([
    nameOf(ctx, found.endedById),
    sameFile(ctx, owner, found),
    found.report ? authorsOf(ctx.db, owner.id, found.report) : new Map<string, Author>(),
  ]);
  const open = found.storageKey !== null && (found.status === "NEEDS_INPUT" || found.status === "READY");
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
      read: matched.flatMap(({ by, header, column, field }) => {
        if (field === null || personalOf(definition, column)) return [];
        return { header, column, field, by, author: by === "hand" ? (authors.get(field) ?? null) : null };
      }),
      passed: matched.flatMap(({ field, header, column }) =>
        field === null && !personalOf(definition, column) ? header : [],
      ),
      unknown: free,
      personal: matched.flatMap(({ column, header }) => (personalOf(definition, column) ? [header] : [])),
      days: storedDays.parse(found.days ?? []).map(({ header, order, by }) => ({ header, order, by })),
    },
    question: open ? await questionOf(ctx, owner, found, { definition, headers }) : null,
    same,
  };
}

type Found = { candidates: unknown; periodFrom: Date | null };

async function questionOf(
  ctx: Ctx,
  owner: ImportOwner,
  found: Found,
  { definition, headers }: { definition: ReportDefinition | null; headers: string[] },
): Promise<Question> {
  const candidates = storedCandidates
    .parse(found.candidates ?? [])
    .filter(({ kind }) => mayBring(owner, kind));
  const likely = new Set(candidates.map(({ kind }) => kind));
  const learnt = definition ? (await learntBy(ctx.db, owner.id))[definition.kind] : [];
  const { fields, columns } = definition
    ? columnChoices(definition.kind, headers, learnt)
    : { fields: [], columns: [] };
  return {
    ...{ candidates, fields, columns },
    others: REPORT_KINDS.filter((kind) => !likely.has(kind) && mayBring(owner, kind)),
    period: definition !== null && definition.grain !== "order" && !definition.ownPeriod && !found.periodFrom,
  };
}

function mayBring({ kind }: ImportOwner, report: ReportKind): boolean {
  return kind === "institution" || REPORTS[report].affiliates === true;
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
