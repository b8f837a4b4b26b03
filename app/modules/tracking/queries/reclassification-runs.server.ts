import { z } from "zod";
import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { type Run, runSelect, toRun } from "../internal/reclassification-run.server";
import { VERDICTS, type Verdict } from "../verdict";

/** Clicks that went from one verdict to another; from one to the same where only the reason changed. */
export type VerdictMove = { from: Verdict; to: Verdict; arrivals: number; steps: number };

export type ReclassificationRun = Run & { moves: VerdictMove[] };

const PAGE = 20;

const count = z.bigint().transform(Number);
const moveRows = z.array(
  z.object({
    run: z.string(),
    from: z.enum(VERDICTS),
    to: z.enum(VERDICTS),
    arrivals: count,
    steps: count,
  }),
);

/** The runs that judged clicks anew, the last first, with what each changed. @throws AppError `forbidden`, `malformed` */
export async function reclassificationRuns(
  ctx: Ctx,
  { cursor = null }: { cursor?: string | null } = {},
): Promise<Page<ReclassificationRun>> {
  ctx.authorize("report.nation");
  const after = decodeCursor(cursor);
  if (after && !isId(after[1])) throw new AppError("malformed", "cursor holds no run");
  const rows = await ctx.db.reclassification.findMany({
    where: after ? { id: { lt: after[1] } } : {},
    // The id holds the time.
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: runSelect,
  });
  const page = toPage(rows, PAGE, ({ id }) => [null, id]);
  const moves = await movesOf(
    ctx,
    page.rows.map(({ id }) => id),
  );
  return {
    next: page.next,
    rows: page.rows.map((row) => ({ ...toRun(row), moves: moves.get(row.id) ?? [] })),
  };
}

async function movesOf(ctx: Ctx, runs: readonly string[]): Promise<Map<string, VerdictMove[]>> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT reclassification_id::text AS run, from_verdict::text AS "from", to_verdict::text AS "to",
      coalesce(sum(clicks) FILTER (WHERE step = 0), 0)::bigint AS arrivals,
      coalesce(sum(clicks) FILTER (WHERE step > 0), 0)::bigint AS steps
    FROM reclassification_change WHERE reclassification_id = ANY(${runs}::uuid[])
    GROUP BY 1, 2, 3 ORDER BY sum(clicks) DESC, 2, 3`);
  const moves = new Map<string, VerdictMove[]>();
  for (const { run, ...move } of moveRows.parse(found)) moves.set(run, [...(moves.get(run) ?? []), move]);
  return moves;
}
