import { keyFor, safeEqual } from "~/platform/secrets.server";
import { compactId } from "./click";
import { KeyedHash } from "./internal/keyed-hash.server";

/** Signs of base64url kept of the code: 20 are 120 bits. */
const CODE_CHARS = 20;
const TOKEN = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{20})$/;

/** Makes and checks the token `<click id>.<code>` that travels in a destination's query. */
export class ClickTokens {
  readonly #hash: KeyedHash;

  constructor(key: Buffer = keyFor("click-id")) {
    this.#hash = new KeyedHash(key);
  }

  /** The token of a click on a link; both ids without hyphens. */
  sign(clickId: string, linkId: string): string {
    return `${clickId}.${this.#code(clickId, linkId)}`;
  }

  /** Whether the token was made by us for a click on this link. */
  isFor(token: ReadToken, linkId: string): boolean {
    return safeEqual(token.code, this.#code(token.clickId, compactId(linkId)));
  }

  #code(clickId: string, linkId: string): string {
    return this.#hash.base64url(`${clickId}${linkId}`, CODE_CHARS);
  }
}

export type ReadToken = { /** Without hyphens. */ clickId: string; code: string };

/** Takes a token apart; null where the text is none. What it says is not checked yet. */
export function readClickToken(text: string): ReadToken | null {
  const match = TOKEN.exec(text.trim());
  return match?.[1] && match[2] ? { clickId: match[1], code: match[2] } : null;
}
