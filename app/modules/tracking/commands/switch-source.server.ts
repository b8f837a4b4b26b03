import type { Ctx } from "~/platform/context.server";
import { changeSource, mustChange, type Owner } from "../internal/owned-source.server";

type Input = { institution: Owner; source: "site" | "woo"; on: boolean };

/** Switches an institution's page or WooCommerce off, or on again. @throws AppError `forbidden`, `not_found` */
export async function switchSource(ctx: Ctx, { institution, source, on }: Input): Promise<void> {
  const change = {
    where: { institutionId: institution.id },
    data: { disabledAt: on ? null : ctx.clock.now() },
  };
  const state = on ? "enabled" : "disabled";
  if (source === "site") {
    await changeSource(ctx, institution, `siteKey.${state}`, async (tx) =>
      mustChange(await tx.siteKey.updateMany(change)),
    );
    return;
  }
  await changeSource(ctx, institution, `woo.${state}`, async (tx) =>
    mustChange(await tx.wooEndpoint.updateMany(change)),
  );
}
