import type { IncomingMessage } from "node:http";

/**
 * The visitor's address: the peer's own, or, behind so many proxies of ours, what the outermost of them saw. Entries
 * further left in X-Forwarded-For come from the visitor and are not believed. Only ever hashed, never kept.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = request.socket.remoteAddress ?? "";
  if (trustedProxies === 0) return peer;
  const header = request.headers["x-forwarded-for"];
  if (header === undefined) return peer;
  const hops = String(header).split(",");
  return (hops[Math.max(0, hops.length - trustedProxies)] ?? peer).trim();
}
