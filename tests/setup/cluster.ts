import type { TestProject } from "vitest/node";
import { startTestCluster } from "../../scripts/lib/test-cluster.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string to the server's own database, from which test databases are made. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run; each test file clones a database of its own from its template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster({ log: (text) => console.log(`tests: ${text}`) });
  project.provide("postgresUrl", cluster.postgres.url("postgres"));
  return cluster.stop;
}
