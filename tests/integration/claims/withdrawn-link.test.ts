import { beforeEach, expect, it } from "vitest";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { closeLinks } from "~/modules/tracking/commands/close-links.server";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { useDatabase } from "../../setup/database";
import { aPlace, jobs, system } from "../campaigns/world";

useDatabase({ resetEach: true });

const reason = "Saya pindah kota dan tidak dapat melanjutkan.";
let tracked: TrackedLink;

beforeEach(async () => {
  tracked = await aTrackedLink(system(), await aPlace());
});

const linkStatus = async () =>
  (await db().referralLink.findUniqueOrThrow({ where: { id: tracked.linkId } })).status;

it("closes the links of a withdrawn claim once, and leaves one alone that is not withdrawn", async () => {
  const { claimId } = tracked;
  expect(await closeLinks(system(), { claimId })).toEqual({ closed: 0 });
  await withdrawClaim(tracked.influencer.ctx, { claimId, reason });
  expect((await jobs()).at(-1)).toEqual({ job: "claims.withdrawn", payload: { claimId } });
  // One to the product's page, one to its shop.
  expect(await closeLinks(system(), { claimId })).toEqual({ closed: 2 });
  expect(await closeLinks(system(), { claimId })).toEqual({ closed: 0 });
  expect(await linkStatus()).toBe("CLOSED");
});

it("keeps the link of content that is approved", async () => {
  const { claimId } = tracked;
  await db().deliverable.create({
    data: {
      claimId,
      key: "instagram-reel#1",
      platform: "INSTAGRAM",
      format: "reel",
      dueAt: new Date(),
      status: "APPROVED",
    },
  });
  await withdrawClaim(tracked.influencer.ctx, { claimId, reason });
  expect(await closeLinks(system(), { claimId })).toEqual({ closed: 0 });
  expect(await linkStatus()).toBe("ACTIVE");
});
