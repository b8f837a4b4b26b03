import { describe, expect, it } from "vitest";
import { changePassword } from "~/modules/identity/commands/change-password.server";
import { endOtherSessions } from "~/modules/identity/commands/end-other-sessions.server";
import { endSession } from "~/modules/identity/commands/end-session.server";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { signIn } from "~/modules/identity/commands/sign-in.server";
import { sweepSessions } from "~/modules/identity/commands/sweep-sessions.server";
import { ownSessions } from "~/modules/identity/queries/own-sessions.server";
import { sessionActor } from "~/modules/identity/queries/session-actor.server";
import { contextFor } from "~/modules/identity/request-context.server";
import { readSessionToken, sessionCookie } from "~/modules/identity/session-cookie.server";
import { forgetEnv } from "~/platform/env.server";
import { sha256 } from "~/platform/secrets.server";
import { useDatabase } from "../../setup/database";
import { anAccount, auditOf, clock, DEVICE, nobody, PASSWORD, system } from "./world";

const database = useDatabase({ resetEach: true });
const DAY_MS = 24 * 3_600_000;

const requestWith = (token: string) =>
  new Request("http://gaung.example/", { headers: { Cookie: sessionCookie(token).split(";")[0] ?? "" } });

describe("the cookie", () => {
  it("is HttpOnly and SameSite=Lax, and behind TLS Secure and bound to the host", () => {
    expect(sessionCookie("t")).toMatch(/^__gaung=t; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    process.env.PUBLIC_URL = "https://gaung.example";
    forgetEnv();
    expect(sessionCookie("t")).toMatch(
      /^__Host-gaung=t; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    delete process.env.PUBLIC_URL;
    forgetEnv();
  });

  it("is read among others, and only when it has the form of a token", () => {
    const token = "a".repeat(43);
    const read = (cookie: string) =>
      readSessionToken(new Request("http://gaung.example/", { headers: { Cookie: cookie } }));
    expect(read(`lang=id; __gaung=${token}; theme=dark`)).toBe(token);
    expect(read(`x__gaung=${token}`)).toBeNull();
    expect(read("__gaung=short")).toBeNull();
    expect(read(`__gaung=${"a".repeat(42)}'`)).toBeNull();
    expect(readSessionToken(new Request("http://gaung.example/"))).toBeNull();
  });
});

describe("a session's life", () => {
  it("lasts thirty days after its last use and slides with it", async () => {
    const { userId } = await anAccount();
    const token = await openSession(system(), { userId, device: DEVICE });
    const start = clock.now().getTime();
    const at = (days: number) => sessionActor(token, new Date(start + days * DAY_MS));
    expect(await at(29.9)).toMatchObject({ kind: "user" });
    expect(await at(30)).toEqual({ kind: "anonymous" });

    const lately = new Date(Date.now() - 20 * DAY_MS);
    const soon = new Date(Date.now() + 10 * DAY_MS);
    await database.db.session.updateMany({ data: { lastSeenAt: lately, expiresAt: soon } });
    const ctx = await contextFor(requestWith(token));
    expect(ctx.actor).toMatchObject({ kind: "user", userId });
    const row = await database.db.session.findFirstOrThrow();
    expect(Math.abs(row.lastSeenAt.getTime() - Date.now())).toBeLessThan(60_000);
    expect(row.expiresAt.getTime() - row.lastSeenAt.getTime()).toBe(30 * DAY_MS);
  });

  it("is written at most once in ten minutes, however often it is used", async () => {
    const { userId } = await anAccount();
    const token = await openSession(system(), { userId, device: DEVICE });
    const before = await database.db.session.findFirstOrThrow();
    await contextFor(requestWith(token));
    await contextFor(requestWith(token));
    expect(await database.db.session.findFirstOrThrow()).toEqual(before);
  });

  it("ends at once for a disabled account, and no new one begins", async () => {
    const { userId } = await anAccount();
    const token = await openSession(system(), { userId, device: DEVICE });
    await database.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await sessionActor(token)).toEqual({ kind: "anonymous" });
    await expect(openSession(system(), { userId, device: DEVICE })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is swept away after its end, and no other", async () => {
    const { userId } = await anAccount();
    await openSession(system(), { userId, device: DEVICE });
    await openSession(system(), { userId, device: DEVICE });
    const [first] = await database.db.session.findMany();
    await database.db.session.update({
      where: { tokenHash: first?.tokenHash ?? "" },
      data: { expiresAt: clock.now() },
    });
    expect(await sweepSessions(system())).toMatchObject({ sessions: 1 });
    expect(await database.db.session.count()).toBe(1);
  });
});

describe("one's own sessions", () => {
  it("lists them, this one first, and ends one of them but never somebody else's", async () => {
    const me = await anAccount();
    const other = await anAccount();
    const [here, there, foreign] = await Promise.all(
      [me, me, other].map(({ userId }) => openSession(system(), { userId, device: DEVICE })),
    );
    const list = await ownSessions(me.ctx, { currentToken: here ?? "" });
    expect(list.map((session) => session.current)).toEqual([true, false]);
    expect(list[0]?.id).toBe(sha256(here ?? ""));

    await expect(endSession(me.ctx, { sessionId: sha256(foreign ?? "") })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await sessionActor(foreign ?? "")).toMatchObject({ kind: "user" });
    await endSession(me.ctx, { sessionId: sha256(there ?? "") });
    expect(await sessionActor(there ?? "")).toEqual({ kind: "anonymous" });
    expect(await auditOf(me.userId)).toEqual(["consent.given", "session.ended"]);
  });

  it("ends all others at once", async () => {
    const me = await anAccount();
    const tokens = await Promise.all(
      [1, 2, 3].map(() => openSession(system(), { userId: me.userId, device: DEVICE })),
    );
    expect(await endOtherSessions(me.ctx, { currentToken: tokens[1] ?? "" })).toEqual({ ended: 2 });
    expect(await sessionActor(tokens[1] ?? "")).toMatchObject({ kind: "user" });
    expect(await sessionActor(tokens[0] ?? "")).toEqual({ kind: "anonymous" });
  });

  it("are for people: a key, the system and nobody have none", async () => {
    await expect(ownSessions(nobody(), { currentToken: null })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(ownSessions(system(), { currentToken: null })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("changing the password", () => {
  const newPassword = "laut-tenang-88-senja";

  it("needs the current one, ends the other sessions and lets in only the new one", async () => {
    const { ctx, userId, email } = await anAccount();
    const [here = "", there = ""] = await Promise.all(
      [1, 2].map(() => openSession(system(), { userId, device: DEVICE })),
    );
    const change = (currentPassword: string) =>
      changePassword(ctx, { currentPassword, password: newPassword, currentToken: here });
    await expect(change("bukan-yang-ini-1")).rejects.toMatchObject({
      code: "invalid",
      fields: { currentPassword: [{ key: "identity:error.currentPasswordWrong" }] },
    });
    expect(await change(PASSWORD)).toEqual({ ended: 1 });
    expect(await sessionActor(here)).toMatchObject({ kind: "user" });
    expect(await sessionActor(there)).toEqual({ kind: "anonymous" });
    const enter = (password: string) =>
      signIn(nobody(), { email, password, clientKey: "k", device: DEVICE, formerToken: null });
    await expect(enter(PASSWORD)).rejects.toMatchObject({ code: "invalid" });
    await expect(enter(newPassword)).resolves.toMatchObject({ userId });
    expect(await auditOf(userId)).toContain("password.changed");
  });

  it("is throttled like signing in", async () => {
    const { ctx } = await anAccount();
    const guess = () =>
      changePassword(ctx, { currentPassword: "bukan-yang-ini-1", password: newPassword, currentToken: "t" });
    for (let index = 0; index < 10; index += 1)
      await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "too_many" });
  });
});
