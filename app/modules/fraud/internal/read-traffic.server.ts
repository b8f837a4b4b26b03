import { agentNamesDevice } from "~/modules/tracking/agent-device";
import { firstIdAt } from "~/modules/tracking/click";
import type { Ctx } from "~/platform/context.server";
import { groupBy } from "../group-by";
import { DAY_MS, HOUR_MS, THRESHOLDS } from "../thresholds";
import { type HourMake, LEAST_MAKE, type LinkTraffic } from "../traffic-rules";

export type BusyLink = LinkTraffic & { no: number; busy: { hour: Date; clicks: number }[] };

type HourRow = { link_id: string; hour: Date; people: number; repeated: number };

/**
 * Links with an hour in the range that is worth a look, each with its hours of the two weeks before. From rollups
 * alone; quiet links cost nothing.
 */
export async function readBusyLinks(ctx: Ctx, from: Date, until: Date): Promise<BusyLink[]> {
  const floor = Math.min(THRESHOLDS.burst.floor, THRESHOLDS.repeats.floor, LEAST_MAKE);
  const busy = await ctx.db.$queryRaw<HourRow[]>`
    SELECT link_id, hour, (human + duplicate + suspicious)::int4 AS people, (duplicate + suspicious)::int4 AS repeated
    FROM click_hourly
    WHERE hour >= ${from} AND hour < ${until} AND human + duplicate + suspicious >= ${floor}
    ORDER BY link_id, hour`;
  if (busy.length === 0) return [];
  const ids = [...new Set(busy.map((row) => row.link_id))];
  const since = new Date(from.getTime() - THRESHOLDS.burst.habitDays * DAY_MS);
  const [links, hours] = await Promise.all([
    ctx.db.referralLink.findMany({
      where: { id: { in: ids } },
      select: { id: true, no: true, code: true, claimId: true },
    }),
    ctx.db.$queryRaw<HourRow[]>`
      SELECT link_id, hour, (human + duplicate + suspicious)::int4 AS people,
        (duplicate + suspicious)::int4 AS repeated
      FROM click_hourly
      WHERE link_id = ANY(${ids}::uuid[]) AND hour >= ${since} AND hour < ${until}
        AND human + duplicate + suspicious > 0`,
  ]);
  const hoursOf = groupBy(hours, (row) => row.link_id);
  const busyOf = groupBy(busy, (row) => row.link_id);
  return links.map(({ no, ...link }) => ({
    ...{ link, no },
    hours: hoursOf.get(link.id) ?? [],
    busy: (busyOf.get(link.id) ?? []).map(({ hour, people }) => ({ hour, clicks: people })),
  }));
}

type MakeRow = {
  clicks: number;
  top_visitor: number;
  network_clicks: number;
  network_agents: number;
  network_visitors: number;
  agent_clicks: number;
  agent_visitors: number;
};

/**
 * How a link's clicks of one hour lie together: a range of the index by link and time, and a sample of it at most.
 * Clicks whose agent names no device count as clicks and lie nowhere: thousands behind one address look like one there.
 */
export async function readMake(ctx: Ctx, linkNo: number, hour: Date): Promise<HourMake | null> {
  const first = firstIdAt(hour.getTime());
  const last = firstIdAt(hour.getTime() + HOUR_MS);
  const agents = await ctx.db.$queryRaw<{ id: number; agent: string }[]>`
    SELECT id, agent FROM user_agent WHERE id IN (
      SELECT agent_id FROM click
      WHERE link_no = ${linkNo} AND id >= ${first}::uuid AND id < ${last}::uuid
        AND step = 0 AND verdict IN ('HUMAN', 'DUPLICATE', 'SUSPICIOUS')
      LIMIT ${THRESHOLDS.concentration.sample}
    )`;
  const devices = agents.flatMap(({ id, agent }) => (agentNamesDevice(agent) ? id : []));
  const [row] = await ctx.db.$queryRaw<MakeRow[]>`
    WITH sample AS MATERIALIZED (
      SELECT visitor_hash, network_hash, agent_id FROM click
      WHERE link_no = ${linkNo} AND id >= ${first}::uuid AND id < ${last}::uuid
        AND step = 0 AND verdict IN ('HUMAN', 'DUPLICATE', 'SUSPICIOUS')
      LIMIT ${THRESHOLDS.concentration.sample}
    ), told AS (
      SELECT * FROM sample WHERE agent_id = ANY(${devices}::int4[])
    ), visitor AS (
      SELECT count(*) AS clicks FROM told GROUP BY visitor_hash ORDER BY 1 DESC LIMIT 1
    ), network AS (
      SELECT count(*) AS clicks, count(DISTINCT agent_id) AS agents, count(DISTINCT visitor_hash) AS visitors
      FROM told GROUP BY network_hash ORDER BY 1 DESC, 2, 3 LIMIT 1
    ), agent AS (
      SELECT count(*) AS clicks, count(DISTINCT visitor_hash) AS visitors
      FROM told GROUP BY agent_id ORDER BY 1 DESC, 2 LIMIT 1
    )
    SELECT (SELECT count(*) FROM sample)::int4 AS clicks, visitor.clicks::int4 AS top_visitor,
      network.clicks::int4 AS network_clicks, network.agents::int4 AS network_agents,
      network.visitors::int4 AS network_visitors, agent.clicks::int4 AS agent_clicks,
      agent.visitors::int4 AS agent_visitors
    FROM visitor, network, agent`;
  if (!row) return null;
  return {
    clicks: row.clicks,
    topVisitor: row.top_visitor,
    topNetwork: { clicks: row.network_clicks, agents: row.network_agents, visitors: row.network_visitors },
    topAgent: { clicks: row.agent_clicks, visitors: row.agent_visitors },
  };
}
