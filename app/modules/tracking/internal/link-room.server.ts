import { AppError } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";
import { MAX_LINKS, MAX_LINKS_EVER } from "../link-destination";

/**
 * Whether a claim may have one more open link. Closed ones count against a wider limit, for their codes are never
 * given again. The claim is locked.
 * @throws AppError `conflict`
 */
export async function requireRoom(tx: Tx, claimId: string, more = 1): Promise<void> {
  const [open, ever] = await Promise.all([
    tx.referralLink.count({ where: { claimId, status: "ACTIVE" } }),
    tx.referralLink.count({ where: { claimId } }),
  ]);
  if (open + 1 > MAX_LINKS || ever + more > MAX_LINKS_EVER) {
    throw new AppError("conflict", `claim ${claimId} has ${open} open links, ${ever} in all`, {
      message: { key: "tracking:link.error.tooMany", params: { max: MAX_LINKS } },
    });
  }
}
