import { newId } from "~/kernel/id";
import { asZone, ZONES } from "~/kernel/time";
import type { Channel } from "~/modules/products/listings";
import { type ClickFact, encodeClicks, tidyAgent } from "~/modules/tracking/click";
import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import { recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import { referrerHost } from "~/modules/tracking/referrer";
import { judgeAgent } from "~/modules/tracking/verdict";
import { systemAt } from "./actors";
import type { LinkStory } from "./claims";
import { PEOPLE, PREVIEWERS, ROBOTS } from "./data-agents";
import { Chance } from "./random";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** How much of a day's traffic falls into each local hour: lunch, and the long evening on the sofa. */
const HOUR_SHAPE = [
  0.9, 0.5, 0.3, 0.25, 0.5, 1.3, 2.4, 3.2, 3.6, 3.7, 4, 5, 6.4, 5.6, 4.4, 4.3, 4.9, 5.6, 6.8, 8.6, 9.6, 8.9,
  6, 3.2,
];
const HOUR_SUM = HOUR_SHAPE.reduce((sum, part) => sum + part, 0);
/** Sunday to Saturday. */
const WEEKDAY_SHAPE = [1.22, 0.9, 0.88, 0.92, 0.96, 1.05, 1.25];

/** People a day who come to a link of an influencer of usual pull, apart from posts. */
const BASE_PER_DAY = 22;
/** People whom one post brings in all. */
const PER_POST = 240;
/** A post's reach falls to a third within so many hours. */
const POST_HOURS = 20;
/** Part of the clicks by people who were there already that day. */
const RETURNING = 0.17;
/** Part of those who come to the product's page and go on to a shop. */
const GO_ON = 0.38;
const SHOP_WEIGHTS: Record<Channel, number> = {
  WHATSAPP: 3,
  SHOPEE: 6,
  TOKOPEDIA: 3,
  TIKTOK_SHOP: 4,
  OWN: 2,
};

export type HumanClick = { id: string; linkId: string; at: Date; link: LinkStory };

type Sink = { add(fact: ClickFact): Promise<void>; close(): Promise<void> };

/** What makes an hour of a link: people expected, previews and robots. */
function expected(
  link: LinkStory,
  hour: Date,
  now: Date,
): { people: number; previews: number; robots: number } {
  const zone = asZone(link.product.institution.timeZone);
  const local = new Date(hour.getTime() + ZONES[zone].offsetHours * HOUR_MS);
  const shape = ((HOUR_SHAPE[local.getUTCHours()] ?? 1) / HOUR_SUM) * (WEEKDAY_SHAPE[local.getUTCDay()] ?? 1);
  const age = (hour.getTime() - link.since.getTime()) / (DAY_HOURS * HOUR_MS);
  const ordinary = BASE_PER_DAY * link.pull * shape * (0.35 + 0.65 * Math.exp(-age / 25));
  let burst = 0;
  let shared = 0;
  for (const post of link.posts) {
    const hours = (hour.getTime() - post.getTime()) / HOUR_MS;
    if (hours < 0 || hours > 5 * POST_HOURS) continue;
    burst += ((PER_POST * link.pull) / POST_HOURS) * Math.exp(-hours / POST_HOURS) * shape * DAY_HOURS;
    if (hours < 6) shared += 1.5 * link.pull;
  }
  const people = (ordinary + burst) * growth(hour, now);
  return { people, previews: people * 0.045 + shared, robots: 0.09 + people * 0.05 };
}

/** More people have heard of it every week. */
function growth(hour: Date, now: Date): number {
  const weeks = (now.getTime() - hour.getTime()) / (7 * DAY_HOURS * HOUR_MS);
  return 1.75 / (1 + Math.exp((weeks - 5.5) / 2.2));
}

/**
 * Sends weeks of clicks through the command that the worker calls, judged by the rules that the redirect uses.
 * @returns a part of the clicks by people: those who may buy.
 */
export async function sendClicks(
  links: readonly LinkStory[],
  now: Date,
  tell: (line: string) => void,
): Promise<{ sent: number; buyers: HumanClick[] }> {
  const buyers: HumanClick[] = [];
  const chance = new Chance("clicks");
  // A chance of its own, so that the rest of the story does not hang on it.
  const onward = new Chance("steps");
  const sink = clickSink(now, tell);
  const first = Math.min(...links.map((link) => link.since.getTime()));
  for (let hour = Math.floor(first / HOUR_MS) * HOUR_MS; hour < now.getTime(); hour += HOUR_MS) {
    for (const link of links) {
      if (link.since.getTime() > hour || (link.ends && link.ends.getTime() < hour + HOUR_MS)) continue;
      for (const fact of clicksOfHour(link, new Date(hour), now, chance)) {
        await sink.add(fact.click);
        if (judgeAgent(fact.click.agent).verdict !== "HUMAN") continue;
        if (chance.happens(buyRate(link))) {
          buyers.push({ id: fact.click.id, linkId: link.linkId, at: fact.at, link });
        }
        const step = stepAfter(fact.click, link, fact.at, onward);
        if (step.at < now && step.click) await sink.add(step.click);
      }
    }
  }
  await sink.close();
  return { sent: sink.sent(), buyers };
}

/** Somebody reads the product's page and goes on to one of its shops, or does not. */
function stepAfter(arrival: ClickFact, link: LinkStory, from: Date, chance: Chance) {
  const at = new Date(from.getTime() + chance.int(8, 150) * 1_000);
  const { channels } = link.product;
  if (channels.length === 0 || !chance.happens(GO_ON)) return { at, click: null };
  const shop = chance.weighted(channels.map((channel) => ({ channel, weight: SHOP_WEIGHTS[channel] })));
  return { at, click: { ...arrival, id: newId(at), step: shop.channel } };
}

/** How many of the visitors buy: dear things are looked at more than bought. */
function buyRate(link: LinkStory): number {
  const price = Number(link.product.priceRupiah);
  if (price <= 60_000) return 0.019;
  return price <= 200_000 ? 0.011 : 0.0045;
}

/** Who was at a link on a day already. */
const seen = new Map<string, string[]>();

function clicksOfHour(link: LinkStory, hour: Date, now: Date, chance: Chance) {
  const { people, previews, robots } = expected(link, hour, now);
  const made: { click: ClickFact; at: Date }[] = [];
  const add = (from: typeof PEOPLE, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const at = new Date(hour.getTime() + chance.int(0, HOUR_MS - 1));
      if (at < now) made.push({ at, click: clickOf(link, at, from, chance) });
    }
  };
  add(PEOPLE, chance.poisson(people));
  add(PREVIEWERS, chance.poisson(previews));
  add(ROBOTS, chance.poisson(robots));
  return made.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function clickOf(link: LinkStory, at: Date, from: typeof PEOPLE, chance: Chance): ClickFact {
  const { agent, referrer } = chance.weighted(from);
  const visitorHash = visitorOf(link, at, chance);
  return {
    id: newId(at),
    linkId: link.linkId,
    step: "ARRIVAL",
    agent: tidyAgent(agent),
    signals: 0,
    visitorHash,
    networkHash: visitorHash.slice(8),
    referrerHost: referrerHost(referrer ?? undefined),
    country: chance.happens(0.97) ? "ID" : chance.pick(["MY", "SG", "TW", "SA", "NL"]),
    language: chance.happens(0.9) ? "id" : chance.pick(["en", "jv", "su", "zh"]),
  };
}

/**
 * The hash of a visitor of that day. The redirect makes it with the day's salt; those of past days are destroyed by
 * design, so chance stands in.
 */
function visitorOf(link: LinkStory, at: Date, chance: Chance): string {
  const key = `${link.linkId} ${at.toISOString().slice(0, 10)}`;
  const known = seen.get(key) ?? [];
  if (known.length > 0 && chance.happens(RETURNING)) return chance.pick(known);
  const fresh = Array.from({ length: 16 }, () => chance.int(0, 15).toString(16)).join("");
  seen.set(key, [...known.slice(-40), fresh]);
  return fresh;
}

const BATCH = 2_000;
const FOLD_EVERY = 20;

/** What the worker does every second. */
async function foldAll(now: Date): Promise<void> {
  while ((await foldClicks(systemAt(now))).more);
}

function clickSink(now: Date, tell: (line: string) => void): Sink & { sent(): number } {
  let waiting: ClickFact[] = [];
  let sent = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    const batch = { batch: `demo-${newId()}`, clicks: encodeClicks(waiting) };
    sent += (await recordClicks(systemAt(now), batch)).added;
    waiting = [];
    if (sent % (BATCH * FOLD_EVERY) === 0) await foldAll(now);
    if (sent % (BATCH * 10) === 0) tell(`clicks: ${sent}`);
  };
  return {
    sent: () => sent,
    close: async () => {
      await flush();
      await foldAll(now);
    },
    async add(fact) {
      waiting.push(fact);
      if (waiting.length >= BATCH) await flush();
    },
  };
}
