import { z } from "zod";
import type { Day } from "~/kernel/time";
import { REASONS, reasonOf } from "../reasons";
import { UNKNOWN_VALUE } from "../trait-values";
import type { JudgedClick } from "./judged-click";

/** The traits of a click that are counted by day. */
export const DIMENSIONS = ["DEVICE", "SYSTEM", "APP", "COUNTRY", "LANGUAGE", "REFERRER", "REASON"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** raw, human */
const tally = z.tuple([z.number(), z.number()]);
const part = z.object({
  linkId: z.string(),
  day: z.string(),
  /** dimension, value, raw, human; in the order of DIMENSIONS. */
  tallies: z.array(z.record(z.string(), tally)),
  /** The hashes of people who came, each 16 hexadecimal digits, one after the other. */
  visitors: z.string(),
});
const payload = z.array(part);

type Tally = z.infer<typeof tally>;

/** Values are what visitors sent: a host may be called `constructor`, which a plain object has of itself. */
export function noTallies(): Record<string, Tally> {
  return Object.create(null);
}

/** What a batch adds to the daily figures of a link. Higher levels are worked out when it is folded in. */
export type DeltaPart = z.infer<typeof part>;

/**
 * What a batch adds to the daily rollups, kept with the batch in one row. Folding it in for every batch would write
 * the nation's row and sketch hundreds of times a minute; so it is done once a second for all.
 */
export class ClickDelta {
  readonly #parts = new Map<string, DeltaPart>();

  #part(linkId: string, day: Day): DeltaPart {
    const key = linkId + day;
    const known = this.#parts.get(key);
    if (known) return known;
    const made: DeltaPart = { linkId, day, tallies: DIMENSIONS.map(noTallies), visitors: "" };
    this.#parts.set(key, made);
    return made;
  }

  /** Counts an arrival under all its traits. @param sign -1 takes it away again */
  count(click: JudgedClick, sign: 1 | -1 = 1): void {
    const { fact, agent, judgement } = click;
    const values = [
      agent.traits.device,
      agent.traits.system,
      agent.traits.app,
      fact.country ?? UNKNOWN_VALUE,
      fact.language ?? UNKNOWN_VALUE,
      fact.referrerHost ?? UNKNOWN_VALUE,
      reasonOf(REASONS[judgement.reason]),
    ];
    const human = judgement.verdict === "HUMAN" ? sign : 0;
    const { tallies } = this.#part(click.link.id, click.day);
    for (const [index, value] of values.entries()) {
      const ofDimension = tallies[index] ?? noTallies();
      const sum = ofDimension[value];
      if (sum) {
        sum[0] += sign;
        sum[1] += human;
      } else ofDimension[value] = [sign, human];
    }
  }

  /** Notes a person who came to a link on a day. */
  came(click: JudgedClick): void {
    this.#part(click.link.id, click.day).visitors += click.fact.visitorHash;
  }

  /** What each link gains on each day. */
  get parts(): readonly DeltaPart[] {
    return [...this.#parts.values()];
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  toBytes(): Buffer {
    return Buffer.from(JSON.stringify([...this.#parts.values()]));
  }
}

/** The parts of a stored delta. @throws ZodError for anything else. */
export function readDelta(bytes: Uint8Array): DeltaPart[] {
  return payload.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}
