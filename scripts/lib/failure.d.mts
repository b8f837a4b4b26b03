/** Turns the system errors that a person can do something about into a sentence. */
export function explain(error: unknown): unknown;
