import { askInfluencer } from "~/modules/fraud/commands/ask-influencer.server";
import { detectFraud } from "~/modules/fraud/commands/detect-fraud.server";
import { hashBuyer } from "~/modules/tracking/buyer-hash.server";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { recordConversion } from "~/modules/tracking/commands/record-conversion.server";
import { db } from "~/platform/db.server";
import { personAt, systemAt } from "./actors";
import type { LinkStory } from "./claims";
import { later } from "./timeline";
import type { HumanClick } from "./traffic";

/** The Lapas whose officers find something to look at. */
const PLACE = "lapas-sidoarjo";

/** Days before the end of the story at which it was found. */
const FOUND_DAYS = 1;

/**
 * Two reviews at one Lapas: an influencer ordered with the own mail address and was asked about it, and two orders of
 * another came seconds after their clicks. All else in the story is ordinary, and detection finds nothing in it.
 */
export async function openReviews(
  links: readonly LinkStory[],
  buyers: readonly HumanClick[],
  now: Date,
): Promise<number> {
  const found = later(now, -FOUND_DAYS);
  const running = links.filter(({ product, ends }) => product.institution.slug === PLACE && ends === null);
  const [first, second] = running;
  if (first) await buyOneself(first, later(found, -0.5));
  const clicks = buyers.filter(({ link, at }) => link === second && at < later(found, -0.1)).slice(-2);
  for (const [index, click] of clicks.entries()) await buyAtOnce(click, index);
  await detectFraud(systemAt(found));
  const cases = await db().fraudCase.findMany({ select: { id: true, claim: { select: { links: true } } } });
  const asked = cases.find(({ claim }) => claim.links.some(({ id }) => id === first?.linkId));
  if (first && asked) {
    await askInfluencer(await personAt(first.officer, later(found, 0.2)), {
      caseId: asked.id,
      question:
        "Ada pesanan dengan kode kupon Anda yang memakai surel Anda sendiri. Apakah pesanan itu untuk orang lain, misalnya keluarga atau contoh untuk konten?",
      days: 7,
    });
  }
  return cases.length;
}

async function buyOneself(link: LinkStory, at: Date): Promise<void> {
  const { institution, priceRupiah } = link.product;
  const { creator } = await db().referralLink.findUniqueOrThrow({
    where: { id: link.linkId },
    select: { creator: { select: { user: { select: { email: true } } } } },
  });
  await recordConversion(systemAt(at), {
    ...{ institution, source: "API", orderId: "SID-20001", status: "CONFIRMED", occurredAt: at },
    ...{ amountRupiah: priceRupiah * 2n, couponCode: link.coupon },
    buyerHash: hashBuyer(institution.id, creator.user.email),
  });
}

async function buyAtOnce({ id, linkId, at, link }: HumanClick, index: number): Promise<void> {
  const occurredAt = new Date(at.getTime() + 4_300 + index * 1_900);
  const { institution, priceRupiah } = link.product;
  await recordConversion(systemAt(occurredAt), {
    ...{ institution, source: "API", orderId: `SID-2000${index + 2}`, status: "CONFIRMED", occurredAt },
    amountRupiah: priceRupiah,
    clickTokens: [new ClickTokens().sign(compactId(id), compactId(linkId))],
  });
}
