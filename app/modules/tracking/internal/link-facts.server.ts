import { asZone, type Zone } from "~/kernel/time";
import { withBulk } from "~/platform/bulk.server";
import { TwoGenerations } from "./two-generations";

/** Levels of the daily rollups, from the link up. The entity of NATION is the nil UUID. */
export const ROLLUP_LEVELS = [
  "LINK",
  "CLAIM",
  "CAMPAIGN",
  "CREATOR",
  "PRODUCT",
  "INSTITUTION",
  "REGION",
  "NATION",
] as const;
export type RollupLevel = (typeof ROLLUP_LEVELS)[number];

export const NATION_ID = "00000000-0000-0000-0000-000000000000";

/** What recording needs of a link; none of it ever changes. */
export type LinkFacts = { id: string; no: number; zone: Zone; entities: Record<RollupLevel, string> };

const known = new TwoGenerations<string, LinkFacts>(50_000);

type Row = {
  id: string;
  no: number;
  claim_id: string;
  campaign_id: string;
  creator_id: string;
  product_id: string;
  institution_id: string;
  region_id: string;
  time_zone: string;
};

const SELECT = `SELECT l.id, l.no, l.claim_id, l.campaign_id, l.creator_id, l.product_id, l.institution_id,
  l.region_id, i.time_zone FROM referral_link l JOIN institution i ON i.id = l.institution_id`;

/** The facts of links by id. Links that do not exist are left out. */
export async function linkFacts(ids: Iterable<string>): Promise<Map<string, LinkFacts>> {
  const found = new Map<string, LinkFacts>();
  const asked: string[] = [];
  for (const id of new Set(ids)) {
    const facts = known.get(id);
    if (facts) found.set(id, facts);
    else asked.push(id);
  }
  if (asked.length === 0) return found;
  const { rows } = await withBulk((client) =>
    client.query<Row>(`${SELECT} WHERE l.id = ANY($1::uuid[])`, [asked]),
  );
  for (const row of rows) {
    const facts = factsOf(row);
    known.set(row.id, facts);
    found.set(row.id, facts);
  }
  return found;
}

/** The facts of links by their number, for reading click rows. */
export async function linkFactsByNo(numbers: number[]): Promise<Map<number, LinkFacts>> {
  const { rows } = await withBulk((client) =>
    client.query<Row>(`${SELECT} WHERE l.no = ANY($1::int[])`, [numbers]),
  );
  return new Map(rows.map((row) => [row.no, factsOf(row)]));
}

function factsOf(row: Row): LinkFacts {
  return {
    id: row.id,
    no: row.no,
    zone: asZone(row.time_zone),
    entities: {
      LINK: row.id,
      CLAIM: row.claim_id,
      CAMPAIGN: row.campaign_id,
      CREATOR: row.creator_id,
      PRODUCT: row.product_id,
      INSTITUTION: row.institution_id,
      REGION: row.region_id,
      NATION: NATION_ID,
    },
  };
}
