import { hash } from "node:crypto";

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const MAX_MESSAGE_BYTES = 4_096;

/**
 * HMAC-SHA256 (RFC 2104) with one key, for many short messages: the padded key is laid out once and each message
 * costs two one-shot hashes, about half of what a `createHmac` object costs. The test compares it with `createHmac`.
 */
export class KeyedHash {
  readonly #inner: Buffer;
  readonly #outer: Buffer;

  constructor(key: Buffer) {
    if (key.length > BLOCK_BYTES) throw new RangeError("keys of up to 64 bytes only");
    this.#inner = Buffer.alloc(BLOCK_BYTES + MAX_MESSAGE_BYTES, 0x36);
    this.#outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, 0x5c);
    for (const [index, byte] of key.entries()) {
      this.#inner[index] = byte ^ 0x36;
      this.#outer[index] = byte ^ 0x5c;
    }
  }

  /** The code in hexadecimal digits. A message is cut after 4096 bytes of UTF-8. */
  hex(message: string): string {
    return this.#digest(message, "hex");
  }

  /** The code in base64url. */
  base64url(message: string): string {
    return this.#digest(message, "base64url");
  }

  #digest(message: string, encoding: "hex" | "base64url"): string {
    const length = this.#inner.write(message, BLOCK_BYTES, MAX_MESSAGE_BYTES, "utf8");
    this.#outer.write(
      hash("sha256", this.#inner.subarray(0, BLOCK_BYTES + length), "hex"),
      BLOCK_BYTES,
      DIGEST_BYTES,
      "hex",
    );
    return hash("sha256", this.#outer, encoding);
  }
}
