import { createHmac } from "node:crypto";
import { keyFor } from "~/platform/secrets.server";

/**
 * A keyed hash of whatever tells an institution's buyers apart (account name, telephone number, address of mail), so
 * that a returning buyer is known and nobody can be named. The text itself must never be stored or logged.
 * @returns null for an empty text: nothing is known of the buyer
 */
export function hashBuyer(institutionId: string, identity: string): string | null {
  const text = identity.normalize("NFKC").trim().toLowerCase();
  if (text === "") return null;
  return createHmac("sha256", keyFor("buyer"))
    .update(`${institutionId}\n${text}`)
    .digest("base64url")
    .slice(0, 24);
}
