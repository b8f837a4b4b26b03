import { z } from "zod";
import { AppError } from "./app-error";

/**
 * Keyset paging: the cursor holds the sort key and the id of the last row seen, so that page 500 costs what page 1
 * costs and rows never repeat when others are added.
 */
export type Page<Row> = { rows: Row[]; next: string | null };

const cursorSchema = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

export type Cursor = z.infer<typeof cursorSchema>;

/** Packs a sort key and an id for a query string. Dates go in as ISO text. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Unpacks a cursor. @returns null for none. @throws AppError `malformed` for one that we did not make. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return cursorSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new AppError("malformed", "cursor of a list cannot be read", { cause });
  }
}

/** Makes a page of rows that were fetched with `limit + 1`. */
export function toPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => Cursor): Page<Row> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
