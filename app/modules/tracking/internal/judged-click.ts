import { type Day, localDay, type Zone } from "~/kernel/time";
import { CLICK_STEPS, type ClickFact, timeOfId } from "../click";
import { windowOf } from "../repeats";
import { type Judgement, judgeFacts } from "../verdict";
import type { ExaminedAgent } from "./agent-book.server";
import type { LinkFacts } from "./link-facts.server";

/** A click on its way into the table: what it is, where it belongs, and what is thought of it. */
export type JudgedClick = {
  fact: ClickFact;
  /** ms since 1970. */
  at: number;
  link: LinkFacts;
  /** The local day of the link's institution. */
  day: Day;
  step: number;
  window: number;
  agent: ExaminedAgent;
  judgement: Judgement;
};

/**
 * Local days by half hours. Every zone's days begin on a half hour of UTC; working a day out for each click would cost
 * more than judging it.
 */
const localDays = new Map<Zone, { window: number; day: Day }>();

function dayOf(at: number, window: number, zone: Zone): Day {
  const last = localDays.get(zone);
  if (last?.window === window) return last.day;
  const day = localDay(new Date(at), zone);
  localDays.set(zone, { window, day });
  return day;
}

/** Judges a click by itself. Whether it repeats another is asked afterwards, where its neighbours are known. */
export function judgedClick(fact: ClickFact, link: LinkFacts, agent: ExaminedAgent): JudgedClick {
  const at = timeOfId(fact.id);
  const window = windowOf(at);
  return {
    fact,
    at,
    link,
    day: dayOf(at, window, link.zone),
    step: CLICK_STEPS.indexOf(fact.step),
    window,
    agent,
    judgement: judgeFacts(agent.facts, fact.signals),
  };
}
