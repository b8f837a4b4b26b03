import { CHANNELS, type Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { ClickTokens, readClickToken } from "../click-token.server";
import { channelPath } from "../link-destination";

/** Where the buttons of a product's page lead for somebody who came by a link; by channel. */
export type ShopWays = Partial<Record<Channel, string>>;

/** Newest links first; a token of an older one leads straight to the shops. */
const TRIED = 5_000;

let tokens: ClickTokens | undefined;

/**
 * The ways to a product's shops for the visitor of a click, so that the step from the page to a shop is counted for
 * the same link. The token's signature names its link, so a click that still waits in the queue is known too. Nothing
 * is kept in the browser: the token travels in the page's own addresses.
 * @returns nothing for a token that is none of this product's links'
 */
export async function shopWays(
  ctx: Ctx,
  input: { productId: string; click: string | null },
): Promise<ShopWays> {
  const token = input.click === null ? null : readClickToken(input.click);
  if (!token) return {};
  const links = await ctx.db.referralLink.findMany({
    where: { productId: input.productId },
    select: { id: true, code: true },
    orderBy: { no: "desc" },
    take: TRIED,
  });
  tokens ??= new ClickTokens();
  const checker = tokens;
  const link = links.find(({ id }) => checker.isFor(token, id));
  if (!link) return {};
  return Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      `/r/${link.code}/ke/${channelPath(channel)}?gaung_click=${token.clickId}.${token.code}`,
    ]),
  );
}
