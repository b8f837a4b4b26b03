import type { Db } from "~/platform/db.server";

type Row = { key: string; figures: Record<string, number> };
export type Figures = Record<string, Record<string, number>>;

const tableOf = (rows: Row[]): Figures => Object.fromEntries(rows.map(({ key, figures }) => [key, figures]));

const VERDICTS = ["human", "bot", "preview", "prefetch", "staff", "duplicate", "suspicious"];

/** What the rollups say: by link and hour, by link, hour and shop, by entity and local day. */
export async function rollupFigures(db: Db): Promise<Figures> {
  return tableOf([
    ...(await db.$queryRaw<Row[]>`
      SELECT 'hour ' || link_id || ' ' || hour::text AS key, jsonb_build_object('raw', raw, 'human', human, 'bot', bot,
        'preview', preview, 'prefetch', prefetch, 'staff', staff, 'duplicate', duplicate, 'suspicious', suspicious)
        AS figures FROM click_hourly WHERE raw > 0`),
    ...(await db.$queryRaw<Row[]>`
      SELECT 'outbound ' || link_id || ' ' || hour::text || ' ' || channel AS key,
        jsonb_build_object('raw', raw, 'human', human) AS figures FROM outbound_hourly`),
    ...(await db.$queryRaw<Row[]>`
      SELECT 'unique ' || level || ' ' || entity_id || ' ' || day::text AS key,
        jsonb_build_object('visitors', visitors) AS figures FROM unique_daily`),
    ...(await db.$queryRaw<Row[]>`
      SELECT 'trait ' || level || ' ' || entity_id || ' ' || day::text || ' ' || d.key || ' ' || v.key AS key,
        jsonb_build_object('raw', v.value -> 0, 'human', v.value -> 1) AS figures
      FROM click_traits_daily, jsonb_each(traits) d, jsonb_each(d.value) v WHERE d.key IN ('COUNTRY', 'REFERRER')`),
  ]);
}

/** The same from the raw clicks alone: what the rollups must say. Exact, as few visitors are counted exactly. */
export async function rawFigures(db: Db): Promise<Figures> {
  const counts = VERDICTS.map(
    (name) => `'${name}', count(*) FILTER (WHERE verdict = '${name.toUpperCase()}')`,
  );
  const entities = `(VALUES ('LINK', l.id), ('CLAIM', l.claim_id), ('CAMPAIGN', l.campaign_id),
    ('CREATOR', l.creator_id), ('PRODUCT', l.product_id), ('INSTITUTION', l.institution_id), ('REGION', l.region_id),
    ('NATION', '00000000-0000-0000-0000-000000000000'::uuid)) AS e(level, id)`;
  const base = `click c JOIN referral_link l ON l.no = c.link_no JOIN institution i ON i.id = l.institution_id`;
  const day = `(clicks.time_of(c.id) AT TIME ZONE i.time_zone)::date::text`;
  const hour = `date_trunc('hour', clicks.time_of(c.id))::timestamptz(0)::text`;
  const both = `jsonb_build_object('raw', count(*), 'human', count(*) FILTER (WHERE c.verdict = 'HUMAN'))`;
  return tableOf([
    ...(await db.$queryRawUnsafe<Row[]>(`
      SELECT 'hour ' || l.id || ' ' || ${hour} AS key, jsonb_build_object('raw', count(*), ${counts.join(", ")})
        AS figures FROM ${base} WHERE c.step = 0 GROUP BY 1`)),
    ...(await db.$queryRawUnsafe<Row[]>(`
      SELECT 'outbound ' || l.id || ' ' || ${hour} || ' ' || (ARRAY['SHOPEE', 'TOKOPEDIA', 'TIKTOK_SHOP', 'WHATSAPP',
        'OWN'])[c.step] AS key, ${both} AS figures FROM ${base} WHERE c.step > 0 GROUP BY 1`)),
    ...(await db.$queryRawUnsafe<Row[]>(`
      SELECT 'unique ' || e.level || ' ' || e.id || ' ' || ${day} AS key,
        jsonb_build_object('visitors', count(DISTINCT c.visitor_hash)) AS figures
      FROM ${base} CROSS JOIN LATERAL ${entities} WHERE c.step = 0 AND c.verdict = 'HUMAN' GROUP BY 1`)),
    ...(await db.$queryRawUnsafe<Row[]>(`
      SELECT 'trait ' || e.level || ' ' || e.id || ' ' || ${day} || ' COUNTRY ' || COALESCE(c.country, 'unknown') AS key,
        ${both} AS figures FROM ${base} CROSS JOIN LATERAL ${entities} WHERE c.step = 0 GROUP BY 1`)),
    ...(await db.$queryRawUnsafe<Row[]>(`
      SELECT 'trait ' || e.level || ' ' || e.id || ' ' || ${day} || ' REFERRER ' || COALESCE(r.host, 'unknown') AS key,
        ${both} AS figures FROM ${base} LEFT JOIN referrer_host r ON r.id = c.referrer_id
        CROSS JOIN LATERAL ${entities} WHERE c.step = 0 GROUP BY 1`)),
  ]);
}

/** Empties all that clicks leave behind. */
export async function forgetClicks(db: Db): Promise<void> {
  await db.$executeRaw`TRUNCATE click, visitor_window, click_hourly, outbound_hourly, unique_daily, unique_sketch,
    click_traits_daily, click_delta, click_receipt, rollup_keeper`;
}
