import { expect, it } from "vitest";
import { acceptClaim } from "~/modules/claims/commands/accept-claim.server";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { connectDb, db } from "~/platform/db.server";
import { aCampaign } from "../../factories/campaigns";
import { aClaim } from "../../factories/claims";
import { anInfluencer, type Influencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, officerOf, system } from "../campaigns/world";

const database = useDatabase();

it("gives five slots to exactly five of twenty, when two officers accept everybody at once", async () => {
  const place = await aPlace();
  const { campaignId } = await aCampaign(place.officer, place, { slots: 5 });
  const influencers: Influencer[] = [];
  for (let index = 0; index < 20; index += 1) influencers.push(await anInfluencer(system()));
  // Two officers at two web processes, each with a pool of its own, so that nothing but PostgreSQL keeps order.
  const pools = [connectDb(database.url, 10), connectDb(database.url, 10)] as const;
  try {
    const claims = await Promise.all(
      influencers.map((influencer, index) => {
        const ctx = { ...influencer.ctx, db: pools[index % 2] ?? pools[0] };
        return aClaim({ ...influencer, ctx }, campaignId);
      }),
    );
    const officers = [
      { ...place.officer, db: pools[0] },
      { ...(await officerOf(place, "LAPAS_HEAD")), db: pools[1] },
    ];
    const results = await Promise.allSettled(
      officers.flatMap((officer, turn) =>
        (turn === 0 ? claims : claims.toReversed()).map((claim) => acceptClaim(officer, claim)),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(5);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    }
    const accepted = await db().claim.findMany({ where: { campaignId, status: "ACCEPTED" } });
    expect(accepted).toHaveLength(5);
    expect(await taken(campaignId)).toBe(5);
    expect(await db().outboxMessage.count({ where: { job: "claims.accepted" } })).toBe(5);

    // Whoever withdraws gives back one slot each, also when all do it at once and press twice.
    const reason = "Saya tidak dapat melanjutkan karena pindah kota.";
    const leaving = accepted.flatMap((claim) => {
      const ctx = influencers.find((influencer) => influencer.creatorId === claim.creatorId)?.ctx;
      return ctx ? [ctx, ctx].map((own) => withdrawClaim(own, { claimId: claim.id, reason })) : [];
    });
    const left = await Promise.allSettled(leaving);
    expect(left.filter((result) => result.status === "fulfilled")).toHaveLength(5);
    expect(await taken(campaignId)).toBe(0);
  } finally {
    await Promise.all(pools.map((pool) => pool.$disconnect()));
  }
}, 60_000);

async function taken(campaignId: string): Promise<number> {
  const campaign = await db().campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { slotsTaken: true },
  });
  return campaign.slotsTaken;
}
