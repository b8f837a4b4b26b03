import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import { env } from "../env.server";

/** Gives each answer a fresh nonce, read by the Remix shell for its scripts. */
export function giveNonce(_req: Request, res: Response, next: NextFunction): void {
  res.locals.cspNonce = randomBytes(16).toString("base64");
  next();
}

const nonceOf = (res: unknown) => `'nonce-${(res as Response).locals.cspNonce}'`;

/**
 * Security headers (helmet) with a Content-Security-Policy of our own origin only. In development Vite injects its
 * client and styles, so the policy is left out there.
 */
export function securityHeaders() {
  const { NODE_ENV, PUBLIC_URL } = env();
  const tls = PUBLIC_URL.startsWith("https:");
  return helmet({
    contentSecurityPolicy:
      NODE_ENV === "development"
        ? false
        : {
            useDefaults: false,
            directives: {
              defaultSrc: ["'self'"],
              scriptSrc: ["'self'", (_req, res) => nonceOf(res)],
              styleSrcElem: ["'self'", (_req, res) => nonceOf(res)],
              // Charts and measured positions are written as style attributes by React.
              styleSrcAttr: ["'unsafe-inline'"],
              imgSrc: ["'self'", "data:", "blob:"],
              fontSrc: ["'self'"],
              connectSrc: ["'self'"],
              manifestSrc: ["'self'"],
              objectSrc: ["'none'"],
              baseUri: ["'none'"],
              formAction: ["'self'"],
              frameAncestors: ["'none'"],
              ...(tls ? { upgradeInsecureRequests: [] } : {}),
            },
          },
    strictTransportSecurity: tls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginEmbedderPolicy: false,
    // Set below: other sites' pages load the script for shops.
    crossOriginResourcePolicy: false,
  });
}

/** What pages of other sites load from here: the script for shops, its picture, and where both report. */
const FOR_OTHER_SITES = new Set(["/t.js", "/t.gif", "/api/v1/page-orders"]);

/** Keeps other sites from embedding what we serve, except what is made for them. */
export function resourcePolicy(req: Request, res: Response, next: NextFunction): void {
  const policy = FOR_OTHER_SITES.has(req.path) ? "cross-origin" : "same-origin";
  res.setHeader("Cross-Origin-Resource-Policy", policy);
  next();
}
