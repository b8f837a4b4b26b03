import { expect, it } from "vitest";
import { connectDb, db } from "~/platform/db.server";
import { aDecision, aDraftVersion } from "../../factories/content";
import { useDatabase } from "../../setup/database";
import { officerOf } from "../campaigns/world";
import { aScene } from "./world";

const database = useDatabase();

it("takes the first of many decisions made at the same time, and tells the others", async () => {
  const { place, influencer, deliverableId } = await aScene();
  const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
  // Officers at two web processes, each with a pool of its own, so that nothing but PostgreSQL keeps order.
  const pools = [connectDb(database.url, 6), connectDb(database.url, 6)] as const;
  try {
    const officers = [place.officer, await officerOf(place, "LAPAS_HEAD")];
    const outcomes = ["APPROVED", "REVISION_REQUESTED", "REJECTED"] as const;
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => {
        const officer = officers[index % 2] ?? place.officer;
        const ctx = { ...officer, db: pools[index % 2] ?? pools[0] };
        return aDecision(ctx, draftVersionId, outcomes[index % 3]);
      }),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      expect(result.reason).toMatchObject({
        code: "conflict",
        userMessage: { key: "content:error.decidedAlready" },
      });
    }
    const decision = await db().reviewDecision.findUniqueOrThrow({ where: { draftVersionId } });
    const deliverable = await db().deliverable.findUniqueOrThrow({ where: { id: deliverableId } });
    expect(deliverable.status).toBe(decision.outcome);
    expect(await db().outboxMessage.count({ where: { job: "content.draftDecided" } })).toBe(1);
  } finally {
    await Promise.all(pools.map((pool) => pool.$disconnect()));
  }
}, 60_000);
