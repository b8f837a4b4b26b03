import { CHANNELS, type Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { ClickTokens, type ReadToken, readClickToken } from "../click-token.server";
import { readLinkCode } from "../codes";
import { clickedLinks } from "../internal/clicked-links.server";
import { channelPath } from "../link-destination";

/** Where the buttons of a product's page lead for somebody who came by a link; by channel. */
export type ShopWays = Partial<Record<Channel, string>>;

let tokens: ClickTokens | undefined;

/**
 * The ways to a product's shops for the visitor of a click, so that the step from the page to a shop is counted for
 * the same link. The address names the link beside the token, so a click that still waits in the queue is known too;
 * for addresses from before it did, the counted click does. Nothing is kept in the browser: both travel in the page's
 * own addresses.
 * @param input.code the link's code as the address has it
 * @returns nothing for a token that is none of this product's links'
 */
export async function shopWays(
  ctx: Ctx,
  input: { productId: string; click: string | null; code: string | null },
): Promise<ShopWays> {
  const token = input.click === null ? null : readClickToken(input.click);
  if (!token) return {};
  const link = (await namedLink(ctx, token, input)) ?? (await countedLink(ctx, token, input.productId));
  if (!link) return {};
  return Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      `/r/${link.code}/ke/${channelPath(channel)}?gaung_click=${token.clickId}.${token.code}`,
    ]),
  );
}

type Way = { id: string; code: string };

async function namedLink(
  ctx: Ctx,
  token: ReadToken,
  input: { productId: string; code: string | null },
): Promise<Way | null> {
  const code = input.code === null ? null : readLinkCode(input.code);
  if (code === null) return null;
  const link = await ctx.db.referralLink.findFirst({
    where: { code, productId: input.productId },
    select: { id: true, code: true },
  });
  return link && isFor(token, link) ? link : null;
}

async function countedLink(ctx: Ctx, token: ReadToken, productId: string): Promise<Way | null> {
  const link = (await clickedLinks(ctx.db, [token.clickId])).get(token.clickId);
  return link?.productId === productId && isFor(token, link) ? link : null;
}

function isFor(token: ReadToken, link: Way): boolean {
  tokens ??= new ClickTokens();
  return tokens.isFor(token, link.id);
}
