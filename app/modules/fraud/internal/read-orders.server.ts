import { hashBuyer } from "~/modules/tracking/buyer-hash.server";
import { timeOfId } from "~/modules/tracking/click";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { CreditedOrder, KnownBuyers } from "../order-rules";
import { DAY_MS } from "../thresholds";

export type ClaimedOrder = CreditedOrder & {
  institutionId: string;
  creatorId: string;
  couponCode: string | null;
};

const select = {
  share: true,
  claimId: true,
  claim: { select: { creatorId: true } },
  conversion: {
    select: {
      id: true,
      orderId: true,
      institutionId: true,
      occurredAt: true,
      evidenceGrade: true,
      buyerHash: true,
      clickId: true,
      couponCode: true,
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
  const clickIds = rows.flatMap(({ conversion }) => conversion.clickId ?? []);
  const staff = await staffClicks(ctx, clickIds);
  return rows.map((row) => toOrder(row, staff));
}

/** A claim's measured orders of a month and the one before that came by a click, at most a thousand. */
export async function readClickOrders(ctx: Ctx, claimId: string): Promise<CreditedOrder[]> {
  const since = new Date(ctx.clock.now().getTime() - 62 * DAY_MS);
  const rows = await ctx.db.conversionCredit.findMany({
    where: {
      claimId,
      share: { gt: 0 },
      occurredAt: { gte: since },
      conversion: { ...LIVE, evidenceGrade: "MEASURED", clickId: { not: null } },
    },
    select,
    orderBy: [{ occurredAt: "desc" }, { conversionId: "desc" }],
    take: 1_000,
  });
  return rows.map((row) => toOrder(row, new Set()));
}

type Row = Prisma.ConversionCreditGetPayload<{ select: typeof select }>;

function toOrder({ claimId, claim, conversion }: Row, staff: ReadonlySet<string>): ClaimedOrder {
  const { id, orderId, institutionId, occurredAt, evidenceGrade, buyerHash, clickId, couponCode } =
    conversion;
  return {
    ...{ conversionId: id, orderId, institutionId, occurredAt, buyerHash, couponCode, claimId },
    creatorId: claim.creatorId,
    measured: evidenceGrade === "MEASURED",
    click: clickId === null ? null : { at: new Date(timeOfId(clickId)), staff: staff.has(clickId) },
  };
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
        affiliates: { select: { network: true, username: true } },
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
    creators.map(({ id, whatsapp, user, affiliates }) => {
      const own: [string | null, "SHOPEE" | "TIKTOK" | "EMAIL" | "WHATSAPP"][] = [
        [hash(user.email), "EMAIL"],
        ...phoneForms(whatsapp).map((text) => [hash(text), "WHATSAPP"] as [string | null, "WHATSAPP"]),
        ...affiliates.map(
          ({ network, username }) => [hash(username), network] as [string | null, typeof network],
        ),
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
