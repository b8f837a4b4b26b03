import type { Ctx } from "~/platform/context.server";
import { type LinkFigures, linkFigures } from "../queries/link-figures.server";
import { type AddressHealth, addressHealth } from "../queries/link-health.server";
import { type LinkRow, type StoredLink, toLinkRow } from "./link-rows.server";

/** A link with who came by it, and whether its address is well; null where nobody looked yet. */
export type MeasuredLink = LinkRow & { figures: LinkFigures; health: AddressHealth | null };

/** Links of one campaign with their figures, in the order given. The caller has asked the policy. */
export async function measuredLinks(
  ctx: Ctx,
  links: readonly StoredLink[],
  campaignStatus: string,
): Promise<MeasuredLink[]> {
  const [figures, health] = await Promise.all([
    linkFigures(
      ctx,
      links.map(({ id }) => id),
    ),
    addressHealth(
      ctx,
      links.map(({ destinationUrl }) => destinationUrl),
    ),
  ]);
  return links.map((link) => ({
    ...toLinkRow(link, campaignStatus),
    figures: figures.get(link.id) ?? { raw: 0, human: 0, unique: 0 },
    health: health.get(link.destinationUrl) ?? null,
  }));
}
