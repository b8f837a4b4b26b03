import type { Prisma } from "~/platform/db.server";
import type { LicenceFacts } from "../licences";

export const licenceSelect = {
  id: true,
  kind: true,
  number: true,
  issuedOn: true,
  expiresOn: true,
} satisfies Prisma.LicenceSelect;

type LicenceRow = Prisma.LicenceGetPayload<{ select: typeof licenceSelect }>;

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** A licence as the pure rules look at it: PostgreSQL's `date` comes as UTC midnight. */
export function licenceFacts(row: LicenceRow): LicenceFacts & { id: string } {
  return { ...row, issuedOn: dayOf(row.issuedOn), expiresOn: dayOf(row.expiresOn) };
}
