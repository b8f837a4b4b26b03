import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Platform } from "~/modules/creators/platforms";
import type { ProductKind } from "~/modules/products/product";
import type { Ctx } from "~/platform/context.server";
import type { Db, Prisma } from "~/platform/db.server";
import type { ClaimStatus } from "~/platform/generated/prisma/enums";
import type { BoardFilter, BoardSort } from "../board-filter";
import type { Commission } from "../brief.schemas";
import { type Availability, availabilityOf } from "../campaign";
import { storedBrief } from "../stored-brief";
import { FIRST_PHOTO, type ProductPicture, pictureOf } from "./product-picture.server";

export type BoardCard = {
  id: string;
  slug: string;
  title: string;
  institution: { name: string; city: string; isDemo: boolean };
  product: { name: string; kind: ProductKind; priceRupiah: bigint; unit: string; isFlagship: boolean };
  picture: ProductPicture | null;
  commission: Commission;
  platforms: Platform[];
  slots: number;
  slotsLeft: number;
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
  availability: Availability;
  /** The reader's own claim, when there is one. */
  claim: { id: string; status: ClaimStatus } | null;
};

export const BOARD_PAGE = 12;

function openWhere(
  filter: BoardFilter,
  now: Date,
  fields: Db["campaign"]["fields"],
): Prisma.CampaignWhereInput {
  const words = filter.q?.toLowerCase().split(/\s+/) ?? [];
  return {
    status: "PUBLISHED",
    currentRevisionId: { not: null },
    closesAt: { gt: now },
    AND: words.map((word) => ({ searchText: { contains: word } })),
    ...(filter.platform ? { platforms: { has: filter.platform } } : {}),
    ...(filter.kind ? { product: { kind: filter.kind } } : {}),
    ...(filter.region ? { institution: { region: { slug: filter.region } } } : {}),
    ...(filter.free ? { slotsTaken: { lt: fields.slots } } : {}),
    ...(filter.commission
      ? { currentRevision: { is: { brief: { path: ["commission", "kind"], equals: filter.commission } } } }
      : {}),
  };
}

/** The rows after the cursor: later dates for "closing soon", earlier ones for "newest". */
function afterCursor(sort: BoardSort, text: string | undefined): Prisma.CampaignWhereInput {
  const cursor = decodeCursor(text);
  if (!cursor || typeof cursor[0] !== "string") return {};
  const [at, id] = [new Date(cursor[0]), cursor[1]];
  return sort === "closing"
    ? { OR: [{ closesAt: { gt: at } }, { closesAt: at, id: { gt: id } }] }
    : { OR: [{ publishedAt: { lt: at } }, { publishedAt: at, id: { lt: id } }] };
}

const ORDER: Record<BoardSort, Prisma.CampaignOrderByWithRelationInput[]> = {
  newest: [{ publishedAt: "desc" }, { id: "desc" }],
  closing: [{ closesAt: "asc" }, { id: "asc" }],
};

function cardSelect(creatorId: string | null) {
  return {
    id: true,
    slug: true,
    title: true,
    status: true,
    slots: true,
    slotsTaken: true,
    opensAt: true,
    closesAt: true,
    publishedAt: true,
    platforms: true,
    currentRevision: { select: { brief: true } },
    institution: { select: { name: true, city: true, isDemo: true, timeZone: true } },
    product: {
      select: {
        name: true,
        kind: true,
        priceRupiah: true,
        unit: true,
        photos: FIRST_PHOTO,
        flagship: { select: { productId: true } },
      },
    },
    claims: {
      // Nobody has this id: whoever is no influencer has no claim.
      where: { creatorId: creatorId ?? "00000000-0000-0000-0000-000000000000" },
      select: { id: true, status: true },
    },
  } satisfies Prisma.CampaignSelect;
}

type Row = Prisma.CampaignGetPayload<{ select: ReturnType<typeof cardSelect> }>;

function toCard(row: Row, now: Date): BoardCard[] {
  const { currentRevision, opensAt, closesAt, product, institution } = row;
  if (!currentRevision || !opensAt || !closesAt) return [];
  return [
    {
      id: row.id,
      slug: row.slug,
      title: row.title,
      institution: { name: institution.name, city: institution.city, isDemo: institution.isDemo },
      product: {
        name: product.name,
        kind: product.kind,
        priceRupiah: product.priceRupiah,
        unit: product.unit,
        isFlagship: product.flagship !== null,
      },
      picture: pictureOf(product),
      commission: storedBrief(currentRevision.brief).commission,
      platforms: row.platforms,
      slots: row.slots,
      slotsLeft: row.slots - row.slotsTaken,
      opensAt,
      closesAt,
      timeZone: institution.timeZone,
      availability: availabilityOf(row, now),
      claim: row.claims[0] ?? null,
    },
  ];
}

/**
 * The influencers' board: published briefs whose window is not over, full ones too, because a slot may come free.
 * @throws AppError `forbidden`; `malformed` for a cursor that we did not make.
 */
export async function campaignBoard(
  ctx: Ctx,
  filter: BoardFilter,
  limit = BOARD_PAGE,
): Promise<Page<BoardCard> & { now: Date }> {
  ctx.authorize("board.read");
  const now = ctx.clock.now();
  const creatorId = ctx.actor.kind === "user" ? ctx.actor.creatorId : null;
  const rows = await ctx.db.campaign.findMany({
    where: { AND: [openWhere(filter, now, ctx.db.campaign.fields), afterCursor(filter.sort, filter.cursor)] },
    orderBy: ORDER[filter.sort],
    take: limit + 1,
    select: cardSelect(creatorId),
  });
  const page = toPage(rows, limit, (row) => [
    (filter.sort === "closing" ? row.closesAt : row.publishedAt)?.toISOString() ?? null,
    row.id,
  ]);
  return { rows: page.rows.flatMap((row) => toCard(row, now)), next: page.next, now };
}
