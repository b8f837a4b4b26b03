import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation } from "~/platform/db.server";
import { randomToken } from "~/platform/secrets.server";
import { changeSource, type Owner } from "../internal/owned-source.server";
import { sealSecret } from "../internal/woo-secret.server";

/**
 * Opens an address for an institution's WooCommerce. @returns the secret, for the only time
 * @throws AppError `forbidden`; `conflict` where there is one already
 */
export async function createWooEndpoint(ctx: Ctx, { institution }: { institution: Owner }): Promise<string> {
  const secret = randomToken();
  const now = ctx.clock.now();
  const row = {
    id: newId(now),
    institutionId: institution.id,
    secretSealed: sealSecret(secret),
    createdAt: now,
  };
  try {
    await changeSource(ctx, institution, "woo.created", (tx) => tx.wooEndpoint.create({ data: row }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "institution has a WooCommerce endpoint already", {
      message: { key: "tracking:sources.error.wooExists" },
    });
  }
  return secret;
}
