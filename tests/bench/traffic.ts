import { randomBytes } from "node:crypto";
import { clickLine, compactId } from "~/modules/tracking/click";

/** Numbers of chance that are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MODELS = [
  "SM-A135F",
  "SM-A556E",
  "CPH2473",
  "V2250",
  "2201117TG",
  "RMX3511",
  "M2101K6G",
  "SM-S911B",
  "Infinix X6819",
];
const REFERRERS = ["l.instagram.com", "tiktok.com", "m.facebook.com", "youtube.com", null, null, null];
const COUNTRIES = ["ID", "ID", "ID", "ID", "ID", "ID", "ID", "MY", "SG", null];
const LANGUAGES = ["id", "id", "id", "id", "en", "jv", null];

/** Some thousand agents as phones in Indonesia send them, and one robot in twelve. */
function agents(random: () => number): string[] {
  const of = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: 3_000 }, (_, index) => {
    if (index % 12 === 0)
      return `Mozilla/5.0 (compatible; SomeBot/${index}.0; +https://bot.example/${index})`;
    const chrome = `${118 + Math.floor(random() * 14)}.0.${Math.floor(random() * 7_000)}.${Math.floor(random() * 200)}`;
    const start = `Mozilla/5.0 (Linux; Android ${10 + Math.floor(random() * 5)}; ${of(MODELS)}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chrome} Mobile Safari/537.36`;
    return index % 3 === 0
      ? start
      : `${start} Instagram ${300 + (index % 60)}.0.0.${index % 50}.${index % 90} Android`;
  });
}

export type Traffic = {
  /** Lines of `count` clicks that happen from `from` on within `spanMs`. */
  lines(count: number, from: number, spanMs: number): string;
};

/**
 * Clicks as an evening of campaigns brings them: a few links have most of them, four in five visitors are new, one
 * click in twelve is a robot's.
 * @param linkIds in the order of how much they are clicked
 */
export function traffic(linkIds: readonly string[], seed = 1): Traffic {
  const random = chance(seed);
  const agentList = agents(random);
  const links = linkIds.map(compactId);
  const of = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  let seen: string[] = [];
  /** Random digits, taken from a store: asking for each few bytes would take longer than all else here. */
  let digits = "";
  const hex = (length: number) => {
    if (digits.length < length) digits = randomBytes(32_768).toString("hex");
    const taken = digits.slice(0, length);
    digits = digits.slice(length);
    return taken;
  };
  const visitor = () => {
    if (seen.length > 200 && random() < 0.2) return of(seen);
    const hash = hex(16);
    if (seen.length > 5_000) seen = seen.slice(2_500);
    seen.push(hash);
    return hash;
  };
  const click = (at: number) => {
    const visitorHash = visitor();
    const time = Math.floor(at).toString(16).padStart(12, "0");
    return clickLine({
      id: `${time}7${hex(3)}8${hex(15)}`,
      // The square makes the first links much more clicked than the last.
      linkId: links[Math.floor(random() ** 2 * links.length)] ?? "",
      visitorHash,
      networkHash: visitorHash.slice(0, 8),
      signals: 0,
      country: of(COUNTRIES),
      language: of(LANGUAGES),
      step: random() < 0.12 ? 1 + Math.floor(random() * 5) : 0,
      referrerHost: of(REFERRERS),
      agent: of(agentList),
    });
  };
  return {
    lines(count, from, spanMs) {
      let text = "";
      for (let index = 0; index < count; index += 1) text += click(from + (index * spanMs) / count);
      return text;
    },
  };
}
