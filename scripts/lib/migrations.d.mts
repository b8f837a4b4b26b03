/** The names of the migrations that the database lacks; "queue tables" stands for those of BullMQ. */
export function pendingMigrations(databaseUrl: string): Promise<string[]>;
