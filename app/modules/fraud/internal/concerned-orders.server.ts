import { firstIdAt } from "~/modules/tracking/click";
import type { Prisma, Tx } from "~/platform/db.server";
import { type Concern, concernOf, factsSchema } from "../signals";

const LIVE = { conversion: { withdrawnAt: null, status: { not: "REVERSED" } } } as const;

/** The most orders that one case holds. */
const MOST = 5_000;

/** A claim's orders that signals concern. */
export async function concernedOrders(
  tx: Pick<Tx, "conversionCredit">,
  claimId: string,
  signals: readonly { facts: Prisma.JsonValue }[],
): Promise<string[]> {
  if (signals.length === 0) return [];
  const concerns = signals.map(({ facts }) => concernOf(factsSchema.parse(facts)));
  const rows = await tx.conversionCredit.findMany({
    where: { claimId, share: { gt: 0 }, AND: LIVE, OR: concerns.map(whereOf) },
    select: { conversionId: true },
    orderBy: { conversionId: "asc" },
    take: MOST,
  });
  return rows.map(({ conversionId }) => conversionId);
}

/** A shop's clock and ours differ, and a link's visitors order within the hour after: for orders whose click nobody knows. */
const AFTER_MS = 3_600_000;

function whereOf(concern: Concern): Prisma.ConversionCreditWhereInput {
  if ("orders" in concern) return { conversionId: { in: concern.orders } };
  if ("all" in concern) return {};
  if ("couponFrom" in concern) {
    return {
      occurredAt: { gte: concern.couponFrom, lt: concern.until },
      conversion: { couponCode: { not: null } },
    };
  }
  const { linkId, from, until } = concern;
  return {
    linkId,
    OR: [
      { conversion: { clickId: { gte: firstIdAt(from.getTime()), lt: firstIdAt(until.getTime()) } } },
      {
        conversion: { clickId: null, couponCode: null },
        occurredAt: { gte: from, lt: new Date(until.getTime() + AFTER_MS) },
      },
    ],
  };
}
