import { AppError } from "~/kernel/app-error";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { type CaseStatus, type Turn, turnOf } from "../fraud";
import type { CaseFilters } from "../fraud.schemas";
import { type HeldSum, heldSums, NOTHING_HELD } from "../internal/held-sums.server";
import { readableCases } from "../internal/readable-cases.server";
import type { SignalKind } from "../signals";

export type CaseListRow = {
  id: string;
  status: CaseStatus;
  openedAt: Date;
  turn: Turn;
  institution: { slug: string; name: string; timeZone: Zone };
  influencer: string;
  campaign: string;
  kinds: SignalKind[];
  held: HeldSum;
};

export const CASES_PAGE = 30;

type Input = {
  /** Of which; null: of all that the person may read. */
  institution: { id: string; regionId: string } | null;
  filters: CaseFilters;
  cursor: string | null;
  limit?: number;
};

/** The cases of an institution, or of all in one's reach: the newest first, or those that are due first. */
export async function caseList(ctx: Ctx, input: Input): Promise<Page<CaseListRow>> {
  const { institution, filters, limit = CASES_PAGE } = input;
  const place = placeOf(ctx, institution);
  const byDue = filters.sort === "due";
  const rows = await ctx.db.fraudCase.findMany({
    where: {
      AND: [place, narrowed(filters, institution === null), after(input.cursor, byDue)],
    },
    select: {
      ...{ id: true, status: true, openedAt: true, dueAt: true, answeredAt: true },
      institution: { select: { slug: true, name: true, timeZone: true } },
      signals: { select: { kind: true }, orderBy: [{ strength: "desc" }, { id: "asc" }] },
      claim: {
        select: { creator: { select: { displayName: true } }, campaign: { select: { title: true } } },
      },
    },
    orderBy: byDue ? [{ dueAt: "asc" }, { id: "asc" }] : [{ openedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = toPage(rows, limit, (row) => [(byDue ? row.dueAt : row.openedAt).toISOString(), row.id]);
  const held = await heldSums(
    ctx,
    page.rows.map(({ id }) => id),
  );
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      ...{ id: row.id, status: row.status, openedAt: row.openedAt, turn: turnOf(row) },
      institution: { ...row.institution, timeZone: asZone(row.institution.timeZone) },
      influencer: row.claim.creator.displayName,
      campaign: row.claim.campaign.title,
      kinds: [...new Set(row.signals.map(({ kind }) => kind))],
      held: held.get(row.id) ?? NOTHING_HELD,
    })),
  };
}

function placeOf(ctx: Ctx, institution: Input["institution"]): Prisma.FraudCaseWhereInput {
  if (!institution) return readableCases(ctx.visible("fraud.read"));
  ctx.authorize("fraud.read", { institutionId: institution.id, regionId: institution.regionId });
  return { institutionId: institution.id };
}

function narrowed({ q, status, region }: CaseFilters, several: boolean): Prisma.FraudCaseWhereInput {
  const inCase = { searchText: { contains: q.toLowerCase() } };
  const inPlace = { institution: { name: { contains: q, mode: "insensitive" as const } } };
  return {
    ...(status ? { status } : {}),
    ...(q === "" ? {} : several ? { OR: [inCase, inPlace] } : inCase),
    ...(several && region ? { institution: { region: { slug: region } } } : {}),
  };
}

function after(text: string | null, byDue: boolean): Prisma.FraudCaseWhereInput {
  const cursor = decodeCursor(text);
  if (!cursor) return {};
  const at = new Date(String(cursor[0]));
  if (Number.isNaN(at.getTime())) throw new AppError("malformed", "cursor holds no time");
  const id = cursor[1];
  return byDue
    ? { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }] }
    : { OR: [{ openedAt: { lt: at } }, { openedAt: at, id: { lt: id } }] };
}
