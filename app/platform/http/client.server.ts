import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction } from "express";
import { keyFor } from "../secrets.server";

/** Header by which the HTTP entry hands the client's key to Remix; what a client sends under this name is replaced. */
const CLIENT_KEY_HEADER = "x-gaung-client";

/** The network of an address: the whole of an IPv4 address, the first 64 bits of an IPv6 one, which one line holds. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const bare = address.split("%")[0] ?? address;
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** A keyed hash of a network address: tells one client from another, and nobody's address from it. */
export function hashClient(address: string): string {
  return createHmac("sha256", keyFor("client")).update(networkOf(address)).digest("base64url").slice(0, 22);
}

/** Express middleware: puts the client's key on the request. It honours TRUST_PROXY through `req.ip`. */
export function giveClientKey(req: ExpressRequest, _res: ExpressResponse, next: NextFunction): void {
  req.headers[CLIENT_KEY_HEADER] = hashClient(req.ip ?? "unknown");
  next();
}

/** The client's key, for counting tries. Requests that did not pass the HTTP entry share one. */
export function clientKey(request: Request): string {
  return request.headers.get(CLIENT_KEY_HEADER) ?? "unknown";
}
