import { describe, expect, it } from "vitest";
import { createAccount, prepareAccount } from "~/modules/identity/commands/create-account.server";
import { registerSchema, TERMS_VERSION } from "~/modules/identity/identity.schemas";
import { inTransaction } from "~/platform/transaction.server";
import { useDatabase } from "../../setup/database";
import { anAccount, nobody, PASSWORD } from "./world";

const database = useDatabase({ resetEach: true });

const input = { email: "baru@contoh.test", name: "Baru Sekali", password: PASSWORD, locale: "id" as const };

describe("registering", () => {
  it("makes an influencer and keeps the proof of consent, with the version of the text", async () => {
    const ctx = nobody();
    const { userId } = await createAccount(ctx, input, await prepareAccount(ctx, input));
    expect(await database.db.membership.findMany({ where: { userId } })).toMatchObject([
      { role: "INFLUENCER", institutionId: null, regionId: null, endedAt: null },
    ]);
    const user = await database.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(user.isDemo).toBe(false);
    expect(await database.db.auditEvent.findMany({ where: { entityId: userId } })).toMatchObject([
      {
        action: "consent.given",
        actorKind: "anonymous",
        data: { terms: TERMS_VERSION, privacy: TERMS_VERSION },
      },
    ]);
  });

  it("says at the field that an address has an account, and leaves nothing behind", async () => {
    await anAccount({ email: input.email });
    const prepared = await prepareAccount(nobody(), input);
    await expect(createAccount(nobody(), input, prepared)).rejects.toMatchObject({
      code: "conflict",
      fields: { email: [{ key: "identity:error.emailTaken" }] },
    });
    expect(await database.db.user.count()).toBe(1);
    expect(await database.db.membership.count()).toBe(1);
  });

  it("joins the transaction of whoever calls it: all or nothing", async () => {
    const ctx = nobody();
    const prepared = await prepareAccount(ctx, input);
    const broken = inTransaction(ctx, async (_tx, inner) => {
      await createAccount(inner, input, prepared);
      throw new Error("the profile failed");
    });
    await expect(broken).rejects.toThrow("the profile failed");
    expect(await database.db.user.count()).toBe(0);
    expect(await database.db.auditEvent.count()).toBe(0);
  });

  it("makes one of two that come at the same time", async () => {
    const ctx = nobody();
    const prepared = await prepareAccount(ctx, input);
    const both = await Promise.allSettled([
      createAccount(ctx, input, prepared),
      createAccount(ctx, input, prepared),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.db.user.count()).toBe(1);
  });

  it("stops a network address from trying lists of addresses", async () => {
    const prepare = (index: number) =>
      prepareAccount(nobody(), { ...input, email: `daftar${index}@contoh.test`, clientKey: "satu" });
    for (let index = 0; index < 20; index += 1) await prepare(index);
    await expect(prepare(20)).rejects.toMatchObject({ code: "too_many" });
    await expect(prepareAccount(nobody(), { ...input, clientKey: "lain" })).resolves.toBeDefined();
  });
});

describe("the form", () => {
  const parse = (change: Record<string, unknown>) =>
    registerSchema.safeParse({ ...input, consent: true, ...change });
  const faults = (change: Record<string, unknown>) =>
    parse(change).error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);

  it("takes addresses in lower case and without blanks", () => {
    expect(parse({ email: "  Siti.R@Contoh.ID " }).data?.email).toBe("siti.r@contoh.id");
  });

  it("says what is wrong, field by field", () => {
    expect(faults({ consent: undefined })).toEqual(["consent: identity:error.consentMissing"]);
    expect(faults({ email: "siti@" })).toEqual(["email: identity:error.emailInvalid"]);
    expect(faults({ email: undefined, name: undefined })).toEqual([
      "name: identity:error.nameMissing",
      "email: identity:error.emailMissing",
    ]);
    expect(faults({ password: "pendek" })).toEqual(["password: identity:error.password.tooShort"]);
    expect(faults({ password: "barusekali" })).toEqual(["password: identity:error.password.personal"]);
  });
});
