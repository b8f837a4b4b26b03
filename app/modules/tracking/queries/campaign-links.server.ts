import { AppError } from "~/kernel/app-error";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { linkRowSelect } from "../internal/link-rows.server";
import { type MeasuredLink, measuredLinks } from "../internal/measured-links.server";

export type CampaignLink = MeasuredLink & { creator: string };
export type CampaignLinks = { campaign: { id: string; title: string }; links: Page<CampaignLink> };

const LINKS_PAGE = 50;

/**
 * The links of a campaign with their figures, the most clicked by people first and of equal ones the oldest, for its
 * officers.
 * @throws AppError `not_found`, `forbidden`; `malformed` for a cursor that is none of this list's
 */
export async function campaignLinks(
  ctx: Ctx,
  input: {
    campaignId: string;
    institutionId: string;
    regionId: string;
    cursor?: string | null;
    limit?: number;
  },
): Promise<CampaignLinks> {
  const { institutionId, regionId, limit = LINKS_PAGE } = input;
  ctx.authorize("claim.read", { institutionId, regionId });
  const campaign = await ctx.db.campaign.findFirst({
    where: { id: input.campaignId, institutionId },
    select: { id: true, title: true, status: true },
  });
  if (!campaign) throw new AppError("not_found", `no campaign ${input.campaignId}`);
  const { rows, next } = toPage(
    await rankedLinks(ctx, campaign.id, input.cursor ?? null, limit + 1),
    limit,
    (row) => [Number(row.human), String(row.no)],
  );
  const links = await ctx.db.referralLink.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { ...linkRowSelect, creator: { select: { displayName: true } } },
  });
  const names = new Map(links.map(({ id, creator }) => [id, creator.displayName]));
  const measured = new Map((await measuredLinks(ctx, links, campaign.status)).map((link) => [link.id, link]));
  return {
    campaign: { id: campaign.id, title: campaign.title },
    links: {
      rows: rows.flatMap(({ id }) => {
        const link = measured.get(id);
        return link ? { ...link, creator: names.get(id) ?? "" } : [];
      }),
      next,
    },
  };
}

type Ranked = { id: string; no: number; human: bigint };

function rankedLinks(ctx: Ctx, campaignId: string, cursor: string | null, limit: number): Promise<Ranked[]> {
  return ctx.db.$queryRaw<Ranked[]>`
    SELECT id, no, human FROM (
      SELECT l.id, l.no, coalesce((SELECT sum(h.human) FROM click_hourly h WHERE h.link_id = l.id), 0)::bigint AS human
      FROM referral_link l WHERE l.campaign_id = ${campaignId}::uuid
    ) ranked
    WHERE ${after(cursor)} ORDER BY human DESC, no ASC LIMIT ${limit}`;
}

function after(text: string | null): Prisma.Sql {
  const cursor = decodeCursor(text);
  if (!cursor) return Prisma.sql`TRUE`;
  const [human, no] = [Number(cursor[0]), Number(cursor[1])];
  if (!Number.isSafeInteger(human) || !Number.isSafeInteger(no))
    throw new AppError("malformed", "cursor holds no clicks and no number");
  return Prisma.sql`(human < ${human} OR (human = ${human} AND no > ${no}))`;
}
