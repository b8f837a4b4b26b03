import { type BoardCard, campaignBoard } from "~/modules/campaigns/queries/campaign-board.server";
import { systemContext } from "~/modules/identity/context.server";
import type { ProductCard } from "~/modules/products/queries/product-card.server";
import { productCatalogue } from "~/modules/products/queries/product-catalogue.server";
import type { Ctx } from "~/platform/context.server";
import { type PublicFigures, publicFigures } from "./public-figures.server";

export type FrontPage = {
  figures: PublicFigures;
  products: ProductCard[];
  briefs: BoardCard[];
  now: Date;
  /** Whether what is shown was made for demonstration. */
  isDemo: boolean;
  isSignedIn: boolean;
};

const PRODUCTS = 8;
const BRIEFS = 6;

/** What everybody sees first: flagships (other products where there are too few), open briefs, and true figures. */
export async function frontPage(ctx: Ctx): Promise<FrontPage> {
  const now = ctx.clock.now();
  // The board is for those who are signed in; a few of its cards are shown to everybody as an invitation.
  const board = systemContext("front page", { db: ctx.db, clock: ctx.clock, log: ctx.log });
  const [figures, flagships, newest, briefs] = await Promise.all([
    publicFigures(ctx),
    productCatalogue(ctx, { flagshipOnly: true, limit: PRODUCTS }),
    productCatalogue(ctx, { limit: PRODUCTS }),
    campaignBoard(board, { sort: "newest", free: "1" }, BRIEFS),
  ]);
  const known = new Set(flagships.rows.map((product) => product.id));
  const products = [...flagships.rows, ...newest.rows.filter((product) => !known.has(product.id))];
  return {
    figures,
    products: products.slice(0, PRODUCTS),
    briefs: briefs.rows,
    now,
    isDemo: products.some((product) => product.institution.isDemo),
    isSignedIn: ctx.actor.kind !== "anonymous",
  };
}
