import { AppError } from "~/kernel/app-error";

/**
 * Reads an `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header-07): a structured-field string
 * ("8e03978e-…" in quotes, RFC 9651 section 3.3.3), or the same bare, as most clients send it.
 * @returns null where there is none. @throws AppError `malformed`.
 */
export function readIdempotencyKey(header: string | null): string | null {
  if (header === null) return null;
  const text = header.trim();
  const quoted = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(text);
  const key = quoted ? (quoted[1] ?? "").replace(/\\(["\\])/g, "$1") : text;
  if (key.length < 1 || key.length > 255 || !/^[\x20-\x7e]+$/.test(key)) {
    throw new AppError("malformed", "Idempotency-Key is not a text of 1 to 255 signs", {
      message: { key: "tracking:error.keyFormat" },
    });
  }
  return key;
}
