import type { NextFunction, Request, Response } from "express";
import { env } from "../env.server";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The API hears no cookie. It takes Bearer keys and signed bodies, which no foreign page can make a browser send, and
 * what shops' pages report of themselves.
 */
const API_PREFIX = "/api/v1/";

export type CrossSiteInput = {
  method: string;
  path: string;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  hasCookies: boolean;
  publicUrl: string;
};

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: parsed, host: originHost } = new URL(origin);
  return parsed === new URL(publicUrl).origin || (host !== undefined && originHost === host.toLowerCase());
}

/**
 * Whether the request changes something and comes from a page of another site. Browsers say where a request comes from
 * in `Sec-Fetch-Site` (over TLS and on localhost) and in `Origin` (always, on unsafe methods); a page cannot forge
 * either. A client that sends neither is no browser: it is let through only without cookies, for it then acts as
 * nobody. Method: OWASP Cross-Site Request Forgery Prevention Cheat Sheet, "Fetch Metadata" and "Verifying Origin".
 */
export function isCrossSite(input: CrossSiteInput): boolean {
  if (SAFE_METHODS.has(input.method) || input.path.startsWith(API_PREFIX)) return false;
  if (input.fetchSite !== undefined) return input.fetchSite !== "same-origin" && input.fetchSite !== "none";
  if (input.origin !== undefined) return !isOwnOrigin(input.origin, input.host, input.publicUrl);
  return input.hasCookies;
}

/** Express middleware: answers 403 to what {@link isCrossSite} names. */
export function refuseCrossSite(req: Request, res: Response, next: NextFunction): void {
  const refused = isCrossSite({
    method: req.method,
    path: req.path,
    host: req.headers.host,
    origin: req.headers.origin,
    fetchSite: req.get("sec-fetch-site"),
    hasCookies: req.headers.cookie !== undefined,
    publicUrl: env().PUBLIC_URL,
  });
  if (!refused) {
    next();
    return;
  }
  res
    .status(403)
    .set("Cache-Control", "no-store")
    .type("text/plain")
    .send("Permintaan dari situs lain ditolak. / A request from another site was refused.\n");
}
