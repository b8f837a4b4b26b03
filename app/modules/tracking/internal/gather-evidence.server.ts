import type { Brief } from "~/modules/campaigns/brief.schemas";
import { briefSchema } from "~/modules/campaigns/brief.schemas";
import type { Tx } from "~/platform/db.server";
import type { ClickEvidence, CouponEvidence, Evidence } from "../attribution";
import { compactId, fullId, timeOfId } from "../click";
import { ClickTokens, readClickToken } from "../click-token.server";

export type GatheredEvidence = {
  evidence: Evidence;
  /** The briefs that the candidates' influencers accepted, by claim: window and commission are theirs. */
  briefs: ReadonlyMap<string, Brief>;
};

type Input = {
  institutionId: string;
  occurredAt: Date;
  couponCode: string | undefined;
  clickTokens: readonly string[];
};

/** Looks up what a coupon code and click marks point to, within one institution. */
export async function gatherEvidence(tx: Tx, input: Input): Promise<GatheredEvidence> {
  const briefs = new Map<string, Brief>();
  const coupon = input.couponCode
    ? await findCoupon(tx, input.institutionId, input.couponCode, briefs)
    : null;
  const clicks = await findClicks(tx, input.institutionId, input.clickTokens, briefs);
  return { evidence: { occurredAt: input.occurredAt, coupon, clicks }, briefs };
}

async function findCoupon(
  tx: Tx,
  institutionId: string,
  code: string,
  briefs: Map<string, Brief>,
): Promise<CouponEvidence> {
  const row = await tx.couponCode.findUnique({
    where: { code, claim: { campaign: { institutionId } } },
    select: {
      createdAt: true,
      claim: {
        select: {
          id: true,
          revision: { select: { brief: true } },
          links: { select: { id: true }, orderBy: { id: "asc" }, take: 1 },
        },
      },
    },
  });
  if (!row) return { code, claim: null };
  briefs.set(row.claim.id, briefSchema.parse(row.claim.revision.brief));
  return {
    code,
    claim: { claimId: row.claim.id, linkId: row.claim.links[0]?.id ?? null, issuedAt: row.createdAt },
  };
}

type LinkRow = Awaited<ReturnType<typeof linksOf>>[number];

function linksOf(tx: Tx, institutionId: string) {
  return tx.referralLink.findMany({
    where: { institutionId },
    select: { id: true, claimId: true, claim: { select: { revision: { select: { brief: true } } } } },
  });
}

/**
 * A token names no link: the link is the one of this institution for which its code is right. So a conversion can be
 * credited although its click still waits in the queue, and the click's row may one day be gone.
 */
async function findClicks(
  tx: Tx,
  institutionId: string,
  texts: readonly string[],
  briefs: Map<string, Brief>,
): Promise<ClickEvidence[]> {
  const tokens = texts.map((text) => ({ text, token: readClickToken(text) }));
  if (!tokens.some(({ token }) => token)) {
    return tokens.map(({ text }) => ({ clickId: text.slice(0, 100), link: null }));
  }
  const links = await linksOf(tx, institutionId);
  const signatures = new ClickTokens();
  return tokens.map(({ text, token }) => {
    const link = token && links.find((candidate) => signatures.isFor(token, candidate.id));
    if (!token || !link) return { clickId: token ? fullId(token.clickId) : text.slice(0, 100), link: null };
    return clickOf(fullId(token.clickId), link, briefs);
  });
}

function clickOf(clickId: string, link: LinkRow, briefs: Map<string, Brief>): ClickEvidence {
  const brief = briefSchema.parse(link.claim.revision.brief);
  briefs.set(link.claimId, brief);
  return {
    clickId,
    link: {
      claimId: link.claimId,
      linkId: link.id,
      clickedAt: new Date(timeOfId(compactId(clickId))),
      windowDays: brief.attributionWindowDays,
    },
  };
}
