import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from "@prisma/driver-adapter-utils";
import pg from "pg";

type StockAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The two members of the stock adapter that are private in its types and have to be reached for the repair. */
type Internals = {
  performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }>;
  onError(error: unknown): never;
};

const OID_CHAR = 18;
const OID_TEXT = 25;

/**
 * Makes adapter-pg 7.10 fit for migrations:
 * - scripts are sent whole, where the stock splits them at every ";" (also inside function bodies and strings);
 * - columns of PostgreSQL's internal type "char", which its catalogues hold, are read as one-letter text, where the
 *   stock refuses them.
 */
function repair(adapter: StockAdapter): StockAdapter {
  const internals = adapter as unknown as Internals;
  const performIO = internals.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const letterColumns = new WeakMap<SqlQuery, number[]>();

  internals.performIO = async (query) => {
    const result = await performIO(query);
    const letters: number[] = [];
    for (const [index, field] of result.fields.entries()) {
      if (field.dataTypeID !== OID_CHAR) continue;
      field.dataTypeID = OID_TEXT;
      letters.push(index);
    }
    letterColumns.set(query, letters);
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of letterColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => internals.onError(error));
  };
  return adapter;
}

/** Gives the schema engine its connections; the shadow database is a new, empty one beside the real one. */
export class MigrationAdapterFactory extends PrismaPg {
  private readonly open: StockAdapter[] = [];

  constructor(private readonly url: string) {
    super({ connectionString: url, max: 1, application_name: "gaung-migrate" });
  }

  override async connect(): Promise<StockAdapter> {
    const adapter = repair(await super.connect());
    this.open.push(adapter);
    return adapter;
  }

  /** Ends the connections, which the engine itself leaves open. */
  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((adapter) => adapter.dispose()));
  }

  /** The stock adapter would replay the migrations on the real database. */
  override async connectToShadowDb(): Promise<StockAdapter> {
    const address = new URL(this.url);
    const name = `${address.pathname.slice(1)}_shadow_${process.pid}`;
    address.pathname = `/${name}`;
    await onServer(this.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await onServer(this.url, `CREATE DATABASE "${name}" TEMPLATE template0`);

    const adapter = repair(await new PrismaPg({ connectionString: address.href, max: 1 }).connect());
    const dispose: SqlDriverAdapter["dispose"] = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await onServer(this.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return adapter;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
