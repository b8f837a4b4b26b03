import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { signIn } from "~/modules/identity/commands/sign-in.server";
import { signOut } from "~/modules/identity/commands/sign-out.server";
import { hashPassword } from "~/modules/identity/internal/passwords.server";
import { throttle } from "~/modules/identity/internal/throttle.server";
import { sessionActor } from "~/modules/identity/queries/session-actor.server";
import { hashClient } from "~/platform/http/client.server";
import { sha256 } from "~/platform/secrets.server";
import { useDatabase } from "../../setup/database";
import { anAccount, DEVICE, nobody, PASSWORD } from "./world";

const database = useDatabase({ resetEach: true });

const from = (address: string) => hashClient(address);

function attempt(email: string, password = PASSWORD, clientKey = from("203.0.113.1")) {
  return signIn(nobody(), { email, password, clientKey, device: DEVICE, formerToken: null });
}

/** What a refused attempt says. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "let in",
    (error: { code: string; userMessage: unknown }) => ({ code: error.code, says: error.userMessage }),
  );
}

const REFUSED = { code: "invalid", says: { key: "identity:error.signInRefused" } };

describe("signing in", () => {
  it("gives a session whose token only the browser has", async () => {
    const { email, userId } = await anAccount();
    const { token } = await attempt(email);
    expect(await sessionActor(token)).toMatchObject({ kind: "user", userId, email });
    const [row] = await database.db.session.findMany();
    expect(row).toMatchObject({ tokenHash: sha256(token), userAgent: "Chrome · Android" });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("answers a wrong password, an unknown address and a disabled account alike", async () => {
    const { email } = await anAccount();
    const disabled = await anAccount();
    await database.db.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    expect(await refusal(attempt(email, "salah-sekali-99"))).toEqual(REFUSED);
    expect(await refusal(attempt("tidak-ada@contoh.test"))).toEqual(REFUSED);
    expect(await refusal(attempt(disabled.email))).toEqual(REFUSED);
    expect(await database.db.session.count()).toBe(0);
  });

  it("ends the session that the browser brought along", async () => {
    const { email } = await anAccount();
    const { token: formerToken } = await attempt(email);
    const { token } = await signIn(nobody(), {
      email,
      password: PASSWORD,
      clientKey: from("203.0.113.1"),
      device: DEVICE,
      formerToken,
    });
    expect(token).not.toBe(formerToken);
    expect(await sessionActor(formerToken)).toEqual({ kind: "anonymous" });
    expect(await sessionActor(token)).toMatchObject({ kind: "user" });
  });

  it("hashes anew what was hashed with weaker parameters", async () => {
    const { email, userId } = await anAccount();
    const weak = await hash(PASSWORD, { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await database.db.user.update({ where: { id: userId }, data: { passwordHash: weak } });
    await attempt(email);
    const { passwordHash } = await database.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await attempt(email);
  });

  it("takes the same characters however the keyboard composed them", async () => {
    const { email, userId } = await anAccount();
    const passwordHash = await hashPassword("kopi-é-pagi-hari".normalize("NFD"));
    await database.db.user.update({ where: { id: userId }, data: { passwordHash } });
    expect(await attempt(email, "kopi-é-pagi-hari".normalize("NFC"))).toMatchObject({ userId });
  });

  it("signs out for good", async () => {
    const { email } = await anAccount();
    const { token } = await attempt(email);
    await signOut(nobody(), { token });
    expect(await sessionActor(token)).toEqual({ kind: "anonymous" });
    await signOut(nobody(), { token });
  });
});

describe("throttling", () => {
  it("refuses an account after ten wrong tries, the right password too, and says how long to wait", async () => {
    const { email } = await anAccount();
    for (let index = 0; index < 10; index += 1) {
      expect(await refusal(attempt(email, "salah-sekali-99", from(`203.0.113.${index}`)))).toEqual(REFUSED);
    }
    const eleventh = attempt(email, PASSWORD, from("203.0.113.77"));
    await expect(eleventh).rejects.toMatchObject({
      code: "too_many",
      userMessage: { key: "identity:error.tooManyTries", params: { minutes: 15 } },
    });
    const error = await eleventh.catch((caught: { retryAfterSeconds: number }) => caught);
    expect(error).toMatchObject({ retryAfterSeconds: expect.any(Number) });
    expect(await attempt((await anAccount()).email, PASSWORD, from("203.0.113.77"))).toHaveProperty("token");
  });

  it("counts tries at once, however many come together", async () => {
    const { email } = await anAccount();
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => refusal(attempt(email, "salah-sekali-99"))),
    );
    const codes = answers.map((answer) => (answer as { code: string }).code);
    expect(codes.filter((code) => code === "invalid")).toHaveLength(10);
    expect(codes.filter((code) => code === "too_many")).toHaveLength(6);
  });

  it("forgets wrong tries once the right password came", async () => {
    const { email } = await anAccount();
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 9; index += 1) await refusal(attempt(email, "salah-sekali-99"));
      await attempt(email);
    }
  });

  /** As many tries of an address as leave it one. */
  async function allButOne(client: string) {
    for (let index = 0; index < 59; index += 1) await throttle(nobody(), "signInAddress", client);
  }

  it("refuses a network address that tries many accounts, and no other address", async () => {
    const guesser = from("198.51.100.9");
    await allButOne(guesser);
    expect(await refusal(attempt("tebakan@contoh.test", PASSWORD, guesser))).toEqual(REFUSED);
    const { email } = await anAccount();
    await expect(attempt(email, PASSWORD, guesser)).rejects.toMatchObject({ code: "too_many" });
    await expect(attempt(email, PASSWORD, from("198.51.100.10"))).resolves.toHaveProperty("token");
  });

  it("does not count those who get it right, so that an office behind one address works", async () => {
    const { email } = await anAccount();
    await allButOne(from("203.0.113.1"));
    for (let index = 0; index < 3; index += 1) await attempt(email);
  });

  it("keeps neither e-mail nor network address", async () => {
    const { email } = await anAccount();
    await refusal(attempt(email, "salah-sekali-99", from("203.0.113.1")));
    const rows = JSON.stringify(await database.db.rateLimiterFlexible.findMany());
    expect(rows).toContain("signInAccount");
    expect(rows).not.toContain(email);
    expect(rows).not.toContain("203.0.113");
  });
});
