import type { Ctx } from "~/platform/context.server";

/** Whose import it is: a Lapas' (any of its officers), or an influencer's own. */
export type ImportOwner =
  | { kind: "institution"; id: string; regionId: string }
  | { kind: "creator"; id: string };

/** @throws AppError where the actor may not bring reports for this owner */
export function authorizeWrite(ctx: Ctx, owner: ImportOwner): void {
  if (owner.kind === "institution") {
    ctx.authorize("conversion.record", { institutionId: owner.id, regionId: owner.regionId });
  } else ctx.authorize("claim.own", { creatorId: owner.id });
}

/** @throws AppError where the actor may not see this owner's imports */
export function authorizeRead(ctx: Ctx, owner: ImportOwner): void {
  if (owner.kind === "institution") {
    ctx.authorize("conversion.read", { institutionId: owner.id, regionId: owner.regionId });
  } else ctx.authorize("claim.own", { creatorId: owner.id });
}

/** Which rows of `report_import` are the owner's. */
export function ownedBy(owner: ImportOwner): { institutionId: string } | { creatorId: string } {
  return owner.kind === "institution" ? { institutionId: owner.id } : { creatorId: owner.id };
}
