import { AppError } from "~/kernel/app-error";
import { asZone, type Zone } from "~/kernel/time";
import type { Tx } from "~/platform/db.server";

export type RegionOfInstitution = { id: string; timeZone: Zone; latitude: number; longitude: number };

/** The Kanwil that an institution is put under; its zone becomes the institution's. @throws AppError `invalid`. */
export async function regionFor(tx: Tx, regionId: string): Promise<RegionOfInstitution> {
  const region = await tx.region.findUnique({
    where: { id: regionId },
    select: { id: true, timeZone: true, latitude: true, longitude: true },
  });
  if (!region) {
    throw new AppError("invalid", `no region ${regionId}`, {
      fields: { regionId: [{ key: "institutions:error.region" }] },
    });
  }
  return { ...region, timeZone: asZone(region.timeZone) };
}

/** The error for a name that another institution bears already. */
export function nameTaken(cause: unknown): AppError {
  return new AppError("conflict", "institution name or slug in use", {
    fields: { name: [{ key: "institutions:error.nameTaken" }] },
    cause,
  });
}
