import type { Postgres } from "./postgres.mjs";

/** Brings PostgreSQL back when it ends unasked. The function that comes back stops it for good. */
export function keepAlive(postgres: Postgres, tell?: (text: string) => void): () => Promise<void>;
