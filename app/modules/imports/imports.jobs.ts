import { z } from "zod";
import { defineJob } from "~/kernel/job";

const one = z.object({ importId: z.uuid() });
/** A worker that stops in the middle is taken over after 15 s; a fault that stays is given up after a quarter of an hour. */
const options = { queue: "imports", retry: { attempts: 8, backoffMs: 5_000 } } as const;

/** Reads a file that was brought, row by row, and compares it with what is known. */
export const readImportJob = defineJob("imports.read", one, options);

/** Applies an import that a person confirmed. */
export const applyImportJob = defineJob("imports.apply", one, options);

/** Takes an import back. */
export const undoImportJob = defineJob("imports.undo", one, options);

/** Deletes files nobody confirmed within a day, and rows of imports that ended long ago. Repeated hourly. */
export const sweepImportsJob = defineJob("imports.sweep", z.object({}));
