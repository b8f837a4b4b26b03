import { v7 } from "uuid";

/** A new UUID version 7 (RFC 9562): sorts by the time it was made, to the millisecond. */
export function newId(at?: Date): string {
  return at ? v7({ msecs: at.getTime() }) : v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of a UUID; a route checks it before it asks the database. */
export function isId(text: string | undefined | null): text is string {
  return typeof text === "string" && UUID.test(text);
}
