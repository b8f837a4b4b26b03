import { createHmac } from "node:crypto";
import { seal, unseal } from "~/platform/sealed.server";
import { keyFor, safeEqual } from "~/platform/secrets.server";

const PURPOSE = "woo-secret";

export const sealSecret = (secret: string) => seal(PURPOSE, secret);

/**
 * Whether WooCommerce signed these bytes: `X-WC-Webhook-Signature` is the HMAC-SHA256 of the raw body with the
 * webhook's secret, in base64. Every secret is tried, in a time that does not tell which was right.
 */
export function isSigned(body: Buffer, signature: string, sealedSecrets: readonly string[]): boolean {
  let right = false;
  for (const sealed of sealedSecrets) {
    const expected = createHmac("sha256", unseal(PURPOSE, sealed)).update(body).digest("base64");
    if (safeEqual(expected, signature)) right = true;
  }
  return right;
}

/** Tells deliveries apart. Keyed, because a body that names a buyer could be guessed from a bare hash. */
export function hashDelivery(endpointId: string, body: Buffer): string {
  return createHmac("sha256", keyFor("woo-delivery")).update(endpointId).update(body).digest("base64url");
}
