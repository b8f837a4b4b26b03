import type { ServerResponse } from "node:http";
import { PAGE_HEADERS } from "./link-pages.server";

const HEAD_COMMON = ["Cache-Control", "no-store", "X-Robots-Tag", "noindex", "Content-Length", "0"];

/** 302 promises that the request is laid down; 307 sends on without that promise. */
export function sendOn(response: ServerResponse, status: 302 | 307, location: string): void {
  response.writeHead(status, ["Location", location, ...HEAD_COMMON]);
  response.end();
}

/**
 * A refused prefetch is thrown away and asked for again when somebody really clicks; an answered one would be used
 * then, and the click would never be seen.
 */
export function refusePrefetch(response: ServerResponse): void {
  response.writeHead(503, ["Cache-Control", "no-store", "Content-Length", "0", "X-Robots-Tag", "noindex"]);
  response.end();
}

export function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, ["Allow", "GET, HEAD", "Content-Length", "0"]).end();
}

export function sendHtml(
  response: ServerResponse,
  status: number,
  page: string,
  options: { more?: readonly string[]; headOnly?: boolean } = {},
): void {
  const body = Buffer.from(page);
  const more = options.more ?? [];
  response.writeHead(status, [...PAGE_HEADERS, ...more, "Content-Length", String(body.length)]);
  response.end(options.headOnly ? undefined : body);
}
