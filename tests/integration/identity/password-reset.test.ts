import { beforeEach, describe, expect, it } from "vitest";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { RESET_MS, requestPasswordReset } from "~/modules/identity/commands/request-password-reset.server";
import { resetPassword } from "~/modules/identity/commands/reset-password.server";
import { signIn } from "~/modules/identity/commands/sign-in.server";
import { sweepSessions } from "~/modules/identity/commands/sweep-sessions.server";
import { openReset } from "~/modules/identity/queries/open-reset.server";
import { sessionActor } from "~/modules/identity/queries/session-actor.server";
import { unseal } from "~/platform/sealed.server";
import { sha256 } from "~/platform/secrets.server";
import { useDatabase } from "../../setup/database";
import { anAccount, auditOf, clock, DEVICE, nobody, outbox, PASSWORD, system } from "./world";

const database = useDatabase({ resetEach: true });
const newPassword = "laut-tenang-88-senja";
const start = clock.now();

beforeEach(() => clock.set(start));

const request = (email: string, clientKey = "k") => requestPasswordReset(nobody(), { email, clientKey });

/** The token of the newest mail. */
async function mailedToken(): Promise<string> {
  const mail = (await outbox("identity.passwordResetRequested")).at(-1);
  return unseal("passwordReset", String(mail?.sealedToken));
}

const enter = (email: string, password: string) =>
  signIn(nobody(), { email, password, clientKey: "k", device: DEVICE, formerToken: null });

describe("asking for a new password", () => {
  it("mails a link whose token is stored nowhere in the clear", async () => {
    const { email, userId } = await anAccount();
    await request(email);
    const token = await mailedToken();
    const rows = await database.db.passwordReset.findMany();
    expect(rows).toMatchObject([{ userId, tokenHash: sha256(token), usedAt: null }]);
    const everything = JSON.stringify([rows, await database.db.outboxMessage.findMany()]);
    expect(everything).not.toContain(token);
    expect(await openReset(nobody(), { token })).toMatchObject({ userId, email });
  });

  it("answers alike, in about the same time, for an address without an account", async () => {
    const { email } = await anAccount();
    const timed = async (address: string) => {
      const begun = performance.now();
      expect(await request(address)).toBeUndefined();
      return performance.now() - begun;
    };
    expect(await timed(email)).toBeGreaterThanOrEqual(395);
    expect(await timed("tidak-ada@contoh.test")).toBeGreaterThanOrEqual(395);
    expect(await outbox("identity.passwordResetRequested")).toHaveLength(1);
  });

  it("mails nothing to a disabled account", async () => {
    const { email, userId } = await anAccount();
    await database.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    await request(email);
    expect(await outbox("identity.passwordResetRequested")).toEqual([]);
  });

  it("mails an account three times an hour and then says nothing, and stops a network address that goes on", async () => {
    const { email } = await anAccount();
    await Promise.all(Array.from({ length: 5 }, () => request(email)));
    expect(await outbox("identity.passwordResetRequested")).toHaveLength(3);
    await Promise.all(Array.from({ length: 15 }, (_, index) => request(`x${index}@contoh.test`)));
    await expect(request(email)).rejects.toMatchObject({ code: "too_many" });
  });
});

describe("setting it", () => {
  it("works once, ends every session and lets in only the new password", async () => {
    const { email, userId } = await anAccount();
    const session = await openSession(system(), { userId, device: DEVICE });
    await request(email);
    const token = await mailedToken();
    await resetPassword(nobody(), { token, password: newPassword });
    expect(await sessionActor(session)).toEqual({ kind: "anonymous" });
    await expect(enter(email, PASSWORD)).rejects.toMatchObject({ code: "invalid" });
    await expect(enter(email, newPassword)).resolves.toMatchObject({ userId });
    await expect(resetPassword(nobody(), { token, password: PASSWORD })).rejects.toMatchObject({
      code: "gone",
    });
    await expect(enter(email, newPassword)).resolves.toMatchObject({ userId });
    expect(await auditOf(userId)).toEqual(["consent.given", "password.reset"]);
  });

  it("works once even when the link is followed twice at the same time", async () => {
    const { email } = await anAccount();
    await request(email);
    const token = await mailedToken();
    const both = await Promise.allSettled(
      ["satu-dua-tiga-77", "empat-lima-enam-8"].map((password) =>
        resetPassword(nobody(), { token, password }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends an hour after the mail", async () => {
    const { email } = await anAccount();
    await request(email);
    const token = await mailedToken();
    clock.set(new Date(start.getTime() + RESET_MS));
    expect(await openReset(nobody(), { token })).toBeNull();
    await expect(resetPassword(nobody(), { token, password: newPassword })).rejects.toMatchObject({
      code: "gone",
    });
    clock.set(new Date(start.getTime() + RESET_MS - 1));
    await resetPassword(nobody(), { token, password: newPassword });
  });

  it("takes only the newest link", async () => {
    const { email } = await anAccount();
    await request(email);
    const first = await mailedToken();
    await request(email);
    const second = await mailedToken();
    expect(await openReset(nobody(), { token: first })).toBeNull();
    expect(await openReset(nobody(), { token: second })).not.toBeNull();
    expect(await openReset(nobody(), { token: "nonsense" })).toBeNull();
  });

  it("opens the door again for who was locked out by somebody's guessing", async () => {
    const { email, userId } = await anAccount();
    for (let index = 0; index < 10; index += 1) {
      await expect(enter(email, "salah-sekali-99")).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(enter(email, PASSWORD)).rejects.toMatchObject({ code: "too_many" });
    await request(email);
    await resetPassword(nobody(), { token: await mailedToken(), password: newPassword });
    await expect(enter(email, newPassword)).resolves.toMatchObject({ userId });
  });

  it("leaves no links lying about a day after their end", async () => {
    const { email } = await anAccount();
    await request(email);
    clock.set(new Date(start.getTime() + RESET_MS + 24 * 3_600_000 - 1));
    expect(await sweepSessions(system())).toMatchObject({ resets: 0 });
    clock.set(new Date(start.getTime() + RESET_MS + 24 * 3_600_000));
    expect(await sweepSessions(system())).toMatchObject({ resets: 1 });
  });
});
