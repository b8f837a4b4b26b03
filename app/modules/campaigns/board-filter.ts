import { z } from "zod";
import { PLATFORMS } from "~/modules/creators/platforms";
import { PRODUCT_KINDS } from "~/modules/products/product";

export const BOARD_SORTS = ["newest", "closing"] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

const words = z
  .string()
  .trim()
  .max(80)
  .transform((text) => text || undefined)
  .optional()
  .catch(undefined);

/** What the board is filtered by. A hand-edited address shows the board all the same: what is unknown is left out. */
export const boardFilterSchema = z.object({
  q: words,
  platform: z.enum(PLATFORMS).optional().catch(undefined),
  kind: z.enum(PRODUCT_KINDS).optional().catch(undefined),
  /** Slug of a Kanwil. */
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  commission: z.enum(["percent", "fixed"]).optional().catch(undefined),
  /** Only what still has a slot. */
  free: z.literal("1").optional().catch(undefined),
  sort: z.enum(BOARD_SORTS).catch("newest"),
  cursor: z.string().max(400).optional().catch(undefined),
});
export type BoardFilter = z.output<typeof boardFilterSchema>;

/** Reads the filter from an address. */
export function readBoardFilter(search: URLSearchParams): BoardFilter {
  return boardFilterSchema.parse(Object.fromEntries(search));
}
