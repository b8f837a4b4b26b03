import { hashBuyer } from "~/modules/tracking/buyer-hash.server";
import { timeOfId } from "~/modules/tracking/click";
import { storedEvidenceSchema } from "~/modules/tracking/order-report";
import { storedAttributionSchema } from "~/modules/tracking/stored-attribution";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { CreditedOrder, KnownBuyers, Touch } from "../order-rules";
import { DAY_MS } from "../thresholds";

export type ClaimedOrder = CreditedOrder & {
  institutionId: string;
  creatorId: string;
  couponCode: string | null;
};

const select = {
  claimId: true,
  claim: { select: { creatorId: true } },
  conversion: {
    select: {
      ...{ id: true, orderId: true, institutionId: true, occurredAt: true, evidenceGrade: true },
      ...{ buyerHash: true, couponCode: true, attribution: true },
      // Shops that were there as it happened are compared by the order itself.
      reports: { where: { undoneAt: null, grade: "IMPORTED" }, select: { occurredAt: true, evidence: true } },
    },
  },
} as const;

const LIVE = { withdrawnAt: null, status: { not: "REVERSED" } } as const;

/** Orders as the rules look at them, one for each claim that is credited. Reversed ones are left out. */
export async function readOrders(ctx: Ctx, conversionIds: readonly string[]): Promise<ClaimedOrder[]> {
  const rows = await ctx.db.conversionCredit.findMany({
    where: { conversionId: { in: [...conversionIds] }, share: { gt: 0 }, conversion: LIVE },
    select,
    orderBy: [{ conversionId: "asc" }, { claimId: "asc" }],
  });
  const orders = rows.map((row) => ({ row, clues: cluesOf(row) }));
  const staff = await staffClicks(
    ctx,
    orders.flatMap(({ clues }) => ownClicks(clues)),
  );
  return orders.map(({ row, clues }) => toOrder(row, clues, staff));
}

/** A claim's orders of a month and the one before of which a click is known, at most a thousand. */
export async function readClickOrders(ctx: Ctx, claimId: string): Promise<CreditedOrder[]> {
  const since = new Date(ctx.clock.now().getTime() - 62 * DAY_MS);
  const ids = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT credit.conversion_id AS id
    FROM conversion_credit credit JOIN conversion c ON c.id = credit.conversion_id
    WHERE credit.claim_id = ${claimId}::uuid AND credit.share > 0 AND credit.occurred_at >= ${since}
      AND c.withdrawn_at IS NULL AND c.status <> 'REVERSED' AND jsonb_path_exists(c.attribution,
        '$.candidates[*] ? (@.claimId == $claim && @.kind != "coupon" && @.at != null)',
        jsonb_build_object('claim', ${claimId}::text))
    ORDER BY credit.occurred_at DESC, credit.conversion_id DESC LIMIT 1000`;
  const rows = await ctx.db.conversionCredit.findMany({
    where: { claimId, conversionId: { in: ids.map(({ id }) => id) } },
    select,
  });
  return rows.map((row) => toOrder(row, cluesOf(row), new Set()));
}

type Row = Prisma.ConversionCreditGetPayload<{ select: typeof select }>;

function toOrder(
  { claimId, claim, conversion }: Row,
  clues: readonly Clue[],
  staff: ReadonlySet<string>,
): ClaimedOrder {
  const { id, orderId, institutionId, occurredAt, buyerHash, couponCode } = conversion;
  const own = ownClicks(clues).find((click) => staff.has(click));
  return {
    ...{ conversionId: id, orderId, institutionId, occurredAt, buyerHash, couponCode, claimId },
    creatorId: claim.creatorId,
    ownClickAt: own === undefined ? null : new Date(timeOfId(own)),
    touches: touchesOf(conversion, clues),
  };
}

type Clue = ReturnType<typeof cluesOf>[number];

/** What may have brought the order by this claim at a known time, whether or not it won: a coupon may have outranked it. */
function cluesOf({ claimId, conversion }: Row) {
  return storedAttributionSchema
    .parse(conversion.attribution)
    .candidates.flatMap(({ kind, reference, outcome, claimId: of, at }) => {
      const counts = of === claimId && kind !== "coupon" && outcome !== "expired" && outcome !== "after";
      return counts && at !== null ? [{ kind, reference, at: new Date(at) }] : [];
    });
}

const ownClicks = (clues: readonly Clue[]) =>
  clues.flatMap(({ kind, reference }) => (kind === "click" ? [reference] : []));

/**
 * Times that can be compared: of our own clicks with the order's where its shop told of it as it happened; else those of
 * a report that names both, the click by its own time or by a click of ours.
 */
function touchesOf(conversion: Row["conversion"], clues: readonly Clue[]): Touch[] {
  const { occurredAt: orderedAt, evidenceGrade, reports } = conversion;
  const clicks = evidenceGrade === "MEASURED" ? clues.filter(({ kind }) => kind === "click") : [];
  const reported = reports.flatMap(({ occurredAt: stated, evidence }) => {
    const { clickedAt, orderedAt: told } = storedEvidenceSchema.parse(evidence);
    const ordered = told === undefined ? stated : new Date(told);
    const known = clues.some(({ kind, at }) => kind !== "click" && at.toISOString() === clickedAt);
    return known && clickedAt && ordered ? [{ clickedAt: new Date(clickedAt), orderedAt: ordered }] : [];
  });
  return [...clicks.map(({ at }) => ({ clickedAt: at, orderedAt })), ...reported];
}

async function staffClicks(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db.click.findMany({
    where: { id: { in: [...ids] }, verdict: "STAFF" },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * Hashes of the accounts that influencers gave of themselves, and of the officers of one Lapas, as its buyers' hashes
 * are made. Only what they gave us for other reasons; nothing is looked up elsewhere.
 */
export async function readKnownBuyers(
  ctx: Ctx,
  institutionId: string,
  creatorIds: readonly string[],
): Promise<Map<string, KnownBuyers>> {
  const [creators, members] = await Promise.all([
    ctx.db.creator.findMany({
      where: { id: { in: [...creatorIds] } },
      select: {
        id: true,
        userId: true,
        whatsapp: true,
        user: { select: { email: true } },
        // Also names that they went by before: a change of name is no way out.
        accountNames: { select: { network: true, name: true } },
      },
    }),
    ctx.db.membership.findMany({
      where: { institutionId, endedAt: null },
      select: { userId: true, user: { select: { email: true } } },
    }),
  ]);
  const hash = (text: string) => hashBuyer(institutionId, text);
  const officers = new Map<string, string>();
  for (const { userId, user } of members) {
    const hashed = hash(user.email);
    if (hashed) officers.set(hashed, userId);
  }
  return new Map(
    creators.map(({ id, whatsapp, user, accountNames }) => {
      const own: [string | null, "SHOPEE" | "TIKTOK" | "EMAIL" | "WHATSAPP"][] = [
        [hash(user.email), "EMAIL"],
        ...phoneForms(whatsapp).map((text) => [hash(text), "WHATSAPP"] as [string | null, "WHATSAPP"]),
        ...accountNames.map(({ network, name }) => [hash(name), network] as [string | null, typeof network]),
      ];
      const known = own.flatMap(([hashed, account]) => (hashed ? [[hashed, account] as const] : []));
      return [id, { own: new Map(known), officers }];
    }),
  );
}

/** A telephone number as shops write it: 62812…, +62812… and 0812…. */
function phoneForms(whatsapp: string | null): string[] {
  const digits = whatsapp?.replaceAll(/\D/g, "") ?? "";
  if (digits === "") return [];
  const national = digits.startsWith("62") ? [`0${digits.slice(2)}`] : [];
  return [digits, `+${digits}`, ...national];
}
