import { type ServerResponse, STATUS_CODES } from "node:http";
import { FastConnection } from "~/platform/http/fast-path.server";
import { PAGE_HEADERS } from "./link-pages.server";

/** A click's token stands in the address of the product's page: another site is told no more than where one comes from. */
const HEAD_COMMON = [
  ...["Cache-Control", "no-store", "Referrer-Policy", "strict-origin-when-cross-origin"],
  ...["X-Robots-Tag", "noindex", "Content-Length", "0"],
];

type Leading = 302 | 307;

const begin = (status: Leading) => `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nLocation: `;
const FAST_BEGIN: Record<Leading, string> = { 302: begin(302), 307: begin(307) };
/** Those of `HEAD_COMMON`, as one literal: a text put together would be put together again for every answer. */
const FAST_END =
  "\r\nCache-Control: no-store\r\nReferrer-Policy: strict-origin-when-cross-origin\r\nX-Robots-Tag: noindex\r\nContent-Length: 0\r\n";

/**
 * 302 promises that the request is laid down; 307 sends on without that promise.
 * @param location free of control characters, as every `Destination` is
 */
export function sendOn(to: ServerResponse | FastConnection, status: Leading, location: string): void {
  if (to instanceof FastConnection) to.answer(FAST_BEGIN[status] + location + FAST_END);
  else to.writeHead(status, ["Location", location, ...HEAD_COMMON]).end();
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
