import type { NextFunction, Request, Response } from "express";
import { env } from "../env.server";
import { log } from "../log.server";
import { httpDuration, register } from "../metrics.server";
import { safeEqual } from "../secrets.server";

/** The kind of address, so that the metric does not grow with the number of pages. */
function kindOf(path: string): string {
  if (path.startsWith("/assets/")) return "asset";
  if (path.startsWith("/api/")) return "api";
  if (path.startsWith("/media")) return "media";
  return "page";
}

/** The path for the log: a token in it (an invitation, a password reset) is a secret. */
const loggable = (path: string) => path.replace(/\/[A-Za-z0-9_-]{40,}/g, "/[hidden]");

/** Times every request and writes one log line for each that is not a static file. Query strings are not logged. */
export function observe(req: Request, res: Response, next: NextFunction): void {
  const start = process.hrtime.bigint();
  const path = req.path;
  res.on("finish", () => {
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const kind = kindOf(path);
    httpDuration.observe({ kind, status: `${Math.floor(res.statusCode / 100)}xx` }, seconds);
    if (kind === "asset") return;
    const entry = {
      requestId: res.getHeader("x-request-id"),
      method: req.method,
      path: loggable(path),
      status: res.statusCode,
      ms: Math.round(seconds * 1000),
    };
    log()[res.statusCode >= 500 ? "error" : "info"](entry, "request");
  });
  next();
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** `GET /metrics` for Prometheus: with METRICS_TOKEN as Bearer, or, where none is set, from this machine only. */
export async function serveMetrics(req: Request, res: Response): Promise<void> {
  const token = env().METRICS_TOKEN;
  const allowed = token
    ? safeEqual(req.headers.authorization ?? "", `Bearer ${token}`)
    : LOOPBACK.has(req.socket.remoteAddress ?? "") && env().TRUST_PROXY === 0;
  if (!allowed) {
    res.status(404).end();
    return;
  }
  res.set("Content-Type", register.contentType).end(await register.metrics());
}
