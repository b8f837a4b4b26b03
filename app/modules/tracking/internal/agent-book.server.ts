import { type Traits, traitsOf } from "../traits";
import { type AgentFacts, examineAgent } from "./agent-facts";
import { Dictionary } from "./dictionary.server";

/** Stands for agents that were not kept. Clicks with it are not judged again: what they said is not known. */
export const AGENT_NOT_KEPT = "(not kept)";

export type ExaminedAgent = { facts: AgentFacts; traits: Traits };

/** What an agent tells. */
export function examinedAgent(agent: string): ExaminedAgent {
  return { facts: examineAgent(agent), traits: traitsOf(agent) };
}

export const agentBook = new Dictionary({
  table: "user_agent",
  column: "agent",
  newADay: 50_000,
  rest: AGENT_NOT_KEPT,
  remembered: 20_000,
  tell: examinedAgent,
});

export const referrerBook = new Dictionary({
  table: "referrer_host",
  column: "host",
  newADay: 5_000,
  rest: "other",
  remembered: 5_000,
  tell: () => null,
});
