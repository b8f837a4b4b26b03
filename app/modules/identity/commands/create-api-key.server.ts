import { randomInt } from "node:crypto";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { randomToken, sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import type { ApiScope } from "../identity.schemas";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

function randomPrefix(): string {
  return Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

export type CreateApiKeyInput = {
  institution: { id: string; regionId: string };
  name: string;
  scopes: ApiScope[];
};

/** Makes a key of an institution. @returns the key itself, for the only time. */
export async function createApiKey(
  ctx: Ctx,
  input: CreateApiKeyInput,
): Promise<{ apiKeyId: string; key: string }> {
  const institutionId = input.institution.id;
  ctx.authorize("apiKey.manage", { institutionId, regionId: input.institution.regionId });
  const now = ctx.clock.now();
  const id = newId(now);
  const prefix = randomPrefix();
  const key = `gk_${prefix}_${randomToken()}`;
  const scopes = [...new Set(input.scopes)];
  await inTransaction(ctx, async (tx) => {
    await tx.apiKey.create({
      data: { id, institutionId, name: input.name, prefix, keyHash: sha256(key), scopes, createdAt: now },
    });
    await audit(tx, ctx, {
      action: "apiKey.created",
      entity: "apiKey",
      entityId: id,
      institutionId,
      data: { scopes },
    });
  });
  return { apiKeyId: id, key };
}
