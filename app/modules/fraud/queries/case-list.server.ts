import { AppError } from "~/kernel/app-error";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { type CaseStatus, type Turn, turnOf } from "../fraud";
import type { CaseFilters } from "../fraud.schemas";
import { type HeldSum, heldSums, NOTHING_HELD } from "../internal/held-sums.server";
import type { SignalKind } from "../signals";

export type CaseListRow = {
  id: string;
  status: CaseStatus;
  openedAt: Date;
  turn: Turn;
  influencer: string;
  campaign: string;
  kinds: SignalKind[];
  held: HeldSum;
};

export const CASES_PAGE = 30;

type Input = {
  institution: { id: string; regionId: string };
  filters: CaseFilters;
  cursor: string | null;
  limit?: number;
};

/** An institution's cases: the newest first, or those that are due first. */
export async function caseList(ctx: Ctx, input: Input): Promise<Page<CaseListRow>> {
  const { institution, filters, limit = CASES_PAGE } = input;
  ctx.authorize("fraud.read", { institutionId: institution.id, regionId: institution.regionId });
  const byDue = filters.sort === "due";
  const rows = await ctx.db.fraudCase.findMany({
    where: {
      institutionId: institution.id,
      ...(filters.status ? { status: filters.status } : {}),
      ...(filters.q === "" ? {} : { searchText: { contains: filters.q.toLowerCase() } }),
      ...after(input.cursor, byDue),
    },
    select: {
      ...{ id: true, status: true, openedAt: true, dueAt: true, answeredAt: true },
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
      influencer: row.claim.creator.displayName,
      campaign: row.claim.campaign.title,
      kinds: [...new Set(row.signals.map(({ kind }) => kind))],
      held: held.get(row.id) ?? NOTHING_HELD,
    })),
  };
}

function after(text: string | null, byDue: boolean): Prisma.FraudCaseWhereInput {
  const cursor = decodeCursor(text);
  if (!cursor) return {};
  const at = new Date(String(cursor[0]));
  if (Number.isNaN(at.getTime())) throw new AppError("malformed", "cursor holds no time");
  const id = cursor[1];
  return byDue
    ? { AND: { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }] } }
    : { AND: { OR: [{ openedAt: { lt: at } }, { openedAt: at, id: { lt: id } }] } };
}
