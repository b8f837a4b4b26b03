import { type Day, localDay } from "~/kernel/time";
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

/** Judges a click by itself. Whether it repeats another is asked afterwards, where its neighbours are known. */
export function judgedClick(fact: ClickFact, link: LinkFacts, agent: ExaminedAgent): JudgedClick {
  const at = timeOfId(fact.id);
  return {
    fact,
    at,
    link,
    day: localDay(new Date(at), link.zone),
    step: CLICK_STEPS.indexOf(fact.step),
    window: windowOf(at),
    agent,
    judgement: judgeFacts(agent.facts, fact.signals),
  };
}
