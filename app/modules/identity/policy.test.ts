import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTIONS,
  type Action,
  type Actor,
  type ActorMembership,
  isAllowed,
  type Resource,
  ROLES,
  type Role,
  visibility,
} from "~/kernel/policy";
import { POLICY } from "./policy";

const person = (memberships: ActorMembership[], creatorId: string | null = null): Actor => ({
  kind: "user",
  userId: "u",
  name: "U",
  email: "u@contoh.test",
  creatorId,
  memberships,
});

/** Somebody of institution A in region R who holds the role; A's sister B is in R, C is in region S. */
const holder = (role: Role) =>
  person(
    [
      {
        role,
        institutionId: role.startsWith("LAPAS") ? "A" : null,
        regionId: role === "KANWIL" ? "R" : null,
      },
    ],
    role === "INFLUENCER" ? "me" : null,
  );

const PLACES: Record<string, Resource> = {
  own: { institutionId: "A", regionId: "R" },
  sister: { institutionId: "B", regionId: "R" },
  far: { institutionId: "C", regionId: "S" },
};

/** How far a grant reached, found out by asking and not by reading the table. */
function reachOf(role: Role, action: Action): string {
  const actor = holder(role);
  const places = Object.entries(PLACES)
    .filter(([, resource]) => isAllowed(POLICY, actor, action, resource))
    .map(([name]) => name)
    .join("+");
  if (places === "own+sister+far" && !isAllowed(POLICY, actor, action, { creatorId: "somebody" }))
    return "own rows";
  return { "": "-", own: "institution", "own+sister": "region", "own+sister+far": "all" }[places] ?? places;
}

describe("the policy table", () => {
  it("grants what this table says, asked action by action and role by role", () => {
    const lines = ACTIONS.map(
      (action) => `${action}: ${ROLES.map((role) => reachOf(role, action)).join(" | ")}`,
    );
    expect([`action: ${ROLES.join(" | ")}`, ...lines]).toMatchInlineSnapshot(`
      [
        "action: INFLUENCER | LAPAS_PR | LAPAS_HEAD | KANWIL | DIRECTORATE | PARTNER | ADMIN",
        "account.own: own rows | own rows | own rows | own rows | own rows | own rows | own rows",
        "member.read: - | institution | institution | region | all | - | all",
        "member.invite: - | - | institution | region | all | - | all",
        "apiKey.manage: - | - | institution | - | - | - | all",
        "institution.read: - | institution | institution | region | all | all | all",
        "institution.edit: - | - | institution | - | - | - | all",
        "product.read: - | institution | institution | region | all | all | all",
        "product.edit: - | institution | institution | - | - | - | all",
        "flagship.designate: - | institution | institution | - | - | - | all",
        "campaign.read: - | institution | institution | region | all | - | all",
        "campaign.edit: - | institution | institution | - | - | - | all",
        "campaign.publish: - | institution | institution | - | - | - | all",
        "board.read: all | all | all | all | all | all | all",
        "claim.create: own rows | - | - | - | - | - | -",
        "claim.own: own rows | - | - | - | - | - | -",
        "claim.read: - | institution | institution | region | all | - | all",
        "claim.decide: - | institution | institution | - | - | - | all",
        "content.submit: own rows | - | - | - | - | - | -",
        "content.read: - | institution | institution | region | all | - | all",
        "content.review: - | institution | institution | - | - | - | all",
        "conversion.read: - | institution | institution | region | all | - | all",
        "conversion.record: - | institution | institution | - | - | - | all",
        "fraud.read: - | institution | institution | region | all | - | all",
        "fraud.decide: - | institution | institution | - | - | - | all",
        "report.own: own rows | - | - | - | - | - | -",
        "report.institution: - | institution | institution | region | all | - | all",
        "report.region: - | - | - | region | all | - | all",
        "report.nation: - | - | - | - | all | - | all",
      ]
    `);
  });
});

const id = fc.constantFrom("A", "B", "C", "D");
const region = fc.constantFrom("R", "S", "T");
const regionOf: Record<string, string> = { A: "R", B: "R", C: "S", D: "T" };
const membership: fc.Arbitrary<ActorMembership> = fc
  .record({ role: fc.constantFrom(...ROLES), institution: id, region })
  .map(({ role, institution, region }) => ({
    role,
    institutionId: role.startsWith("LAPAS") ? institution : null,
    regionId: role === "KANWIL" ? region : null,
  }));
const anyone = fc
  .record({
    memberships: fc.array(membership, { maxLength: 4 }),
    creatorId: fc.option(fc.constantFrom("me", "you")),
  })
  .map(({ memberships, creatorId }) => person(memberships, creatorId));
const action = fc.constantFrom(...ACTIONS);

describe("nothing outside one's scope", () => {
  it("lets nobody act on an institution that none of their memberships covers", () => {
    fc.assert(
      fc.property(anyone, action, id, (actor, asked, institutionId) => {
        const resource = { institutionId, regionId: regionOf[institutionId] ?? "" };
        fc.pre(isAllowed(POLICY, actor, asked, resource));
        const memberships = actor.kind === "user" ? actor.memberships : [];
        const reason = memberships.some((own) => {
          const reach = POLICY[own.role][asked];
          if (reach === "institution") return own.institutionId === institutionId;
          if (reach === "region") return own.regionId === resource.regionId;
          return reach === "all" || reach === "own";
        });
        expect(reason).toBe(true);
      }),
    );
  });

  it("lists exactly the institutions on which each could be acted upon singly", () => {
    fc.assert(
      fc.property(anyone, action, id, (actor, asked, institutionId) => {
        const regionId = regionOf[institutionId] ?? "";
        const seen = visibility(POLICY, actor, asked);
        const listed =
          seen !== null &&
          (seen.all || seen.institutionIds.includes(institutionId) || seen.regionIds.includes(regionId));
        const ownRows = ROLES.some((role) => POLICY[role][asked] === "own");
        fc.pre(!ownRows);
        expect(listed).toBe(isAllowed(POLICY, actor, asked, { institutionId, regionId }));
      }),
    );
  });

  it("lets an influencer act on nobody else's rows", () => {
    const me = person([{ role: "INFLUENCER", institutionId: null, regionId: null }], "me");
    for (const asked of ACTIONS.filter((name) => POLICY.INFLUENCER[name] === "own")) {
      expect(isAllowed(POLICY, me, asked, { creatorId: "me" })).toBe(true);
      expect(isAllowed(POLICY, me, asked, { creatorId: "you" })).toBe(false);
    }
  });

  it("lets nobody who is not signed in do anything, and a key only what its scopes name, at home", () => {
    const key: Actor = { kind: "apiKey", apiKeyId: "k", institutionId: "A", scopes: ["conversions:write"] };
    for (const asked of ACTIONS) {
      expect(isAllowed(POLICY, { kind: "anonymous" }, asked)).toBe(false);
      expect(isAllowed(POLICY, key, asked, { institutionId: "A" })).toBe(asked === "conversion.record");
      expect(isAllowed(POLICY, key, asked, { institutionId: "B" })).toBe(false);
    }
  });
});
