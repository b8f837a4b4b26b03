import type { FactsOf, Signal } from "./signals";

export type Shared = FactsOf<"SHARED_ACCOUNT">["what"];

/** Two influencers who gave the same account, with the claims of the later one at a Lapas where both are accepted. */
export type SharedAccount = {
  what: Shared;
  /** Who registered first. */
  first: { creatorId: string; name: string };
  claims: readonly { claimId: string; acceptedAt: Date }[];
};

/** A programme's id is given to one person; a telephone or a profile may be shared; another spelling is often chance. */
const STRENGTH: Record<Shared, 1 | 2 | 3> = { AFFILIATE_ID: 3, WHATSAPP: 2, SOCIAL: 2, SOCIAL_SPELLING: 1 };

/** One signal for each claim and each thing that is shared. */
export function judgeAccounts({ what, first, claims }: SharedAccount): Signal[] {
  return claims.map(({ claimId, acceptedAt }) => ({
    key: `SHARED_ACCOUNT:${claimId}:${first.creatorId}:${what}`,
    claimId,
    strength: STRENGTH[what],
    at: acceptedAt,
    facts: { kind: "SHARED_ACCOUNT", otherCreatorId: first.creatorId, otherName: first.name, what },
  }));
}
