import { AppError, type UserMessage } from "~/kernel/app-error";
import { asZone, localDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { licenceFacts, licenceSelect } from "../internal/licence-facts.server";
import { licenceGate } from "../licence-gate";

export type LicenceGateResult = { ok: true } | { ok: false; reasons: UserMessage[] };

/**
 * Whether a brief for the product may be published today: it is offered to the public, and has the licences that its
 * kind needs, valid on this day in its institution's zone.
 * @throws AppError `not_found`, `forbidden`.
 */
export async function productLicenceGate(ctx: Ctx, productId: string): Promise<LicenceGateResult> {
  const product = await ctx.db.product.findUnique({
    where: { id: productId },
    select: {
      name: true,
      story: true,
      kind: true,
      status: true,
      institutionId: true,
      institution: { select: { regionId: true, timeZone: true } },
      licences: { select: licenceSelect },
    },
  });
  if (!product) throw new AppError("not_found", `no product ${productId}`);
  const { institution } = product;
  ctx.authorize("product.read", { institutionId: product.institutionId, regionId: institution.regionId });
  const today = localDay(ctx.clock.now(), asZone(institution.timeZone));
  const words = `${product.name}\n${product.story}`;
  const reasons = licenceGate(product.kind, product.licences.map(licenceFacts), today, words);
  if (product.status !== "ACTIVE") reasons.unshift({ key: "products:gate.notActive" });
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
