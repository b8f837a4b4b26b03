import type { EventEmitter } from "node:events";
import type { QueryResult } from "pg";

/** A PostgreSQL that belongs to this process. Emits `exit` when the server goes away without having been asked to. */
export class Postgres extends EventEmitter {
  constructor(options: {
    directory: string;
    durable?: boolean;
    port?: number;
    settings?: Record<string, string>;
  });
  readonly directory: string;
  /** 0 while it does not run. */
  readonly pid: number;
  readonly port: number;
  /** Whether it was found running instead of started. */
  readonly adopted: boolean;
  /** A connection string for one of its databases; "gaung" by default. */
  url(database?: string): string;
  start(): Promise<this>;
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): void;
  /** Leaves it running and stops watching it. */
  letGo(): void;
  query(text: string, values?: unknown[], database?: string): Promise<QueryResult>;
  ensureDatabase(name: string, template?: string): Promise<void>;
}
