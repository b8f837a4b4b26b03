import { agentLetters } from "../click";
import { deviceOf } from "../device";
import { judgeAgent, type Verdict } from "../verdict";
import { MAX_AGENT_LENGTH } from "./agent-facts";

/** What the redirect needs to know of a user agent, worked out once. */
export type Agent = { verdict: Verdict; reason: string; letters: string };

const GENERATION = 2_000;

/**
 * Remembers the agents seen last: two generations of two thousand. When the young one is full it becomes the old one;
 * what is still in use moves up again. Bounded, without a list to keep in order at each look-up.
 */
export class AgentCache {
  #young = new Map<string, Agent>();
  #old = new Map<string, Agent>();

  get(header: string | undefined): Agent {
    const agent = header === undefined ? "" : header;
    const known = this.#young.get(agent);
    if (known) return known;
    const text = agent.length > MAX_AGENT_LENGTH ? agent.slice(0, MAX_AGENT_LENGTH) : agent;
    const found = this.#old.get(text) ?? examine(text);
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, found);
    return found;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }
}

function examine(agent: string): Agent {
  const { verdict, reason } = judgeAgent(agent);
  return { verdict, reason, letters: agentLetters(verdict, deviceOf(agent)) };
}
