import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { randomToken } from "~/platform/secrets.server";
import { changeSource, type Owner } from "../internal/owned-source.server";
import { sealSecret } from "../internal/woo-secret.server";

/** How long the secret before is still right: WooCommerce never sends again what was refused meanwhile. */
export const OLD_SECRET_HOURS = 24;

/** @returns the new secret, for the only time. @throws AppError `forbidden`, `not_found` */
export async function rotateWooSecret(ctx: Ctx, { institution }: { institution: Owner }): Promise<string> {
  const secret = randomToken();
  const now = ctx.clock.now();
  await changeSource(ctx, institution, "woo.rotated", async (tx) => {
    const known = await tx.wooEndpoint.findUnique({ where: { institutionId: institution.id } });
    if (!known) throw new AppError("not_found", "no WooCommerce endpoint yet");
    await tx.wooEndpoint.update({
      where: { id: known.id },
      data: {
        ...{ secretSealed: sealSecret(secret), rotatedAt: now, previousSealed: known.secretSealed },
        previousUntil: new Date(now.getTime() + OLD_SECRET_HOURS * 3_600_000),
      },
    });
  });
  return secret;
}
