/**
 * The database of this checkout's instance, for a script that runs beside it: DATABASE_URL if set, else the embedded
 * PostgreSQL of GAUNG_HOME, started when nobody runs it. Sets DATABASE_URL, GAUNG_HOME and (outside production)
 * SESSION_SECRET in process.env. Call `release` at the end, also after an error.
 */
export function acquireDatabase(): Promise<{ url: string; release: () => Promise<void> }>;
