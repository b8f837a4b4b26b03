import type { Brief } from "~/modules/campaigns/brief.schemas";
import { commissionFor } from "~/modules/campaigns/campaign";
import { storedBrief } from "~/modules/campaigns/stored-brief";
import { foldAccountName } from "~/modules/creators/account-name";
import type { Tx } from "~/platform/db.server";
import type { ClaimFacts, Clue } from "../attribution";
import { compactId, timeOfId } from "../click";
import { foldCode } from "../codes";
import { tiktokContentId } from "../content-id";
import { holdersAt, type NamePeriod } from "../name-holders";
import type { StoredEvidence } from "../order-report";
import { couponsOf } from "../statements";

type Reader = Pick<Tx, "referralLink" | "couponCode" | "accountName" | "postProof" | "claim">;

/** What coupon codes, clicks, links, names and videos point to within one institution; read once for many orders. */
export class ClueBook {
  readonly #claims = new Map<string, ClaimFacts>();
  readonly #briefs = new Map<string, Brief>();
  readonly #coupons = new Map<string, string>();
  readonly #links = new Map<string, string>();
  readonly #codes = new Map<string, { claimId: string; linkId: string }>();
  readonly #handles = new Map<string, NamePeriod[]>();
  /** The claims that this institution accepted, by those who go or went by the names. */
  readonly #bearers = new Map<string, string[]>();
  readonly #contents = new Map<string, string>();

  /** Reads what these pieces of evidence and decisions need: a handful of queries, however many orders. */
  static async open(
    tx: Reader,
    institutionId: string,
    evidence: readonly StoredEvidence[],
    decidedFor: readonly string[] = [],
  ): Promise<ClueBook> {
    const book = new ClueBook();
    const coupons = distinct(evidence.flatMap(couponsOf));
    const clicked = evidence.some(({ clicks }) => clicks.some(({ linkId }) => linkId !== null));
    const coded = evidence.some(({ linkCodes }) => linkCodes.length > 0);
    const handles = distinct(evidence.flatMap((each) => each.handles.map(handleKey)));
    const contents = distinct(evidence.flatMap(({ contentIds }) => contentIds));
    if (coupons.length > 0) await book.#readCoupons(tx, institutionId, coupons);
    if (clicked || coded) await book.#readLinks(tx, institutionId);
    if (handles.length > 0) await book.#readHandles(tx, institutionId, handles);
    if (contents.length > 0) await book.#readContents(tx, institutionId);
    await book.#readClaims(tx, institutionId, distinct([...book.#claimIds(evidence), ...decidedFor]));
    return book;
  }

  /** The claim's facts; null where it is none of this institution. */
  claim(claimId: string): ClaimFacts | null {
    return this.#claims.get(claimId) ?? null;
  }

  /** The commission that a claim's brief gives on a net worth. */
  commission(claimId: string, netRupiah: bigint): bigint {
    const brief = this.#briefs.get(claimId);
    if (!brief) throw new RangeError(`claim ${claimId} is not in the book`);
    return commissionFor(brief, netRupiah);
  }

  /** The clues that an order's evidence holds. Of coupon codes those count that the order's state names. */
  clues(
    evidence: readonly StoredEvidence[],
    { couponCodes, occurredAt }: { couponCodes: readonly string[]; occurredAt: Date },
  ): Clue[] {
    const coupons = couponCodes.map((code) =>
      this.#clue("coupon", code, this.#coupons.get(code), null, null),
    );
    return [...coupons, ...evidence.flatMap((each) => this.#cluesOf(each, occurredAt))];
  }

  #cluesOf(evidence: StoredEvidence, occurredAt: Date): Clue[] {
    const { clicks, linkCodes, handles, contentIds, clickedAt } = evidence;
    const at = clickedAt === null ? null : new Date(clickedAt);
    return [
      ...clicks.map(({ clickId, linkId }) => {
        const claimId = linkId === null ? undefined : this.#links.get(linkId);
        const clickAt = claimId === undefined ? null : new Date(timeOfId(compactId(clickId)));
        return this.#clue("click", clickId, claimId, claimId === undefined ? null : linkId, clickAt);
      }),
      ...linkCodes.map((code) => {
        const link = this.#codes.get(codeKey(code));
        return this.#clue("link", code, link?.claimId, link?.linkId ?? null, at);
      }),
      ...contentIds.map((id) => this.#clue("content", id, this.#contents.get(id), null, at)),
      ...handles.flatMap((handle) => this.#nameClues(handleKey(handle), at, occurredAt)),
    ];
  }

  /** A name stands for who bore it when the order was placed, and so for each claim of theirs that was accepted. */
  #nameClues(key: string, at: Date | null, occurredAt: Date): Clue[] {
    const { holder, rivals } = holdersAt(this.#handles.get(key) ?? [], occurredAt);
    const claimsOf = (creatorId: string) => this.#bearers.get(creatorId) ?? [];
    const held = holder === null ? [] : claimsOf(holder);
    const own = held.map((claimId) => this.#clue("handle", key, claimId, null, at));
    const others = rivals
      .flatMap(claimsOf)
      .map((claimId): Clue => ({ ...this.#clue("handle", key, claimId, null, at), rival: true }));
    return [...(own.length > 0 ? own : [this.#clue("handle", key, undefined, null, at)]), ...others];
  }

  #clue(
    kind: Clue["kind"],
    reference: string,
    claimId: string | undefined,
    linkId: string | null,
    at: Date | null,
  ): Clue {
    const claim = claimId === undefined ? null : (this.#claims.get(claimId) ?? null);
    return { kind, reference, claim, linkId, at };
  }

  #claimIds(evidence: readonly StoredEvidence[]): string[] {
    const linkIds = evidence.flatMap(({ clicks }) => clicks.flatMap(({ linkId }) => linkId ?? []));
    const codes = evidence.flatMap(({ linkCodes }) => linkCodes.map(codeKey));
    return [
      ...this.#coupons.values(),
      ...linkIds.flatMap((id) => this.#links.get(id) ?? []),
      ...codes.flatMap((code) => this.#codes.get(code)?.claimId ?? []),
      ...[...this.#bearers.values()].flat(),
      ...this.#contents.values(),
    ];
  }

  async #readCoupons(tx: Reader, institutionId: string, codes: string[]): Promise<void> {
    const rows = await tx.couponCode.findMany({
      where: { code: { in: codes }, claim: { campaign: { institutionId } } },
      select: { code: true, claimId: true },
    });
    for (const { code, claimId } of rows) this.#coupons.set(code, claimId);
  }

  async #readLinks(tx: Reader, institutionId: string): Promise<void> {
    const rows = await tx.referralLink.findMany({
      where: { institutionId },
      select: { id: true, code: true, claimId: true },
    });
    for (const { id, code, claimId } of rows) {
      this.#links.set(id, claimId);
      this.#codes.set(codeKey(code), { claimId, linkId: id });
    }
  }

  async #readHandles(tx: Reader, institutionId: string, keys: string[]): Promise<void> {
    const names = distinct(keys.map((key) => key.slice(key.indexOf(":") + 1)));
    const periods = await tx.accountName.findMany({
      where: { name: { in: names } },
      select: { network: true, name: true, creatorId: true, since: true, until: true },
    });
    for (const { network, name, ...period } of periods) {
      const key = handleKey({ network, username: name });
      this.#handles.set(key, [...(this.#handles.get(key) ?? []), period]);
    }
    const claims = await tx.claim.findMany({
      where: {
        creatorId: { in: distinct(periods.map(({ creatorId }) => creatorId)) },
        ...{ campaign: { institutionId }, links: { some: {} } },
      },
      select: { id: true, creatorId: true },
    });
    for (const { id, creatorId } of claims) {
      this.#bearers.set(creatorId, [...(this.#bearers.get(creatorId) ?? []), id]);
    }
  }

  async #readContents(tx: Reader, institutionId: string): Promise<void> {
    const rows = await tx.postProof.findMany({
      where: { deliverable: { platform: "TIKTOK", claim: { campaign: { institutionId } } } },
      select: { url: true, deliverable: { select: { claimId: true } } },
    });
    for (const { url, deliverable } of rows) {
      const id = tiktokContentId(url);
      if (id) this.#contents.set(id, deliverable.claimId);
    }
  }

  async #readClaims(tx: Reader, institutionId: string, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await tx.claim.findMany({
      where: { id: { in: ids }, campaign: { institutionId } },
      select: {
        id: true,
        campaignId: true,
        decidedAt: true,
        appliedAt: true,
        revisionId: true,
        revision: { select: { brief: true } },
        coupon: { select: { createdAt: true } },
        links: { select: { id: true, createdAt: true, closedAt: true }, orderBy: { no: "asc" } },
      },
    });
    const parsed = new Map<string, Brief>();
    for (const row of rows) {
      const brief = parsed.get(row.revisionId) ?? storedBrief(row.revision.brief);
      parsed.set(row.revisionId, brief);
      this.#briefs.set(row.id, brief);
      this.#claims.set(row.id, factsOf(row, brief));
    }
  }
}

type ClaimRow = {
  id: string;
  campaignId: string;
  decidedAt: Date | null;
  appliedAt: Date;
  coupon: { createdAt: Date } | null;
  links: { id: string; createdAt: Date; closedAt: Date | null }[];
};

function factsOf(row: ClaimRow, brief: Brief): ClaimFacts {
  const issued = [row.coupon?.createdAt, ...row.links.map(({ createdAt }) => createdAt)];
  const times = issued.flatMap((at) => (at ? [at.getTime()] : []));
  return {
    claimId: row.id,
    campaignId: row.campaignId,
    linkId: row.links[0]?.id ?? null,
    issuedAt: times.length > 0 ? new Date(Math.min(...times)) : (row.decidedAt ?? row.appliedAt),
    endsAt: endOf(row.links, brief),
    windowDays: brief.attributionWindowDays,
    rule: brief.attribution,
  };
}

/** When the claim could bring no more clicks: its last link was closed, or its campaign was over. */
function endOf(links: ClaimRow["links"], brief: Brief): Date {
  const closes = new Date(brief.closesAt).getTime();
  const closed = links.map(({ closedAt }) => closedAt?.getTime() ?? Number.POSITIVE_INFINITY);
  return new Date(Math.min(closes, Math.max(...closed, 0) || closes));
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

const handleKey = (handle: { network: string; username: string }) =>
  `${handle.network.toLowerCase()}:${foldAccountName(handle.username)}`;

/** A sub id cannot hold a hyphen, and people mistake 0 and o: codes are compared as they look. */
const codeKey = (code: string) => foldCode(code.toLowerCase().replaceAll("_", ""));
