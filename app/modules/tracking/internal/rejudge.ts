import { judgeRepeat } from "../repeats";
import { type Judgement, judgeFacts } from "../verdict";
import type { StoredClick } from "./stored-clicks.server";

/**
 * Judges clicks again that come in the order of time. It remembers who came within the windows that are open, and no
 * more: a window that lies behind is closed.
 */
export class Rejudge {
  readonly #visits = new Map<string, number>();
  #window = Number.NEGATIVE_INFINITY;

  /** What the rules of today say; what they said before where the click cannot be judged any more. */
  judge(click: StoredClick): Judgement {
    if (!click.canBeJudged) return click.judgement;
    const alone = judgeFacts(click.agent.facts, click.fact.signals);
    if (alone.verdict !== "HUMAN") return alone;
    return judgeRepeat(alone, this.#before(click), click.agent.facts.namesDevice);
  }

  #before(click: StoredClick): number {
    if (click.window > this.#window) {
      this.#visits.clear();
      this.#window = click.window;
    }
    const key = `${click.link.no},${click.step},${click.fact.visitorHash}`;
    const before = this.#visits.get(key) ?? 0;
    this.#visits.set(key, before + 1);
    return before;
  }
}
