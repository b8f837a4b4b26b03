import { describe, expect, it } from "vitest";
import { handleFrom, profileCompleteness, readinessGaps } from "./creator";
import { profileSchema } from "./creator.schemas";
import { accountUrl, isPlatformUrl, PLATFORMS } from "./platforms";

const profile = {
  handle: "ayu.lestari",
  displayName: "Ayu Lestari",
  socialAccounts: [{ platform: "INSTAGRAM" as const, handle: "@ayu.lestari", followers: 1200 }],
};

describe("handleFrom", () => {
  it.each([
    ["Ayu Lestari", "ayulestari"],
    ["Déwi Säri", "dewisari"],
    ["陳", "kreator"],
    ["A", "kreatora"],
    ["x".repeat(40), "x".repeat(24)],
  ])("%s becomes %s", (name, handle) => {
    expect(handleFrom(name)).toBe(handle);
  });
});

describe("readiness", () => {
  it("asks for one social account and no more", () => {
    expect(readinessGaps({ socialAccountCount: 0 })).toEqual(["socialAccount"]);
    expect(readinessGaps({ socialAccountCount: 1 })).toEqual([]);
  });
  it("grows from nothing to everything", () => {
    const empty = {
      bio: "",
      city: "",
      niches: [],
      whatsapp: null,
      socialAccountCount: 0,
      declaredFollowers: false,
    };
    expect(profileCompleteness(empty)).toBe(0);
    expect(
      profileCompleteness({
        bio: "Cerita tentang kuliner rumahan dari Sidoarjo dan sekitarnya.",
        city: "Sidoarjo",
        niches: ["food"],
        whatsapp: "6281234567890",
        socialAccountCount: 1,
        declaredFollowers: true,
      }),
    ).toBe(1);
  });
});

describe("profileSchema", () => {
  it("drops the @, fills in the address and reads missing things as empty", () => {
    expect(profileSchema.parse(profile)).toEqual({
      handle: "ayu.lestari",
      displayName: "Ayu Lestari",
      bio: "",
      city: "",
      niches: [],
      whatsapp: null,
      shopeeUsername: null,
      shopeeAffiliateId: null,
      socialAccounts: [
        {
          platform: "INSTAGRAM",
          handle: "ayu.lestari",
          followers: 1200,
          url: "https://www.instagram.com/ayu.lestari",
        },
      ],
    });
  });

  it("refuses another site's address, a WhatsApp channel without address, and the same account twice", () => {
    const account = profile.socialAccounts[0];
    const faults = (socialAccounts: unknown[]) => {
      const result = profileSchema.safeParse({ ...profile, socialAccounts });
      return result.error?.issues.map((issue) => issue.message);
    };
    expect(faults([{ ...account, url: "https://instagram.com.evil.example/ayu" }])).toEqual([
      "creators:error.socialUrl",
    ]);
    expect(faults([{ ...account, url: "javascript:alert(1)" }])).toEqual(["creators:error.socialUrl"]);
    expect(faults([{ platform: "WHATSAPP", handle: "Kabar Ayu" }])).toEqual(["creators:error.socialHandle"]);
    expect(faults([{ platform: "WHATSAPP", handle: "KabarAyu" }])).toEqual(["creators:error.socialUrl"]);
    expect(faults([account, { ...account, handle: "AYU.lestari" }])).toEqual(["creators:error.socialTwice"]);
  });

  it.each(["a", ".ayu", "ayu lestari", "ayu@", "x".repeat(25)])("refuses the handle %s", (handle) => {
    expect(profileSchema.safeParse({ ...profile, handle }).success).toBe(false);
  });
});

describe("isPlatformUrl", () => {
  it("knows the address that it makes", () => {
    for (const platform of PLATFORMS) {
      const url = accountUrl(platform, "ayu");
      if (url) expect(isPlatformUrl(platform, url)).toBe(true);
    }
    expect(isPlatformUrl("TIKTOK", "http://www.tiktok.com/@ayu")).toBe(false);
    expect(isPlatformUrl("X", "https://notx.com/ayu")).toBe(false);
  });
});
