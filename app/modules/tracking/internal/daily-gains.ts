import type { Day } from "~/kernel/time";
import { OTHER_VALUES } from "../trait-values";
import { type Visitor, visitorOf } from "../visitor-sketch";
import { type DeltaPart, DIMENSIONS, type Dimension, noTallies } from "./click-delta";
import { type LinkFacts, ROLLUP_LEVELS, type RollupLevel } from "./link-facts.server";

/** What a daily rollup is of. */
export type Place = { level: RollupLevel; entityId: string; day: Day };

/** raw, human */
export type Tally = [number, number];
export type Traits = Partial<Record<Dimension, Record<string, Tally>>>;

/** What a place gains; the same visitor may come in several of the lists. */
export type Gain = Place & { key: string; traits: Traits; visitors: readonly Visitor[][] };

type LinkGain = { link: LinkFacts; day: Day; traits: Traits; visitors: Visitor[] };

/** Hosts that a day of an entity keeps apart; the others are counted together. */
const MOST_REFERRERS = 100;
const HASH_CHARS = 16;

export const placeKey = ({ level, entityId, day }: Place) => `${level}|${entityId}|${day}`;

/** Adds up what links gained, and what that makes for every level above them. */
export class DailyGains {
  readonly #links = new Map<string, LinkGain>();

  add(link: LinkFacts, part: DeltaPart): void {
    const key = link.id + part.day;
    const gain = this.#links.get(key) ?? { link, day: part.day, traits: {}, visitors: [] };
    this.#links.set(key, gain);
    for (const [index, dimension] of DIMENSIONS.entries())
      addTallies(gain.traits, dimension, part.tallies[index] ?? {});
    for (let at = 0; at < part.visitors.length; at += HASH_CHARS)
      gain.visitors.push(visitorOf(part.visitors.slice(at, at + HASH_CHARS)));
  }

  /** In the order of their keys. */
  places(): Gain[] {
    const places = new Map<string, Gain & { visitors: Visitor[][] }>();
    for (const { link, day, traits, visitors } of this.#links.values()) {
      for (const level of ROLLUP_LEVELS) {
        const place = { level, entityId: link.entities[level], day };
        const key = placeKey(place);
        const gain = places.get(key) ?? { ...place, key, traits: {}, visitors: [] };
        places.set(key, gain);
        addTraits(gain.traits, traits);
        if (visitors.length > 0) gain.visitors.push(visitors);
      }
    }
    return [...places.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }
}

/** Adds the second to the first. */
export function addTraits(traits: Traits, more: Traits): void {
  for (const dimension of DIMENSIONS) addTallies(traits, dimension, more[dimension] ?? {});
}

/** Stored tallies come as plain objects, which have a `constructor` without anybody having come from there. */
function withoutPrototype(tallies: Record<string, Tally> | undefined): Record<string, Tally> {
  if (tallies && Object.getPrototypeOf(tallies) === null) return tallies;
  return Object.assign(noTallies(), tallies);
}

/**
 * Adds tallies of a dimension. Hosts beyond the hundredth of a day become "other": who invents referrers must not make
 * the rollup grow. The other dimensions have closed lists of values.
 */
function addTallies(traits: Traits, dimension: Dimension, tallies: Record<string, Tally>): void {
  const sums = withoutPrototype(traits[dimension]);
  traits[dimension] = sums;
  for (const [value, [raw, human]] of Object.entries(tallies)) {
    const known = Object.hasOwn(sums, value);
    const full = dimension === "REFERRER" && !known && Object.keys(sums).length >= MOST_REFERRERS;
    const place = full ? OTHER_VALUES : value;
    const [rawBefore, humanBefore] = sums[place] ?? [0, 0];
    // Clicks that are judged anew are taken away from one value and added to another: nothing stays at nought.
    const sum: Tally = [rawBefore + raw, humanBefore + human];
    if (sum[0] === 0 && sum[1] === 0) delete sums[place];
    else sums[place] = sum;
  }
}
