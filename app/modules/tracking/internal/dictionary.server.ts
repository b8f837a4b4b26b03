import { type BulkClient, withBulk } from "~/platform/bulk.server";
import { ownText } from "./own-text";
import { TwoGenerations } from "./two-generations";

type Options<Told> = {
  table: "user_agent" | "referrer_host";
  column: "agent" | "host";
  /** New texts that a day may bring, over all workers. */
  newADay: number;
  /** Takes the place of texts beyond that. */
  rest: string;
  remembered: number;
  /** What a text tells, worked out when it is first met and remembered with its number. */
  tell: (text: string) => Told;
};

export type Entry<Told> = { id: number; told: Told };
type Known<Told> = Entry<Told> & { seenOn: string };
type Row = { id: number; text: string };

/**
 * Texts that clicks have in common, written down once so that a click holds a number. Bounded: who makes up a new
 * text for every request must not make a table grow with the number of clicks.
 *
 * It commits by itself: a number that no click uses does no harm, and rows that many batches want at once are locked
 * no longer than that takes.
 */
export class Dictionary<Told> {
  readonly #known: TwoGenerations<string, Known<Told>>;

  constructor(private readonly options: Options<Told>) {
    this.#known = new TwoGenerations(options.remembered, ownText);
  }

  /**
   * The entry of each text, in their order.
   * @param day the UTC day, for the sweep of texts that nobody has used for long
   */
  async entries(texts: readonly string[], day: string): Promise<Entry<Told>[]> {
    const known = texts.map((text) => {
      const entry = this.#known.get(text);
      return entry?.seenOn === day ? entry : undefined;
    });
    const asked = new Set(texts.filter((_, at) => !known[at]));
    const learned = asked.size === 0 ? null : await this.#learn([...asked].sort(), day);
    return texts.map((text, at) => {
      const entry = known[at] ?? learned?.get(text);
      if (!entry) throw new Error(`${this.options.table} gave no number for a text`);
      return entry;
    });
  }

  async #learn(texts: string[], day: string): Promise<Map<string, Entry<Told>>> {
    const learned = new Map<string, Entry<Told>>();
    // The keys are PostgreSQL's own copies: the texts asked for are parts of a batch, which they would keep in memory.
    for (const { id, text } of await withBulk((client) => this.#look(client, texts, day)))
      learned.set(text, this.#remember(text, id, day));
    const without = texts.filter((text) => !learned.has(text));
    if (without.length === 0) return learned;
    const id = await this.#numberOfRest(day);
    for (const text of without) learned.set(text, { id, told: this.options.tell(text) });
    return learned;
  }

  #remember(text: string, id: number, seenOn: string): Known<Told> {
    const entry = { id, seenOn, told: this.#known.get(text)?.told ?? this.options.tell(text) };
    this.#known.set(text, entry);
    return entry;
  }

  async #look(client: BulkClient, texts: string[], day: string): Promise<Row[]> {
    const { table, column } = this.options;
    const { rows } = await client.query<Row>(
      `SELECT id, ${column} AS text FROM ${table} WHERE ${column} = ANY($1::text[])`,
      [texts],
    );
    await this.#touch(client, rows, day);
    const there = new Set(rows.map(({ text }) => text));
    const missing = texts.filter((text) => !there.has(text));
    return missing.length === 0 ? rows : [...rows, ...(await this.#write(client, missing, day))];
  }

  async #touch(client: BulkClient, rows: Row[], day: string): Promise<void> {
    if (rows.length === 0) return;
    const { table } = this.options;
    await client.query(
      `UPDATE ${table} t SET last_seen_on = $2::date FROM (
         SELECT id FROM ${table} WHERE id = ANY($1::int[]) AND last_seen_on < $2::date ORDER BY id FOR UPDATE
       ) AS stale WHERE t.id = stale.id`,
      [rows.map(({ id }) => id), day],
    );
  }

  async #write(client: BulkClient, texts: string[], day: string): Promise<Row[]> {
    const { table, newADay } = this.options;
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM ${table} WHERE first_seen_on = $1::date`,
      [day],
    );
    const room = newADay - Number(rows[0]?.count ?? 0);
    return room > 0 ? this.#insert(client, texts.slice(0, room), day) : [];
  }

  async #insert(client: BulkClient, texts: string[], day: string): Promise<Row[]> {
    const { table, column } = this.options;
    const { rows } = await client.query<Row>(
      `INSERT INTO ${table} AS t (${column}, first_seen_on, last_seen_on)
       SELECT text, $2::date, $2::date FROM unnest($1::text[]) AS a(text)
       ON CONFLICT (${column}) DO UPDATE SET last_seen_on = greatest(t.last_seen_on, excluded.last_seen_on)
       RETURNING id, ${column} AS text`,
      [texts, day],
    );
    return rows;
  }

  /** One row for all that found no room. Touched once a day as any other, or the sweep would take it from its clicks. */
  async #numberOfRest(day: string): Promise<number> {
    const { rest } = this.options;
    const known = this.#known.get(rest);
    if (known?.seenOn === day) return known.id;
    const [row] = await withBulk((client) => this.#insert(client, [rest], day));
    if (!row) throw new Error(`${this.options.table} has no row for ${rest}`);
    this.#remember(rest, row.id, day);
    return row.id;
  }
}
