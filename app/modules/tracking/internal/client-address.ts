/**
 * The visitor's address: the peer's own, or, behind so many proxies of ours, what the outermost of them saw. Entries
 * further left in X-Forwarded-For come from the visitor and are not believed. Only ever hashed, never kept.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  return plain(trustedProxies === 0 ? peer : (seenByProxy(forwardedFor, trustedProxies) ?? peer));
}

function seenByProxy(forwardedFor: string | undefined, trustedProxies: number): string | undefined {
  if (forwardedFor === undefined) return undefined;
  const hops = forwardedFor.split(",");
  return hops[Math.max(0, hops.length - trustedProxies)]?.trim();
}

/** A socket for both families shows IPv4 as ::ffff:203.0.113.9: the same visitor as 203.0.113.9. */
function plain(address = ""): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}
