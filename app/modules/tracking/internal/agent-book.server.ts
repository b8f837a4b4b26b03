import { type Traits, traitsOf } from "../traits";
import { type AgentFacts, examineAgent } from "./agent-facts";
import { Dictionary } from "./dictionary.server";
import { TwoGenerations } from "./two-generations";

/** Stands for agents that were not kept. Clicks with it are not judged again: what they said is not known. */
export const AGENT_NOT_KEPT = "(not kept)";

const REMEMBERED = 20_000;

export const agentBook = new Dictionary({
  table: "user_agent",
  column: "agent",
  newADay: 50_000,
  rest: AGENT_NOT_KEPT,
  remembered: REMEMBERED,
});

export const referrerBook = new Dictionary({
  table: "referrer_host",
  column: "host",
  newADay: 5_000,
  rest: "other",
  remembered: 5_000,
});

export type ExaminedAgent = { facts: AgentFacts; traits: Traits };
const examined = new TwoGenerations<string, ExaminedAgent>(REMEMBERED);

/** What an agent tells, worked out once for each of those seen last. */
export function examinedAgent(agent: string): ExaminedAgent {
  const known = examined.get(agent);
  if (known) return known;
  const told = { facts: examineAgent(agent), traits: traitsOf(agent) };
  examined.set(agent, told);
  return told;
}
