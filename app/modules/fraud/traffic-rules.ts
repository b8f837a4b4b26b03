import { deviation, median } from "./robust";
import type { Signal } from "./signals";
import { DAY_MS, HOUR_MS, THRESHOLDS, WEIGHTS } from "./thresholds";

/** A link's clicks of one UTC hour, robots left out. */
export type LinkHour = { hour: Date; people: number; repeated: number };

export type LinkTraffic = {
  link: { id: string; code: string; claimId: string };
  /** The hours with clicks of the last days, in any order; the hour that is looked at among them. */
  hours: readonly LinkHour[];
};

/** How one link's clicks of an hour lie together. */
export type HourMake = {
  clicks: number;
  topVisitor: number;
  topNetwork: { clicks: number; agents: number; visitors: number };
  topAgent: { clicks: number; visitors: number };
};

/** Clicks in an hour below which `judgeMake` finds nothing. */
export const LEAST_MAKE = Math.min(
  THRESHOLDS.concentration.visitorClicks,
  THRESHOLDS.concentration.networkClicks,
  THRESHOLDS.concentration.agentClicks,
);

const CHART_HOURS = 48;

/** What a link's hour shows beside its own habit: a burst, or a share of repeats far above the usual one. */
export function judgeHour(traffic: LinkTraffic, hour: Date): Signal[] {
  const now = traffic.hours.find((each) => each.hour.getTime() === hour.getTime());
  if (!now) return [];
  const since = hour.getTime() - THRESHOLDS.burst.habitDays * DAY_MS;
  const habit = traffic.hours.filter(
    (each) => each.hour.getTime() < hour.getTime() && each.hour.getTime() >= since,
  );
  return [...burst(traffic, now, habit), ...repeats(traffic, now, habit)];
}

function burst({ link, hours }: LinkTraffic, now: LinkHour, habit: readonly LinkHour[]): Signal[] {
  const limit = burstLimit(habit.map(({ people }) => people));
  if (now.people < limit) return [];
  const known = habit.length >= THRESHOLDS.burst.habitHours;
  return [
    {
      ...signalOf("BURST", link, now.hour),
      facts: {
        kind: "BURST",
        ...hourOf(link, now),
        usual: known ? median(habit.map(({ people }) => people)) : null,
        hours: chartOf(hours, now.hour),
      },
    },
  ];
}

/** From how many clicks in an hour on a link with this habit shows a burst. */
export function burstLimit(habit: readonly number[]): number {
  const { floor, newFloor, deviations, times, habitHours } = THRESHOLDS.burst;
  if (habit.length < habitHours) return newFloor;
  const usual = median(habit);
  return Math.max(floor, usual + deviations * deviation(habit), usual * times);
}

function repeats({ link, hours }: LinkTraffic, now: LinkHour, habit: readonly LinkHour[]): Signal[] {
  const { floor, share, times } = THRESHOLDS.repeats;
  if (now.repeated < floor || now.repeated < share * now.people) return [];
  const people = habit.reduce((sum, each) => sum + each.people, 0);
  const repeated = habit.reduce((sum, each) => sum + each.repeated, 0);
  const usualShare = habit.length < THRESHOLDS.burst.habitHours || people === 0 ? null : repeated / people;
  if (usualShare !== null && now.repeated / now.people < times * usualShare) return [];
  return [
    {
      ...signalOf("REPEATS", link, now.hour),
      facts: {
        kind: "REPEATS",
        ...hourOf(link, now),
        repeated: now.repeated,
        usualShare,
        hours: chartOf(hours, now.hour),
      },
    },
  ];
}

/** What the clicks of an hour themselves show: one device, one network with few devices, one kind of device. */
export function judgeMake(link: LinkTraffic["link"], hour: Date, make: HourMake): Signal[] {
  const limits = THRESHOLDS.concentration;
  const base = hourOf(link, { hour, people: make.clicks });
  const { topVisitor, topNetwork, topAgent, clicks } = make;
  const found: Signal[] = [];
  if (topVisitor >= limits.visitorClicks && topVisitor >= limits.visitorShare * clicks) {
    const facts = { kind: "ONE_VISITOR" as const, ...base, ofOne: topVisitor };
    found.push({ ...signalOf("ONE_VISITOR", link, hour), facts });
  }
  // One device alone is told above; a network is worth telling when several visitors share it.
  if (
    topNetwork.clicks >= limits.networkClicks &&
    topNetwork.clicks >= limits.networkShare * clicks &&
    topNetwork.agents <= limits.networkAgents &&
    topNetwork.visitors > 1
  ) {
    const { agents, visitors } = topNetwork;
    const facts = { kind: "ONE_NETWORK" as const, ...base, ofOne: topNetwork.clicks, agents, visitors };
    found.push({ ...signalOf("ONE_NETWORK", link, hour), facts });
  }
  if (
    topAgent.clicks >= limits.agentClicks &&
    topAgent.clicks >= limits.agentShare * clicks &&
    topAgent.visitors > 1
  ) {
    const facts = {
      kind: "ONE_AGENT" as const,
      ...base,
      ofOne: topAgent.clicks,
      visitors: topAgent.visitors,
    };
    found.push({ ...signalOf("ONE_AGENT", link, hour), facts });
  }
  return found;
}

type HourKind = "BURST" | "REPEATS" | "ONE_VISITOR" | "ONE_NETWORK" | "ONE_AGENT";

const signalOf = (kind: HourKind, link: LinkTraffic["link"], hour: Date) => ({
  key: `${kind}:${link.id}:${hour.toISOString()}`,
  claimId: link.claimId,
  strength: WEIGHTS[kind].strength,
  at: hour,
});

const hourOf = ({ id, code }: LinkTraffic["link"], { hour, people }: { hour: Date; people: number }) => ({
  linkId: id,
  code,
  hour: hour.toISOString(),
  clicks: people,
});

/** The two days up to an hour, quiet hours included, for the chart. */
function chartOf(hours: readonly LinkHour[], until: Date): { hour: string; clicks: number }[] {
  const known = new Map(hours.map(({ hour, people }) => [hour.getTime(), people]));
  return Array.from({ length: CHART_HOURS }, (_, index) => {
    const at = until.getTime() - (CHART_HOURS - 1 - index) * HOUR_MS;
    return { hour: new Date(at).toISOString(), clicks: known.get(at) ?? 0 };
  });
}
