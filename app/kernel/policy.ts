/**
 * The words of the policy: who (role), what (action), where (scope). The table itself is in
 * `modules/identity/policy.ts`, for a person to read in one screen.
 */
export const ROLES = [
  "INFLUENCER",
  "LAPAS_PR",
  "LAPAS_HEAD",
  "KANWIL",
  "DIRECTORATE",
  "PARTNER",
  "ADMIN",
] as const;
export type Role = (typeof ROLES)[number];

export const ACTIONS = [
  "account.own",
  "member.read",
  "member.invite",
  "apiKey.manage",
  "institution.read",
  "institution.edit",
  "product.read",
  "product.edit",
  "flagship.designate",
  "campaign.read",
  "campaign.edit",
  "campaign.publish",
  "board.read",
  "claim.create",
  "claim.own",
  "claim.read",
  "claim.decide",
  "content.submit",
  "content.read",
  "content.review",
  "conversion.read",
  "conversion.record",
  "fraud.read",
  "fraud.decide",
  "report.own",
  "report.institution",
  "report.region",
  "report.nation",
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * How far a grant reaches: `own` rows of the person (creator), the membership's `institution`, every institution of
 * its `region`, or `all`.
 */
export type Reach = "own" | "institution" | "region" | "all";

export type PolicyTable = Record<Role, Partial<Record<Action, Reach>>>;

export type ActorMembership = { role: Role; institutionId: string | null; regionId: string | null };

/** Who acts. `system` is the worker and the command line. */
export type Actor =
  | { kind: "anonymous" }
  | {
      kind: "user";
      userId: string;
      name: string;
      email: string;
      creatorId: string | null;
      memberships: readonly ActorMembership[];
    }
  | { kind: "apiKey"; apiKeyId: string; institutionId: string; scopes: readonly string[] }
  | { kind: "system"; name: string };

/** What is acted upon. A field that is left out does not restrict. */
export type Resource = {
  institutionId?: string;
  /** The Kanwil of that institution; needed for a Kanwil's reach. */
  regionId?: string;
  /** The influencer whose row it is. */
  creatorId?: string;
};

/** Which rows a person may see of a list: everything, or those of these institutions, regions and creator. */
export type Visibility =
  | { all: true }
  | { all: false; institutionIds: string[]; regionIds: string[]; creatorId: string | null };

function covers(reach: Reach, membership: ActorMembership, actor: Actor, resource: Resource): boolean {
  if (reach === "all") return true;
  if (reach === "own") {
    if (resource.creatorId === undefined) return true;
    return actor.kind === "user" && actor.creatorId === resource.creatorId;
  }
  if (reach === "region") {
    if (resource.regionId === undefined) return resource.institutionId === undefined;
    return membership.regionId !== null && membership.regionId === resource.regionId;
  }
  if (resource.institutionId === undefined) return resource.regionId === undefined;
  return membership.institutionId !== null && membership.institutionId === resource.institutionId;
}

/**
 * Whether the actor may do the action on the resource. With an empty resource: whether there is any on which it may.
 * The system may do everything; an API key only what its scopes name, in its own institution.
 */
export function isAllowed(
  table: PolicyTable,
  actor: Actor,
  action: Action,
  resource: Resource = {},
): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  if (actor.kind === "apiKey") {
    if (resource.institutionId !== undefined && resource.institutionId !== actor.institutionId) return false;
    if (action === "conversion.record") return actor.scopes.includes("conversions:write");
    if (action === "report.institution") return actor.scopes.includes("stats:read");
    return false;
  }
  return actor.memberships.some((membership) => {
    const reach = table[membership.role][action];
    return reach !== undefined && covers(reach, membership, actor, resource);
  });
}

/** The rows on which the actor may do the action, for a query's `where`. Null: none at all. */
export function visibility(table: PolicyTable, actor: Actor, action: Action): Visibility | null {
  if (actor.kind === "system") return { all: true };
  if (actor.kind === "anonymous") return null;
  if (actor.kind === "apiKey") {
    if (!isAllowed(table, actor, action)) return null;
    return { all: false, institutionIds: [actor.institutionId], regionIds: [], creatorId: null };
  }
  const seen = {
    all: false as const,
    institutionIds: [] as string[],
    regionIds: [] as string[],
    creatorId: null as string | null,
  };
  let any = false;
  for (const membership of actor.memberships) {
    const reach = table[membership.role][action];
    if (reach === undefined) continue;
    any = true;
    if (reach === "all") return { all: true };
    if (reach === "own") seen.creatorId = actor.creatorId;
    if (reach === "institution" && membership.institutionId)
      seen.institutionIds.push(membership.institutionId);
    if (reach === "region" && membership.regionId) seen.regionIds.push(membership.regionId);
  }
  return any ? seen : null;
}
