import type { IncomingMessage } from "node:http";
import type { PlainGet } from "~/platform/http/plain-get";
import { type KnownHeaders, knownHeaders } from "./request-headers";

/** What the redirect reads of a request, whichever way it came. */
export type ClickRequest = {
  method: string | undefined;
  /** The path with its query, as sent. */
  url: string;
  /** The address at the other end of the connection. */
  peer: string | undefined;
  headers: KnownHeaders;
};

export function requestOf({ method, url, socket, rawHeaders }: IncomingMessage): ClickRequest {
  return { method, url: url ?? "", peer: socket.remoteAddress, headers: knownHeaders(rawHeaders) };
}

export function requestOfPlain({ url, rawHeaders }: PlainGet, peer: string | undefined): ClickRequest {
  return { method: "GET", url, peer, headers: knownHeaders(rawHeaders) };
}
