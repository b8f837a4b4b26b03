import { describe, expect, it } from "vitest";
import { registerInfluencer } from "~/modules/creators/commands/register-influencer.server";
import { saveProfile } from "~/modules/creators/commands/save-profile.server";
import { profileSchema } from "~/modules/creators/creator.schemas";
import { myProfile } from "~/modules/creators/queries/my-profile.server";
import { systemContext } from "~/modules/identity/context.server";
import { db } from "~/platform/db.server";
import { anInfluencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";

useDatabase({ resetEach: true });

const person = { name: "Ayu Lestari", password: "jendela-biru-77-pagi", locale: "id" } as const;

describe("registration", () => {
  it("makes account, membership and profile, with a handle of one's own", async () => {
    const system = systemContext("test");
    const first = await registerInfluencer(system, { ...person, email: "ayu@contoh.test" });
    await registerInfluencer(system, { ...person, email: "ayu2@contoh.test" });
    expect(await db().membership.findMany({ where: { userId: first.userId } })).toMatchObject([
      { role: "INFLUENCER", institutionId: null },
    ]);
    const handles = await db().creator.findMany({ orderBy: { id: "asc" }, select: { handle: true } });
    expect(handles.map(({ handle }) => handle)).toEqual(["ayulestari", "ayulestari2"]);
  });

  it("leaves nothing behind when the address is taken", async () => {
    const system = systemContext("test");
    await registerInfluencer(system, { ...person, email: "ayu@contoh.test" });
    await expect(registerInfluencer(system, { ...person, email: "ayu@contoh.test" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await db().creator.count()).toBe(1);
    expect(await db().user.count()).toBe(1);
  });
});

describe("the profile", () => {
  it("is saved whole: accounts that are no longer in the form are gone", async () => {
    const { ctx } = await anInfluencer(systemContext("test"));
    const profile = profileSchema.parse({
      handle: "dapur.ayu",
      displayName: "Dapur Ayu",
      bio: "Resep rumahan dari Sidoarjo untuk keluarga muda di mana pun.",
      city: "Sidoarjo",
      niches: ["food"],
      whatsapp: "0812-3456-7890",
      socialAccounts: [
        { platform: "TIKTOK", handle: "@dapurayu", followers: 5_400 },
        { platform: "YOUTUBE", handle: "dapurayu" },
      ],
    });
    await saveProfile(ctx, profile);
    const saved = await myProfile(ctx);
    expect(saved).toMatchObject({
      handle: "dapur.ayu",
      whatsapp: "6281234567890",
      completeness: 1,
      gaps: [],
    });
    expect(saved.socialAccounts).toEqual([
      { platform: "TIKTOK", handle: "dapurayu", followers: 5_400, url: "https://www.tiktok.com/@dapurayu" },
      { platform: "YOUTUBE", handle: "dapurayu", followers: null, url: "https://www.youtube.com/@dapurayu" },
    ]);
  });

  it("does not take somebody else's handle, and then changes nothing", async () => {
    const system = systemContext("test");
    const [one, two] = [await anInfluencer(system), await anInfluencer(system)];
    const { handle } = await myProfile(one.ctx);
    const before = await myProfile(two.ctx);
    const stolen = profileSchema.parse({ handle, displayName: "Nama baru" });
    await expect(saveProfile(two.ctx, stolen)).rejects.toMatchObject({
      code: "conflict",
      fields: { handle: [{ key: "creators:error.handleTaken" }] },
    });
    expect(await myProfile(two.ctx)).toEqual(before);
  });

  it("keeps the name at Shopee, which is one influencer's alone", async () => {
    const system = systemContext("test");
    const [one, two] = [await anInfluencer(system), await anInfluencer(system)];
    const withShopee = (handle: string, more: object) =>
      profileSchema.parse({ handle, displayName: "Ayu", ...more });
    const [first, second] = [(await myProfile(one.ctx)).handle, (await myProfile(two.ctx)).handle];
    const shopee = { shopeeUsername: "@Dapur.Ayu", shopeeAffiliateId: "11223344" };
    await saveProfile(one.ctx, withShopee(first, shopee));
    expect((await myProfile(one.ctx)).shopee).toEqual({ username: "dapur.ayu", affiliateId: "11223344" });
    await expect(
      saveProfile(two.ctx, withShopee(second, { shopeeUsername: "dapur.ayu" })),
    ).rejects.toMatchObject({
      code: "conflict",
      fields: { shopeeUsername: [{ key: "creators:error.shopeeUsernameTaken" }] },
    });
    await saveProfile(one.ctx, withShopee(first, {}));
    expect((await myProfile(one.ctx)).shopee).toBeNull();
    await saveProfile(two.ctx, withShopee(second, { shopeeUsername: "dapur.ayu" }));
    expect(
      profileSchema.safeParse({ handle: "a.b.c", displayName: "Ayu", shopeeAffiliateId: "11223344" }).success,
    ).toBe(false);
  });
});
