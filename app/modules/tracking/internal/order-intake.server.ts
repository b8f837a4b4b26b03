import type { UserMessage } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { actorId } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Prisma, Tx } from "~/platform/db.server";
import { faceOf, takesBack } from "../order-change";
import { refusalOf } from "../order-refusal";
import { numberSpaceOf, type OrderChange, type OrderReport, type ReportedOrder } from "../order-report";
import { repeats } from "../statements";
import { readClickMarks } from "./click-marks.server";
import { OrderDesk } from "./order-desk.server";
import { type LoadedStatement, loadOrders, type OrderRecord } from "./order-record.server";
import { evidenceOnly, showsWho, statementOf } from "./said-statement";
import { stateOf } from "./settle-orders.server";
import { type NewReport, writeReports } from "./write-reports.server";

/** What became of a report, with the message of a refusal in full. */
export type Outcome = ReportedOrder & { refusal: UserMessage | null };

/** What an officer adds to an order that is new: a photo as evidence. */
export type Entry = { evidenceKey: string | null };

/** How reports are taken. `keepKnown`: of one that would take back a refund or a cancellation only the evidence is taken. */
export type Intent = { keepKnown: boolean };

/** A saying that is part of its order now. `kept`: what it would have taken back, of which only its evidence is. */
type Heard = { saying: Saying; kept: OrderChange | null };

type Saying = { report: OrderReport; statement: LoadedStatement; key: string; at: number };

/**
 * Takes what sources say of one institution's orders into account. All reports of a call are worked out together, in a
 * number of statements that does not grow with them; an order that is told of twice is worked out twice, in order.
 */
export class OrderIntake {
  readonly #desk: OrderDesk;
  readonly #orders = new Map<string, OrderRecord>();
  readonly #new: NewReport[] = [];
  readonly #again = new Map<string, LoadedStatement>();
  readonly #outcomes: Outcome[] = [];

  constructor(
    readonly ctx: Ctx,
    readonly tx: Tx,
    readonly institutionId: string,
    readonly intent: Intent = { keepKnown: false },
  ) {
    this.#desk = new OrderDesk(tx, institutionId);
  }

  /** Works the reports out. Nothing is written before `commit`. */
  async take(reports: readonly OrderReport[], entry: Entry = { evidenceKey: null }): Promise<Outcome[]> {
    const sayings = await this.#read(reports);
    const known = await loadOrders(this.tx, this.#whereKnown(reports));
    for (const record of known) this.#orders.set(keyOf(record), record);
    await this.#desk.take(known, {
      evidence: sayings.map(({ statement }) => statement.evidence),
      buyerHashes: sayings.flatMap(({ statement }) => statement.buyerHash ?? []),
    });
    for (const wave of wavesOf(sayings)) this.#settleWave(wave, entry);
    await this.#desk.settleFollowers();
    return this.#outcomes;
  }

  /** Writes what `take` worked out. */
  async commit(): Promise<void> {
    await this.#desk.commit(this.ctx);
    await writeReports(this.ctx, this.tx, this.#new, [...this.#again.values()]);
  }

  async #read(reports: readonly OrderReport[]): Promise<Saying[]> {
    const tokens = reports.map(({ evidence }) => evidence.clickTokens);
    const marks = await readClickMarks(this.tx, this.institutionId, tokens);
    return reports.map((report, at) => {
      const clicks = report.evidence.clickTokens.flatMap((text) => marks.get(text) ?? []);
      const key = keyOf({ numberSpace: numberSpaceOf(report.source), orderId: report.orderId });
      return { report, statement: statementOf(report, clicks), key, at };
    });
  }

  #whereKnown(reports: readonly OrderReport[]): Prisma.ConversionWhereInput & { institutionId: string } {
    const spaces = [...new Set(reports.map(({ source }) => numberSpaceOf(source)))];
    return {
      institutionId: this.institutionId,
      OR: spaces.map((numberSpace) => ({
        numberSpace,
        orderId: {
          in: reports.flatMap(({ source, orderId }) =>
            numberSpaceOf(source) === numberSpace ? orderId : [],
          ),
        },
      })),
    };
  }

  #settleWave(wave: readonly Saying[], entry: Entry): void {
    const heard = wave.flatMap((saying) => this.#hear(saying, entry) ?? []);
    const records = heard.map(({ saying }) => this.#order(saying.key));
    const before = records.map(({ standing }) => standing);
    const settled = this.#desk.settle(records, { cause: "REPORT", reason: "" });
    for (const [index, { saying, kept }] of heard.entries()) {
      const order = settled[index];
      if (!order || kept) continue;
      const { report, at } = saying;
      const known = before[index] ?? null;
      const change = known === null ? "created" : order.changed ? "updated" : "unchanged";
      const faces = {
        before: known && !known.withdrawn ? faceOf(known) : null,
        after: faceOf(order.standing),
      };
      const { id } = order.record;
      const { orderId } = report;
      this.#outcomes[at] = { conversionId: id, orderId, change, faces, reason: null, refusal: null };
    }
  }

  /** Adds the statement to its order, if it can be taken. */
  #hear(saying: Saying, entry: Entry): Heard | null {
    const { report, statement, key, at } = saying;
    const { orderId } = report;
    const known = this.#orders.get(key);
    const refusal = refusalOf(known ?? { orderId, statements: [] }, statement, this.ctx.clock.now());
    if (refusal) {
      const conversionId = known?.id ?? "";
      const reason = refusal.key;
      this.#outcomes[at] = { conversionId, orderId, change: "refused", faces: null, reason, refusal };
      return null;
    }
    const change = known && this.intent.keepKnown ? changeBy(known, statement) : null;
    const kept = change && takesBack(change) ? change : null;
    if (known && kept) {
      const conversionId = known.id;
      this.#outcomes[at] = {
        ...{ conversionId, orderId, change: "kept", faces: kept, reason: null, refusal: null },
      };
      if (!showsWho(statement)) return null;
      this.#say(known, evidenceOnly(statement), { ...report, items: [] });
    } else {
      this.#say(known ?? this.#open(report, key, entry), statement, report);
    }
    return { saying, kept };
  }

  #say(record: OrderRecord, statement: LoadedStatement, report: OrderReport): void {
    const same = record.statements.find(
      (each) => !each.undone && each.importId === statement.importId && repeats(each, statement),
    );
    if (same) this.#sayAgain(same, statement);
    else {
      record.statements.push(statement);
      this.#new.push({ conversionId: record.id, statement, report });
    }
  }

  #sayAgain(known: LoadedStatement, said: LoadedStatement): void {
    if (said.reportedAt >= known.reportedAt && said.reportedAt <= known.lastSaidAt) return;
    if (said.reportedAt < known.reportedAt) known.reportedAt = said.reportedAt;
    else known.lastSaidAt = said.reportedAt;
    this.#again.set(known.id, known);
  }

  #open({ source, orderId, note }: OrderReport, key: string, { evidenceKey }: Entry): OrderRecord {
    const record: OrderRecord = {
      id: newId(this.ctx.clock.now()),
      institutionId: this.institutionId,
      numberSpace: numberSpaceOf(source),
      orderId,
      statements: [],
      decision: null,
      voided: new Set(),
      credited: new Set(),
      standing: null,
      rowText: "",
      entry: { note, evidenceKey, enteredById: this.ctx.actor.kind === "user" ? actorId(this.ctx) : null },
    };
    this.#orders.set(key, record);
    return record;
  }

  #order(key: string): OrderRecord {
    const record = this.#orders.get(key);
    if (!record) throw new RangeError(`order ${key} was not taken up`);
    return record;
  }
}

/** What a statement would do to an order that counts somewhere. */
function changeBy(record: OrderRecord, statement: LoadedStatement): OrderChange {
  const known = stateOf(record);
  const { state } = stateOf({ ...record, statements: [...record.statements, statement] });
  return { before: known.withdrawn ? null : faceOf(known.state), after: faceOf(state) };
}

const keyOf = ({ numberSpace, orderId }: { numberSpace: string; orderId: string }) =>
  `${numberSpace} ${orderId}`;

/** The first report of each order, then the second of each, and so on. */
function wavesOf(sayings: readonly Saying[]): Saying[][] {
  const waves: Saying[][] = [];
  const seen = new Map<string, number>();
  for (const saying of sayings) {
    const index = seen.get(saying.key) ?? 0;
    seen.set(saying.key, index + 1);
    const wave = waves[index] ?? [];
    wave.push(saying);
    waves[index] = wave;
  }
  return waves;
}
