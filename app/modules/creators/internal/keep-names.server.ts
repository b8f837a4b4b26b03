import { newId } from "~/kernel/id";
import type { Tx } from "~/platform/db.server";
import type { AffiliateNetwork } from "~/platform/generated/prisma/enums";
import { foldAccountName } from "../account-name";

type Name = { network: AffiliateNetwork; name: string };

/**
 * Notes since when an influencer goes by these names at the marketplaces, and that they no longer go by others. What
 * they were called before is kept: orders are judged by who bore a name at their time.
 */
export async function keepNames(tx: Tx, creatorId: string, names: readonly Name[], now: Date): Promise<void> {
  const wanted = new Map(
    names.map(({ network, name }) => [
      `${network} ${foldAccountName(name)}`,
      { network, name: foldAccountName(name) },
    ]),
  );
  const open = await tx.accountName.findMany({
    where: { creatorId, until: null },
    select: { id: true, network: true, name: true },
  });
  const ended = open.filter(({ network, name }) => !wanted.has(`${network} ${name}`));
  await tx.accountName.updateMany({
    where: { id: { in: ended.map(({ id }) => id) }, until: null },
    data: { until: now },
  });
  for (const { network, name } of open) wanted.delete(`${network} ${name}`);
  await tx.accountName.createMany({
    data: [...wanted.values()].map((each) => ({ id: newId(now), creatorId, ...each, since: now })),
  });
}
