import type { Postgres } from "./postgres.mjs";

/** The migrated, empty database of a test cluster: what tests clone. */
export const TEMPLATE: string;

/**
 * A PostgreSQL for one run of tests, in a temporary folder, holding a migrated, empty database to clone.
 * `durable` gives it the settings of a real instance, for tests that pull the plug.
 */
export function startTestCluster(options?: { durable?: boolean; log?: (text: string) => void }): Promise<{
  postgres: Postgres;
  directory: string;
  stop: () => Promise<void>;
}>;
