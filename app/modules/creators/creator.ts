/** What an influencer mostly speaks about. Free enough to find somebody by, short enough to choose from. */
export const NICHES = [
  "food",
  "fashion",
  "beauty",
  "craft",
  "home",
  "parenting",
  "travel",
  "technology",
  "education",
  "social",
  "business",
  "local",
] as const;
export type Niche = (typeof NICHES)[number];

/** What a claim needs of a profile: the people of the Lapas decide on it. */
export const READINESS_GAPS = ["socialAccount"] as const;
export type ReadinessGap = (typeof READINESS_GAPS)[number];

/** What the profile still lacks before its owner may claim a campaign; empty when it is complete enough. */
export function readinessGaps(profile: { socialAccountCount: number }): ReadinessGap[] {
  return profile.socialAccountCount > 0 ? [] : ["socialAccount"];
}

/**
 * How much of the profile is filled in, from 0 to 1: six things of equal weight, so that an influencer sees what
 * would help an officer to say yes.
 */
export function profileCompleteness(profile: {
  bio: string;
  city: string;
  niches: readonly string[];
  whatsapp: string | null;
  socialAccountCount: number;
  declaredFollowers: boolean;
}): number {
  const filled = [
    profile.bio.length >= 40,
    profile.city !== "",
    profile.niches.length > 0,
    profile.whatsapp !== null,
    profile.socialAccountCount > 0,
    profile.socialAccountCount > 0 && profile.declaredFollowers,
  ];
  return filled.filter(Boolean).length / filled.length;
}

/** A handle made from a name: `Ayu Lestari` becomes `ayulestari`. At least three characters, at most 24. */
export function handleFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .slice(0, 24);
  return plain.length >= 3 ? plain : `kreator${plain}`;
}
