import { describe, expect, it } from "vitest";
import { type Actor, isAllowed, type PolicyTable, visibility } from "./policy";

const TABLE: PolicyTable = {
  INFLUENCER: { "claim.own": "own" },
  LAPAS_PR: { "claim.read": "institution" },
  LAPAS_HEAD: {},
  KANWIL: { "claim.read": "region" },
  DIRECTORATE: { "claim.read": "all" },
  PARTNER: {},
  ADMIN: {},
};

function person(membership: { role: keyof PolicyTable; institutionId?: string; regionId?: string }): Actor {
  return {
    kind: "user",
    userId: "u",
    name: "",
    email: "",
    creatorId: "c1",
    memberships: [{ institutionId: null, regionId: null, ...membership }],
  };
}

const officer = person({ role: "LAPAS_PR", institutionId: "i1" });
const kanwil = person({ role: "KANWIL", regionId: "r1" });

describe("isAllowed", () => {
  it.each([
    ["an officer in the own institution", officer, { institutionId: "i1", regionId: "r1" }, true],
    ["an officer in another institution", officer, { institutionId: "i2", regionId: "r1" }, false],
    ["an officer on a whole region", officer, { regionId: "r1" }, false],
    ["an officer somewhere", officer, {}, true],
    ["a Kanwil in its region", kanwil, { institutionId: "i9", regionId: "r1" }, true],
    ["a Kanwil in another region", kanwil, { institutionId: "i9", regionId: "r2" }, false],
    ["a Kanwil where the region was not said", kanwil, { institutionId: "i9" }, false],
    [
      "the directorate anywhere",
      person({ role: "DIRECTORATE" }),
      { institutionId: "i9", regionId: "r2" },
      true,
    ],
    ["a partner", person({ role: "PARTNER" }), {}, false],
    ["nobody", { kind: "anonymous" } as Actor, {}, false],
    ["the system", { kind: "system", name: "worker" } as Actor, { institutionId: "i9" }, true],
  ])("%s", (_who, actor, resource, expected) => {
    expect(isAllowed(TABLE, actor, "claim.read", resource)).toBe(expected);
  });

  it("keeps an influencer to the own rows", () => {
    const influencer = person({ role: "INFLUENCER" });
    expect(isAllowed(TABLE, influencer, "claim.own", { creatorId: "c1" })).toBe(true);
    expect(isAllowed(TABLE, influencer, "claim.own", { creatorId: "c2" })).toBe(false);
  });

  it("lets a key do what its scopes name, in its institution only", () => {
    const key: Actor = { kind: "apiKey", apiKeyId: "k", institutionId: "i1", scopes: ["conversions:write"] };
    expect(isAllowed(TABLE, key, "conversion.record", { institutionId: "i1" })).toBe(true);
    expect(isAllowed(TABLE, key, "conversion.record", { institutionId: "i2" })).toBe(false);
    expect(isAllowed(TABLE, key, "report.institution", { institutionId: "i1" })).toBe(false);
    expect(isAllowed(TABLE, key, "claim.read", { institutionId: "i1" })).toBe(false);
  });
});

describe("visibility", () => {
  it("names the rows that a person may see", () => {
    expect(visibility(TABLE, officer, "claim.read")).toEqual({
      all: false,
      institutionIds: ["i1"],
      regionIds: [],
      creatorId: null,
    });
    expect(visibility(TABLE, kanwil, "claim.read")).toEqual({
      all: false,
      institutionIds: [],
      regionIds: ["r1"],
      creatorId: null,
    });
    expect(visibility(TABLE, person({ role: "DIRECTORATE" }), "claim.read")).toEqual({ all: true });
    expect(visibility(TABLE, person({ role: "PARTNER" }), "claim.read")).toBeNull();
    expect(visibility(TABLE, { kind: "anonymous" }, "claim.read")).toBeNull();
  });
});
