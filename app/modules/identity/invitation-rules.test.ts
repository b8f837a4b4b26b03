import { describe, expect, it } from "vitest";
import type { ActorMembership, Role } from "~/kernel/policy";
import {
  invitableRoles,
  invitationState,
  isScopeOf,
  type MembershipScope,
  mayInvite,
  OFFICER_ROLES,
} from "./invitation-rules";

const own = { institutionId: "sidoarjo", regionId: "jatim" };
const sister = { institutionId: "malang", regionId: "jatim" };
const far = { institutionId: "makassar", regionId: "sulsel" };
const nation = { institutionId: null, regionId: null };
const kanwilHere = { institutionId: null, regionId: "jatim" };
const kanwilFar = { institutionId: null, regionId: "sulsel" };

const holder = (role: Role): ActorMembership => ({
  role,
  institutionId: role.startsWith("LAPAS") ? "sidoarjo" : null,
  regionId: role === "KANWIL" ? "jatim" : null,
});

/** Where each role may invite whom, in the words of the rule: the whole table, for a person to check. */
const TABLE: Record<Role, string[]> = {
  INFLUENCER: [],
  LAPAS_PR: [],
  LAPAS_HEAD: ["LAPAS_PR own", "LAPAS_HEAD own"],
  KANWIL: ["LAPAS_PR own", "LAPAS_PR sister", "LAPAS_HEAD own", "LAPAS_HEAD sister"],
  DIRECTORATE: [
    "LAPAS_PR own",
    "LAPAS_PR sister",
    "LAPAS_PR far",
    "LAPAS_HEAD own",
    "LAPAS_HEAD sister",
    "LAPAS_HEAD far",
    "KANWIL here",
    "KANWIL there",
    "DIRECTORATE nation",
    "PARTNER nation",
  ],
  PARTNER: [],
  ADMIN: [
    "LAPAS_PR own",
    "LAPAS_PR sister",
    "LAPAS_PR far",
    "LAPAS_HEAD own",
    "LAPAS_HEAD sister",
    "LAPAS_HEAD far",
    "KANWIL here",
    "KANWIL there",
    "DIRECTORATE nation",
    "PARTNER nation",
    "ADMIN nation",
  ],
};

const SCOPES: [string, MembershipScope][] = [
  ["own", own],
  ["sister", sister],
  ["far", far],
  ["here", kanwilHere],
  ["there", kanwilFar],
  ["nation", nation],
];

function granted(memberships: ActorMembership[]): string[] {
  return OFFICER_ROLES.flatMap((role) =>
    SCOPES.filter(([, scope]) => mayInvite(memberships, role, scope)).map(([name]) => `${role} ${name}`),
  );
}

describe("mayInvite", () => {
  it.each(Object.entries(TABLE))("%s", (role, expected) => {
    expect(granted([holder(role as Role)])).toEqual(expected);
  });

  it("adds up what several memberships grant", () => {
    expect(granted([holder("LAPAS_HEAD"), holder("PARTNER")])).toEqual(TABLE.LAPAS_HEAD);
    expect(granted([holder("LAPAS_PR"), holder("KANWIL")])).toEqual(TABLE.KANWIL);
  });

  it("refuses a membership without its place, which should not exist", () => {
    expect(granted([{ role: "LAPAS_HEAD", institutionId: null, regionId: null }])).toEqual([]);
    expect(granted([{ role: "KANWIL", institutionId: null, regionId: null }])).toEqual([]);
  });
});

describe("isScopeOf", () => {
  it("ties a Lapas role to an institution, a Kanwil to a region, the rest to the nation", () => {
    const fitting = OFFICER_ROLES.map((role) => [
      role,
      SCOPES.filter(([, scope]) => isScopeOf(role, scope)).map(([name]) => name),
    ]);
    expect(fitting).toEqual([
      ["LAPAS_PR", ["own", "sister", "far"]],
      ["LAPAS_HEAD", ["own", "sister", "far"]],
      ["KANWIL", ["here", "there"]],
      ["DIRECTORATE", ["nation"]],
      ["PARTNER", ["nation"]],
      ["ADMIN", ["nation"]],
    ]);
  });
});

describe("invitableRoles", () => {
  it("offers in a form exactly the roles that could be granted somewhere", () => {
    for (const [role, grants] of Object.entries(TABLE)) {
      const roles = [...new Set(grants.map((grant) => grant.split(" ")[0]))];
      expect(invitableRoles([holder(role as Role)])).toEqual(roles);
    }
  });
});

describe("invitationState", () => {
  const now = new Date("2026-11-21T00:00:00Z");
  const fresh = { acceptedAt: null, revokedAt: null, expiresAt: new Date(now.getTime() + 1) };
  it.each([
    ["open", fresh],
    ["expired", { ...fresh, expiresAt: now }],
    ["revoked", { ...fresh, revokedAt: now }],
    ["accepted", { ...fresh, acceptedAt: now, expiresAt: now }],
  ])("is %s", (state, invitation) => {
    expect(invitationState(invitation, now)).toBe(state);
  });
});
