import type { Ctx } from "~/platform/context.server";
import { changeSource, mustChange, type Owner } from "../internal/owned-source.server";
import { newSiteKey } from "./save-site.server";

/** Gives the page a new key; the old one is refused at once. @throws AppError `forbidden`, `not_found` */
export async function rotateSiteKey(ctx: Ctx, { institution }: { institution: Owner }): Promise<void> {
  await changeSource(ctx, institution, "siteKey.rotated", async (tx) =>
    mustChange(
      await tx.siteKey.updateMany({
        where: { institutionId: institution.id },
        data: { key: newSiteKey(), rotatedAt: ctx.clock.now() },
      }),
    ),
  );
}
