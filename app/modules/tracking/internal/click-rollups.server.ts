import { type BulkClient, numberArray } from "~/platform/bulk.server";
import { CLICK_STEPS } from "../click";
import type { Verdict } from "../verdict";
import type { JudgedClick } from "./judged-click";

const HOUR_MS = 3_600_000;

/** The verdicts' columns of `click_hourly`. */
export const VERDICT_COLUMNS = {
  HUMAN: "human",
  BOT: "bot",
  PREVIEW: "preview",
  PREFETCH: "prefetch",
  STAFF: "staff",
  DUPLICATE: "duplicate",
  SUSPICIOUS: "suspicious",
} as const satisfies Record<Verdict, string>;
const VERDICTS = Object.keys(VERDICT_COLUMNS) as Verdict[];
const COLUMNS = Object.values(VERDICT_COLUMNS);

/** What an hour of a link gains; negative where clicks were judged anew. */
export type HourGain = { linkId: string; hour: number } & Record<Verdict, number>;

/** Adds up gains by link and hour. */
export class HourGains {
  readonly #hours = new Map<string, HourGain>();

  add(linkId: string, at: number, verdict: Verdict, count = 1): void {
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    const key = `${linkId}${hour}`;
    let gain = this.#hours.get(key);
    if (!gain) {
      gain = {
        linkId,
        hour,
        HUMAN: 0,
        BOT: 0,
        PREVIEW: 0,
        PREFETCH: 0,
        STAFF: 0,
        DUPLICATE: 0,
        SUSPICIOUS: 0,
      };
      this.#hours.set(key, gain);
    }
    gain[verdict] += count;
  }

  /** Writes them, in the order of their keys. */
  async write(client: BulkClient): Promise<void> {
    const gains = [...this.#hours.values()];
    if (gains.length === 0) return;
    const sums = COLUMNS.map((column) => `${column} = h.${column} + excluded.${column}`);
    await client.query(
      `INSERT INTO click_hourly AS h (link_id, hour, ${COLUMNS.join(", ")}, raw)
       SELECT link, to_timestamp(hour / 1000.0), ${COLUMNS.join(", ")}, ${COLUMNS.join(" + ")}
       FROM unnest($1::uuid[], $2::float8[], ${COLUMNS.map((_, index) => `$${index + 3}::int8[]`).join(", ")})
         AS g(link, hour, ${COLUMNS.join(", ")})
       ORDER BY link, hour
       ON CONFLICT (link_id, hour) DO UPDATE SET raw = h.raw + excluded.raw, ${sums.join(", ")}`,
      [
        gains.map(({ linkId }) => linkId),
        numberArray(gains.map(({ hour }) => hour)),
        ...VERDICTS.map((verdict) => numberArray(gains.map((gain) => gain[verdict]))),
      ],
    );
  }
}

type Outbound = { linkId: string; hour: number; channel: string; raw: number; human: number };

/** Adds clicks on from a product's page to its shops. */
export async function writeOutbound(client: BulkClient, clicks: readonly JudgedClick[]): Promise<void> {
  const hours = new Map<string, Outbound>();
  for (const click of clicks) {
    if (click.step === 0) continue;
    const hour = Math.floor(click.at / HOUR_MS) * HOUR_MS;
    const channel = CLICK_STEPS[click.step] ?? "";
    const key = `${click.link.id}${hour}${channel}`;
    const sum = hours.get(key) ?? { linkId: click.link.id, hour, channel, raw: 0, human: 0 };
    sum.raw += 1;
    if (click.judgement.verdict === "HUMAN") sum.human += 1;
    hours.set(key, sum);
  }
  await addOutbound(client, [...hours.values()]);
}

/** Adds to the hours of outbound clicks; also takes away, with negative numbers. */
export async function addOutbound(client: BulkClient, sums: readonly Outbound[]): Promise<void> {
  if (sums.length === 0) return;
  await client.query(
    `INSERT INTO outbound_hourly AS o (link_id, hour, channel, raw, human)
     SELECT link, to_timestamp(hour / 1000.0), channel::"ListingChannel", raw, human
     FROM unnest($1::uuid[], $2::float8[], $3::text[], $4::int8[], $5::int8[]) AS g(link, hour, channel, raw, human)
     ORDER BY link, hour, channel
     ON CONFLICT (link_id, hour, channel) DO UPDATE SET raw = o.raw + excluded.raw, human = o.human + excluded.human`,
    [
      sums.map(({ linkId }) => linkId),
      sums.map(({ hour }) => hour),
      sums.map(({ channel }) => channel),
      sums.map(({ raw }) => raw),
      sums.map(({ human }) => human),
    ],
  );
}
