import { beforeEach, describe, expect, it } from "vitest";
import {
  acceptInvitationAsMember,
  acceptInvitationAsNew,
} from "~/modules/identity/commands/accept-invitation.server";
import { endMembership } from "~/modules/identity/commands/end-membership.server";
import { inviteMember } from "~/modules/identity/commands/invite-member.server";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { resendInvitation } from "~/modules/identity/commands/resend-invitation.server";
import { revokeInvitation } from "~/modules/identity/commands/revoke-invitation.server";
import type { InviteInput } from "~/modules/identity/identity.schemas";
import { invitationByToken } from "~/modules/identity/queries/invitation-by-token.server";
import { inviteOptions } from "~/modules/identity/queries/invite-options.server";
import { members } from "~/modules/identity/queries/members.server";
import { pendingInvitations } from "~/modules/identity/queries/pending-invitations.server";
import { sessionActor } from "~/modules/identity/queries/session-actor.server";
import type { Ctx } from "~/platform/context.server";
import { unseal } from "~/platform/sealed.server";
import { sha256 } from "~/platform/secrets.server";
import { anOfficer, contextOfUser, type Officer, tokenOf } from "../../factories/identity";
import { useDatabase } from "../../setup/database";
import {
  anAccount,
  aPlace,
  auditOf,
  clock,
  DEVICE,
  nobody,
  outbox,
  PASSWORD,
  type Place,
  system,
} from "./world";

const database = useDatabase({ resetEach: true });
const start = clock.now();
const DAY_MS = 24 * 3_600_000;

let sidoarjo: Place;
let malang: Place;
let makassar: Place;
let head: Officer;

beforeEach(async () => {
  clock.set(start);
  sidoarjo = await aPlace("Lapas Sidoarjo");
  malang = await aPlace("Lapas Malang");
  makassar = await aPlace("Lapas Makassar", "Sulawesi Selatan");
  head = await anOfficer(system(), { role: "LAPAS_HEAD", institutionId: sidoarjo.institutionId });
  await database.db.outboxMessage.deleteMany();
});

const pr = (place: Place, email = "humas.baru@contoh.test"): InviteInput => ({
  email,
  role: "LAPAS_PR",
  institutionId: place.institutionId,
});

/** The token of the newest invitation's mail. */
async function mailedToken(): Promise<string> {
  const mail = (await outbox("identity.invitationCreated")).at(-1);
  return unseal("invitation", String(mail?.sealedToken));
}

const join = (token: string) =>
  acceptInvitationAsNew(nobody(), { token, name: "Humas Baru", password: PASSWORD, locale: "id" });

describe("inviting", () => {
  it("mails a link, stores only its hash, and gives the role when it is accepted", async () => {
    const { invitationId, link } = await inviteMember(head.ctx, pr(sidoarjo));
    expect(link).toBeNull();
    const token = await mailedToken();
    const stored = JSON.stringify([
      await database.db.invitation.findMany(),
      await database.db.outboxMessage.findMany(),
    ]);
    expect(stored).toContain(sha256(token));
    expect(stored).not.toContain(token);

    expect(await invitationByToken(nobody(), { token })).toMatchObject({
      id: invitationId,
      state: "open",
      role: "LAPAS_PR",
      place: "Lapas Sidoarjo",
      invitedBy: head.name,
      hasAccount: false,
    });
    const { userId } = await join(token);
    const session = await openSession(system(), { userId, device: DEVICE });
    expect(await sessionActor(session)).toMatchObject({
      email: "humas.baru@contoh.test",
      memberships: [{ role: "LAPAS_PR", institutionId: sidoarjo.institutionId, regionId: null }],
    });
    expect(await auditOf(invitationId)).toEqual(["invitation.created", "invitation.accepted"]);
  });

  it.each([
    ["an institution outside one's own", () => pr(malang)],
    [
      "a Kanwil",
      (): InviteInput => ({ email: "k@contoh.test", role: "KANWIL", regionId: sidoarjo.regionId }),
    ],
    ["the directorate", (): InviteInput => ({ email: "d@contoh.test", role: "DIRECTORATE" })],
    ["administrators", (): InviteInput => ({ email: "a@contoh.test", role: "ADMIN" })],
  ])("is refused a head for %s", async (_what, input) => {
    await expect(inviteMember(head.ctx, input())).rejects.toMatchObject({ code: "forbidden" });
    expect(await database.db.outboxMessage.count()).toBe(0);
  });

  it("reaches as far as the inviter's office", async () => {
    const kanwil = await anOfficer(system(), { role: "KANWIL", regionId: sidoarjo.regionId });
    await inviteMember(kanwil.ctx, pr(malang));
    await expect(inviteMember(kanwil.ctx, pr(makassar))).rejects.toMatchObject({ code: "forbidden" });
    const directorate = await anOfficer(system(), { role: "DIRECTORATE" });
    await inviteMember(directorate.ctx, pr(makassar, "lain@contoh.test"));
    await expect(
      inviteMember(directorate.ctx, { email: "a@contoh.test", role: "ADMIN" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not for public relations, partners, influencers or nobody", async () => {
    const humas = await anOfficer(system(), { role: "LAPAS_PR", institutionId: sidoarjo.institutionId });
    const partner = await anOfficer(system(), { role: "PARTNER" });
    const influencer = await anAccount();
    for (const { ctx } of [humas, partner, influencer]) {
      await expect(inviteMember(ctx, pr(sidoarjo))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(inviteMember(nobody(), pr(sidoarjo))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("says at the field when the place is missing or the person has that role", async () => {
    await expect(
      inviteMember(head.ctx, { ...pr(sidoarjo), institutionId: crypto.randomUUID() }),
    ).rejects.toMatchObject({ fields: { institutionId: [{ key: "identity:error.institutionMissing" }] } });
    await expect(
      inviteMember(head.ctx, { ...pr(sidoarjo, head.email), role: "LAPAS_HEAD" }),
    ).rejects.toMatchObject({ fields: { email: [{ key: "identity:error.memberAlready" }] } });
    await inviteMember(head.ctx, pr(sidoarjo, head.email));
  });

  it("replaces an open invitation of the same address to the same role, and only that one", async () => {
    await inviteMember(head.ctx, pr(sidoarjo));
    const first = await mailedToken();
    await inviteMember(head.ctx, { ...pr(sidoarjo), role: "LAPAS_HEAD" });
    const other = await mailedToken();
    await inviteMember(head.ctx, pr(sidoarjo));
    const state = async (token: string) => (await invitationByToken(nobody(), { token }))?.state;
    expect(await state(first)).toBe("revoked");
    expect(await state(other)).toBe("open");
    expect(await state(await mailedToken())).toBe("open");
  });

  it("prints its link on the command line, which needs no inviter: the first administrator", async () => {
    const { link } = await inviteMember(system(), { email: "admin@contoh.test", role: "ADMIN" });
    expect(link).toMatch(/^http:\/\/localhost:\d+\/undangan\/[A-Za-z0-9_-]{43}$/);
    const { userId } = await join(tokenOf(link));
    const admin = await contextOfUser(system(), userId);
    expect(admin.can("institution.edit", { institutionId: makassar.institutionId })).toBe(true);
    expect(await pendingInvitations(admin, {})).toEqual([]);
  });
});

describe("accepting", () => {
  it("works once, also when it is done twice at the same time", async () => {
    await inviteMember(head.ctx, pr(sidoarjo));
    const token = await mailedToken();
    const both = await Promise.allSettled([join(token), join(token)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const where = { role: "LAPAS_PR" as const, institutionId: sidoarjo.institutionId };
    expect(await database.db.membership.count({ where })).toBe(1);
    await expect(join(token)).rejects.toMatchObject({
      code: "gone",
      userMessage: { key: "identity:error.invitation.accepted" },
    });
  });

  it("ends after seven days", async () => {
    await inviteMember(head.ctx, pr(sidoarjo));
    const token = await mailedToken();
    clock.set(new Date(start.getTime() + 7 * DAY_MS));
    await expect(join(token)).rejects.toMatchObject({
      userMessage: { key: "identity:error.invitation.expired" },
    });
    clock.set(new Date(start.getTime() + 7 * DAY_MS - 1));
    await join(token);
  });

  it("adds the role to an account that exists, once its owner is signed in", async () => {
    const account = await anAccount({ email: "humas.baru@contoh.test" });
    await inviteMember(head.ctx, pr(sidoarjo));
    const token = await mailedToken();
    expect(await invitationByToken(nobody(), { token })).toMatchObject({ hasAccount: true });
    await expect(join(token)).rejects.toMatchObject({ code: "conflict" });
    await acceptInvitationAsMember(account.ctx, { token });
    const actor = (await contextOfUser(system(), account.userId)).actor;
    expect(actor).toMatchObject({ memberships: [{ role: "INFLUENCER" }, { role: "LAPAS_PR" }] });
  });

  it("is not for another account than the invited one", async () => {
    await inviteMember(head.ctx, pr(sidoarjo));
    const stranger = await anAccount();
    await expect(
      acceptInvitationAsMember(stranger.ctx, { token: await mailedToken() }),
    ).rejects.toMatchObject({
      code: "conflict",
      userMessage: { key: "identity:error.invitation.otherAddress" },
    });
  });

  it("knows no other links", async () => {
    expect(await invitationByToken(nobody(), { token: "nonsense" })).toBeNull();
    await expect(join("nonsense")).rejects.toMatchObject({
      userMessage: { key: "identity:error.invitation.unknown" },
    });
  });
});

describe("managing invitations", () => {
  it("sends one anew with a new link for the full time", async () => {
    const { invitationId } = await inviteMember(head.ctx, pr(sidoarjo));
    const first = await mailedToken();
    clock.set(new Date(start.getTime() + 8 * DAY_MS));
    expect(await pendingInvitations(head.ctx, {})).toMatchObject([{ id: invitationId, expired: true }]);
    await resendInvitation(head.ctx, { invitationId });
    expect(await invitationByToken(nobody(), { token: first })).toBeNull();
    await join(await mailedToken());
    await expect(resendInvitation(head.ctx, { invitationId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("withdraws one, and its link ends at once", async () => {
    const { invitationId } = await inviteMember(head.ctx, pr(sidoarjo));
    await revokeInvitation(head.ctx, { invitationId });
    await expect(join(await mailedToken())).rejects.toMatchObject({
      userMessage: { key: "identity:error.invitation.revoked" },
    });
    expect(await pendingInvitations(head.ctx, {})).toEqual([]);
  });

  it("is not for the head of another institution, who does not see them either", async () => {
    const { invitationId } = await inviteMember(head.ctx, pr(sidoarjo));
    const other = await anOfficer(system(), { role: "LAPAS_HEAD", institutionId: malang.institutionId });
    await expect(resendInvitation(other.ctx, { invitationId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeInvitation(other.ctx, { invitationId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await pendingInvitations(other.ctx, {})).toEqual([]);
    expect(await pendingInvitations(other.ctx, { institutionId: sidoarjo.institutionId })).toEqual([]);
  });
});

describe("members", () => {
  const idOf = async (officer: Officer) =>
    (await database.db.membership.findFirstOrThrow({ where: { userId: officer.userId, endedAt: null } })).id;

  it("end by whoever may invite to that role, at once, and the person keeps the account", async () => {
    const humas = await anOfficer(system(), { role: "LAPAS_PR", institutionId: sidoarjo.institutionId });
    const session = await openSession(system(), { userId: humas.userId, device: DEVICE });
    const membershipId = await idOf(humas);
    await endMembership(head.ctx, { membershipId });
    expect(await sessionActor(session)).toMatchObject({ userId: humas.userId, memberships: [] });
    expect(await auditOf(membershipId)).toEqual(["membership.ended"]);
    await expect(endMembership(head.ctx, { membershipId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("cannot end their own, so that somebody stays who can invite", async () => {
    await expect(endMembership(head.ctx, { membershipId: await idOf(head) })).rejects.toMatchObject({
      code: "conflict",
      userMessage: { key: "identity:error.ownMembership" },
    });
  });

  it("are out of reach for others, and influencers are nobody's members", async () => {
    const other = await anOfficer(system(), { role: "LAPAS_HEAD", institutionId: malang.institutionId });
    await expect(endMembership(head.ctx, { membershipId: await idOf(other) })).rejects.toMatchObject({
      code: "forbidden",
    });
    const influencer = await anAccount();
    const { id } = await database.db.membership.findFirstOrThrow({ where: { userId: influencer.userId } });
    const admin = await anOfficer(system(), { role: "ADMIN" });
    await expect(endMembership(admin.ctx, { membershipId: id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("are listed as far as each may see, with what may be done about them", async () => {
    await anAccount();
    const kanwil = await anOfficer(system(), { role: "KANWIL", regionId: sidoarjo.regionId });
    const there = await anOfficer(system(), { role: "LAPAS_PR", institutionId: malang.institutionId });
    const far = await anOfficer(system(), { role: "LAPAS_PR", institutionId: makassar.institutionId });
    const admin = await anOfficer(system(), { role: "ADMIN" });
    const seen = async (ctx: Ctx) => {
      const { rows } = await members(ctx, {});
      return new Map(rows.map((row) => [row.email, row.mayEnd]));
    };
    expect(await seen(head.ctx)).toEqual(new Map([[head.email, false]]));
    expect(await seen(kanwil.ctx)).toEqual(
      new Map([
        [head.email, true],
        [kanwil.email, false],
        [there.email, true],
      ]),
    );
    expect((await seen(admin.ctx)).size).toBe(5);
    expect((await seen(there.ctx)).has(far.email)).toBe(false);
    await expect(members((await anAccount()).ctx, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are found by name, address and place, and paged without a gap or a double", async () => {
    const admin = await anOfficer(system(), { role: "ADMIN", name: "Zulaikha" });
    await database.db.user.createMany({
      data: Array.from({ length: 64 }, (_, index) => ({
        email: `banyak${index}@contoh.test`,
        name: `Petugas ${index % 7}`,
        passwordHash: "none",
      })),
    });
    const users = await database.db.user.findMany({ where: { email: { startsWith: "banyak" } } });
    await database.db.membership.createMany({
      data: users.map((user) => ({
        userId: user.id,
        role: "LAPAS_PR" as const,
        institutionId: makassar.institutionId,
      })),
    });
    const emails: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await members(admin.ctx, { search: "makassar", cursor });
      emails.push(...page.rows.map((row) => row.email));
      cursor = page.next;
    } while (cursor);
    expect(emails).toHaveLength(64);
    expect(new Set(emails).size).toBe(64);
    expect((await members(admin.ctx, { search: "zulai" })).rows).toHaveLength(1);
    expect((await members(admin.ctx, { role: "LAPAS_HEAD" })).rows).toMatchObject([{ email: head.email }]);
  });
});

describe("the choices of the form", () => {
  it("are what the rule would allow", async () => {
    const at = (place: Place) => ({ institution: { id: place.institutionId, regionId: place.regionId } });
    expect((await inviteOptions(head.ctx, at(sidoarjo))).roles).toEqual(["LAPAS_PR", "LAPAS_HEAD"]);
    expect((await inviteOptions(head.ctx, at(malang))).roles).toEqual([]);
    const kanwil = await anOfficer(system(), { role: "KANWIL", regionId: sidoarjo.regionId });
    expect(await inviteOptions(kanwil.ctx, {})).toMatchObject({
      roles: ["LAPAS_PR", "LAPAS_HEAD"],
      institutions: [{ name: "Lapas Malang" }, { name: "Lapas Sidoarjo" }],
      regions: [],
    });
    const humas = await anOfficer(system(), { role: "LAPAS_PR", institutionId: sidoarjo.institutionId });
    expect((await inviteOptions(humas.ctx, at(sidoarjo))).roles).toEqual([]);
  });
});
