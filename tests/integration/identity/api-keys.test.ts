import { beforeEach, describe, expect, it } from "vitest";
import { requireApiKey } from "~/modules/identity/api-key-context.server";
import { createApiKey } from "~/modules/identity/commands/create-api-key.server";
import { revokeApiKey } from "~/modules/identity/commands/revoke-api-key.server";
import type { ApiScope } from "~/modules/identity/identity.schemas";
import { apiKeys } from "~/modules/identity/queries/api-keys.server";
import { sha256 } from "~/platform/secrets.server";
import { anOfficer, type Officer } from "../../factories/identity";
import { useDatabase } from "../../setup/database";
import { aPlace, auditOf, nobody, type Place, system } from "./world";

const database = useDatabase({ resetEach: true });

let place: Place;
let head: Officer;
const institution = () => ({ id: place.institutionId, regionId: place.regionId });

beforeEach(async () => {
  place = await aPlace("Lapas Sidoarjo");
  head = await anOfficer(system(), { role: "LAPAS_HEAD", institutionId: place.institutionId });
});

const create = (scopes: ApiScope[] = ["conversions:write"]) =>
  createApiKey(head.ctx, { institution: institution(), name: "Toko daring", scopes });

const call = (authorization: string | undefined, scope: ApiScope = "conversions:write") =>
  requireApiKey(
    new Request("http://gaung.example/api/v1/x", authorization ? { headers: { authorization } } : {}),
    scope,
  );

describe("an API key", () => {
  it("is shown once and stored as a hash", async () => {
    const { apiKeyId, key } = await create();
    expect(key).toMatch(/^gk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/);
    const stored = JSON.stringify(await database.db.apiKey.findMany());
    expect(stored).toContain(sha256(key));
    expect(stored).not.toContain(key.split("_").slice(2).join("_"));
    expect(JSON.stringify(await apiKeys(head.ctx, { institution: institution() }))).not.toContain(
      sha256(key),
    );
    expect(await auditOf(apiKeyId)).toEqual(["apiKey.created"]);
  });

  it("acts for its institution, within its scopes", async () => {
    const { apiKeyId, key } = await create();
    const ctx = await call(`Bearer ${key}`);
    expect(ctx.actor).toMatchObject({ kind: "apiKey", apiKeyId, institutionId: place.institutionId });
    expect(ctx.can("conversion.record", { institutionId: place.institutionId })).toBe(true);
    expect(ctx.can("conversion.record", { institutionId: crypto.randomUUID() })).toBe(false);
    expect(ctx.can("report.institution", { institutionId: place.institutionId })).toBe(false);
    await expect(call(`bearer  ${key}`)).resolves.toBeDefined();
    await expect(call(`Bearer ${key}`, "stats:read")).rejects.toMatchObject({
      code: "forbidden",
      userMessage: { key: "identity:error.apiKeyScope", params: { scope: "stats:read" } },
    });
  });

  it("is refused when it is missing, wrong by one character, or withdrawn", async () => {
    const { apiKeyId, key } = await create();
    const last = key.at(-1) === "A" ? "B" : "A";
    for (const wrong of [
      undefined,
      "",
      `Basic ${key}`,
      key,
      `Bearer ${key.slice(0, -1)}${last}`,
      `Bearer ${key}x`,
      "Bearer gk_aaaaaaaa_short",
    ]) {
      await expect(call(wrong)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    await revokeApiKey(head.ctx, { apiKeyId });
    await expect(call(`Bearer ${key}`)).rejects.toMatchObject({ code: "unauthenticated" });
    await revokeApiKey(head.ctx, { apiKeyId });
    expect(await auditOf(apiKeyId)).toEqual(["apiKey.created", "apiKey.revoked"]);
  });

  it("notes its last use, at most once a minute", async () => {
    const { key } = await create();
    const lastUsed = async () => (await database.db.apiKey.findFirstOrThrow()).lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await call(`Bearer ${key}`);
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await call(`Bearer ${key}`);
    expect(await lastUsed()).toEqual(first);
    const earlier = new Date(Date.now() - 61_000);
    await database.db.apiKey.updateMany({ data: { lastUsedAt: earlier } });
    await call(`Bearer ${key}`);
    expect((await lastUsed())?.getTime()).toBeGreaterThan(earlier.getTime());
  });

  it("is the business of the institution's head and of administrators alone", async () => {
    const { apiKeyId } = await create();
    const sister = await aPlace("Lapas Malang");
    const others = await Promise.all([
      anOfficer(system(), { role: "LAPAS_PR", institutionId: place.institutionId }),
      anOfficer(system(), { role: "LAPAS_HEAD", institutionId: sister.institutionId }),
      anOfficer(system(), { role: "KANWIL", regionId: place.regionId }),
      anOfficer(system(), { role: "DIRECTORATE" }),
    ]);
    const scoped = { institution: institution() };
    for (const { ctx } of others) {
      const refused = { code: "forbidden" };
      await expect(createApiKey(ctx, { ...scoped, name: "X", scopes: ["stats:read"] })).rejects.toMatchObject(
        refused,
      );
      await expect(apiKeys(ctx, scoped)).rejects.toMatchObject(refused);
      await expect(revokeApiKey(ctx, { apiKeyId })).rejects.toMatchObject(refused);
    }
    await expect(apiKeys(nobody(), scoped)).rejects.toMatchObject({ code: "unauthenticated" });
    const admin = await anOfficer(system(), { role: "ADMIN" });
    await revokeApiKey(admin.ctx, { apiKeyId });
    expect(await apiKeys(admin.ctx, scoped)).toMatchObject([
      { name: "Toko daring", revokedAt: expect.any(Date) },
    ]);
  });
});
