import { type Cursor, decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { ActorMembership } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { isOfficerRole } from "../internal/managed-invitation.server";
import { visiblePlaces } from "../internal/visible-places.server";
import { mayInvite, OFFICER_ROLES, type OfficerRole } from "../invitation-rules";

export type MemberRow = {
  membershipId: string;
  name: string;
  email: string;
  role: OfficerRole;
  institution: { name: string; slug: string } | null;
  region: { name: string; slug: string } | null;
  since: Date;
  isSelf: boolean;
  /** Whether the reader may end this membership. */
  mayEnd: boolean;
};

export type MembersInput = {
  /** Only this institution's; left out, all that the reader sees. */
  institutionId?: string;
  role?: OfficerRole | undefined;
  search?: string | undefined;
  cursor?: string | null;
};

const PAGE_SIZE = 30;

function after(cursor: Cursor | null): Prisma.MembershipWhereInput {
  if (!cursor) return {};
  const [name, id] = cursor;
  return {
    OR: [{ user: { name: { gt: String(name) } } }, { user: { name: String(name) }, id: { gt: id } }],
  };
}

function matching(search: string | undefined): Prisma.MembershipWhereInput {
  const text = search?.trim();
  if (!text) return {};
  const contains = { contains: text, mode: "insensitive" as const };
  return {
    OR: [
      { user: { name: contains } },
      { user: { email: contains } },
      { institution: { name: contains } },
      { region: { name: contains } },
    ],
  };
}

const rowSelect = {
  id: true,
  role: true,
  userId: true,
  institutionId: true,
  regionId: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
  institution: { select: { name: true, slug: true, regionId: true } },
  region: { select: { name: true, slug: true } },
} satisfies Prisma.MembershipSelect;

type Row = Prisma.MembershipGetPayload<{ select: typeof rowSelect }>;

function toMember(
  row: Row,
  reader: { userId: string | null; memberships: readonly ActorMembership[] },
): MemberRow {
  // The query asks for officers only.
  if (!isOfficerRole(row.role)) throw new Error(`not an officer's role: ${row.role}`);
  const isSelf = row.userId === reader.userId;
  const regionId = row.institution?.regionId ?? row.regionId;
  return {
    membershipId: row.id,
    name: row.user.name,
    email: row.user.email,
    role: row.role,
    institution: row.institution ? { name: row.institution.name, slug: row.institution.slug } : null,
    region: row.region,
    since: row.createdAt,
    isSelf,
    mayEnd:
      !isSelf && mayInvite(reader.memberships, row.role, { institutionId: row.institutionId, regionId }),
  };
}

/** Officers with a role within the reader's scope, by name. */
export async function members(ctx: Ctx, input: MembersInput): Promise<Page<MemberRow>> {
  const seen = ctx.visible("member.read");
  const rows = await ctx.db.membership.findMany({
    where: {
      endedAt: null,
      role: input.role ?? { in: [...OFFICER_ROLES] },
      ...(input.institutionId ? { institutionId: input.institutionId } : {}),
      AND: [visiblePlaces(seen), matching(input.search), after(decodeCursor(input.cursor))],
    },
    select: rowSelect,
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: PAGE_SIZE + 1,
  });
  const { actor } = ctx;
  const reader =
    actor.kind === "user"
      ? { userId: actor.userId, memberships: actor.memberships }
      : { userId: null, memberships: [] };
  const page = toPage(rows, PAGE_SIZE, (row) => [row.user.name, row.id]);
  return { rows: page.rows.map((row) => toMember(row, reader)), next: page.next };
}
