import { beforeEach, describe, expect, it } from "vitest";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { editLink } from "~/modules/tracking/commands/edit-link.server";
import { makeLink } from "~/modules/tracking/commands/make-link.server";
import { switchLink } from "~/modules/tracking/commands/switch-link.server";
import { db } from "~/platform/db.server";
import { anInfluencer } from "../../factories/creators";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { useDatabase } from "../../setup/database";
import { aPlace, type Place, system } from "../campaigns/world";

useDatabase({ resetEach: true });

let place: Place;
let tracked: TrackedLink;

beforeEach(async () => {
  place = await aPlace();
  tracked = await aTrackedLink(system(), place);
});

const wish = (more: Partial<Parameters<typeof makeLink>[1]> = {}) => ({
  claimId: tracked.claimId,
  destination: "PRODUCT" as const,
  placement: "STORY" as const,
  platform: "INSTAGRAM" as const,
  label: "Story Lebaran",
  ...more,
});
const make = (more: Partial<Parameters<typeof makeLink>[1]> = {}) =>
  makeLink(tracked.influencer.ctx, wish(more));

const fieldOf = (field: string, key: string) => ({
  fields: { [field]: [expect.objectContaining({ key: `tracking:link.error.${key}` })] },
});

describe("makeLink", () => {
  it("makes a link for a place, with a template, under a code of chance", async () => {
    const utm = { source: "{platform}", medium: "influencer", campaign: "{kampanye}" };
    const { linkId, code } = await make({ utm });
    expect(code).toMatch(/^[2-9a-z]{7}$/);
    expect(await db().referralLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
      ...{ placement: "STORY", platform: "INSTAGRAM", label: "Story Lebaran", destination: "PRODUCT" },
      utm: { ...utm, content: "", term: "" },
      createdById: tracked.influencer.userId,
    });
    const audit = await db().auditEvent.findMany({ where: { entityId: linkId }, select: { action: true } });
    expect(audit).toEqual([{ action: "link.made" }]);
  });

  it("takes a code of one's own, as people type it", async () => {
    expect(await make({ code: " Kopi Bunga " })).toMatchObject({ code: "kopi-bunga" });
  });

  it("refuses a code that is taken or looks like one, and names free ones", async () => {
    await make({ code: "kopi-lilo" });
    const error = await make({ code: "k0pil1lo" }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "invalid", ...fieldOf("code", "codeTaken") });
    const ideas = JSON.stringify(error).match(/k0pil1lo-[a-z0-9-]+/g);
    expect(ideas?.length).toBe(3);
    expect(await make({ code: ideas?.[0] ?? "" })).toMatchObject({ code: ideas?.[0] });
  });

  it("never gives a code again, not even a closed one's", async () => {
    const { code } = await make({ code: "kopi-bunga" });
    await switchLink(tracked.influencer.ctx, { claimId: tracked.claimId, code, to: "CLOSED" });
    await expect(make({ code })).rejects.toMatchObject({ code: "invalid" });
  });

  it("gives one of two who want the same code at once", async () => {
    const rival = await aTrackedLink(system(), place, { campaignId: tracked.campaignId });
    const results = await Promise.allSettled([
      make({ code: "kopi-bunga" }),
      makeLink(rival.influencer.ctx, { ...wish({ code: "kopibunga" }), claimId: rival.claimId }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each(["lapas", "ditjenpas-resmi", "kontol", "a", "2026"])("refuses the code %s", async (code) => {
    await expect(make({ code })).rejects.toThrow(/codeFault|is refused/);
  });

  it("refuses a shop where the product is not listed", async () => {
    await expect(make({ destination: "TOKOPEDIA" })).rejects.toMatchObject(
      fieldOf("destination", "notListed"),
    );
  });

  it("stops at twenty open links, also for many at once", async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => make()));
    // Two main links are there already.
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(18);
    expect(await db().referralLink.count({ where: { claimId: tracked.claimId } })).toBe(20);
  });

  it("is for the influencer of the claim alone, and only while it is accepted", async () => {
    const rival = await anInfluencer(system());
    await expect(makeLink(rival.ctx, wish())).rejects.toMatchObject({ code: "forbidden" });
    await expect(makeLink(place.officer, wish())).rejects.toMatchObject({ code: "forbidden" });
    await withdrawClaim(tracked.influencer.ctx, {
      claimId: tracked.claimId,
      reason: "Saya pindah kota jauh.",
    });
    await expect(make()).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an extra link", () => {
  it("can be named anew, closed and opened again", async () => {
    const { code } = await make();
    const { ctx } = tracked.influencer;
    const key = { claimId: tracked.claimId, code };
    await editLink(ctx, { ...key, placement: "BIO", label: "Bio baru" });
    expect(await switchLink(ctx, { ...key, to: "CLOSED" })).toEqual({ changed: true });
    expect(await switchLink(ctx, { ...key, to: "CLOSED" })).toEqual({ changed: false });
    expect(await db().referralLink.findUniqueOrThrow({ where: { code } })).toMatchObject({
      ...{ placement: "BIO", label: "Bio baru", platform: null, status: "CLOSED" },
      closedAt: expect.any(Date),
    });
    expect(await switchLink(ctx, { ...key, to: "ACTIVE" })).toEqual({ changed: true });
    expect(await db().referralLink.findUniqueOrThrow({ where: { code } })).toMatchObject({ closedAt: null });
  });

  it("is not a main link, and not another claim's", async () => {
    const { ctx } = tracked.influencer;
    const main = { claimId: tracked.claimId, code: tracked.code, to: "CLOSED" as const };
    await expect(switchLink(ctx, main)).rejects.toMatchObject({ code: "conflict" });
    const rival = await aTrackedLink(system(), place, { campaignId: tracked.campaignId });
    await expect(switchLink(ctx, { ...main, code: rival.code })).rejects.toMatchObject({ code: "not_found" });
    await expect(switchLink(rival.influencer.ctx, main)).rejects.toMatchObject({ code: "forbidden" });
  });
});
