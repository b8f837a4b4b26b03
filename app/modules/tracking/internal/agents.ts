import { tidyAgent } from "../click";
import { judgeAgent } from "../verdict";
import { MAX_AGENT_LENGTH } from "./agent-facts";
import { ownText } from "./own-text";
import { TwoGenerations } from "./two-generations";

/** What the redirect needs to know of a user agent, worked out once. */
export type Agent = {
  /** As batches hold it. */
  text: string;
  /** Draws a card from Open Graph tags: it is given some. Whether the click was a person's is judged by the worker. */
  isPreview: boolean;
};

export class AgentCache {
  readonly #recent = new TwoGenerations<string, Agent>(2_000, ownText);

  get(header: string | undefined): Agent {
    const sent = header ?? "";
    const key = sent.length > MAX_AGENT_LENGTH ? sent.slice(0, MAX_AGENT_LENGTH) : sent;
    const known = this.#recent.get(key);
    if (known) return known;
    const text = ownText(tidyAgent(key));
    const agent = { text, isPreview: judgeAgent(text).verdict === "PREVIEW" };
    this.#recent.set(key, agent);
    return agent;
  }

  get size(): number {
    return this.#recent.size;
  }
}
