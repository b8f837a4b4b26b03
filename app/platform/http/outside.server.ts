import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { BlockList, isIPv6 } from "node:net";

/*
 * Asks pages of strangers, whose addresses people typed in. Only http and https on their usual ports, only to public
 * addresses: the name is resolved first, every address it has must be public, and the connection goes to one of those
 * and nowhere else, so that a name cannot change its mind in between. Redirects are not followed: each is an address
 * of its own, to be asked for in the same way.
 */

export type OutsideFault = "scheme" | "address" | "dns" | "timeout" | "connection" | "tls" | "tls-expired";

/** Why an address was not asked, or did not answer. */
export class OutsideError extends Error {
  constructor(
    readonly fault: OutsideFault,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = "OutsideError";
  }
}

export type OutsidePage = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** The first part of the text; empty where it is no text, or compressed although asked not to be. */
  body: string;
};

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

export type OutsideOptions = {
  /** Says who asks, and where to read why. */
  agent: string;
  /** Milliseconds for all of it. */
  timeoutMs?: number;
  /** What is read of the answer, in bytes; the rest is left. */
  maxBytes?: number;
  resolve?: Resolve;
};

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 512 * 1024;

const closed = new BlockList();
// Special-purpose IPv4 (iana.org/assignments/iana-ipv4-special-registry), multicast and reserved.
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  closed.addSubnet(net, prefix, "ipv4");
}
// Of IPv6 only global unicast is open, less documentation and what tunnels IPv4 (Teredo, 6to4).
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");
closed.addSubnet("2001:db8::", 32, "ipv6");
closed.addSubnet("2001::", 32, "ipv6");
closed.addSubnet("2002::", 16, "ipv6");

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return open6.check(address, "ipv6") && !closed.check(address, "ipv6");
  return !closed.check(address, "ipv4");
}

const byDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** @throws OutsideError */
async function publicAddress(url: URL, resolve: Resolve): Promise<{ address: string; family: number }> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = await resolve(host).catch((error: unknown) => {
    throw new OutsideError("dns", `${host} does not resolve`, error);
  });
  // Many servers have no IPv6, and then a page that is well would look unreachable.
  const first = found.find(({ family }) => family === 4) ?? found[0];
  if (!first) throw new OutsideError("dns", `${host} has no address`);
  if (!found.every(({ address }) => isPublicAddress(address))) {
    throw new OutsideError("address", `${host} is not on the public internet`);
  }
  return first;
}

/**
 * Asks for a page with GET.
 * @throws OutsideError when it may not be asked, or does not answer in time
 */
export async function askOutside(address: string, options: OutsideOptions): Promise<OutsidePage> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (
    !url ||
    (url.protocol !== "https:" && url.protocol !== "http:") ||
    url.port !== "" ||
    url.username !== ""
  ) {
    throw new OutsideError("scheme", "only http and https on their usual ports are asked");
  }
  const pinned = await publicAddress(url, options.resolve ?? byDns);
  return request(url, pinned, options);
}

function request(
  url: URL,
  pinned: { address: string; family: number },
  options: OutsideOptions,
): Promise<OutsidePage> {
  const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, agent } = options;
  return new Promise((resolve, reject) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const fail = (error: unknown) => reject(faultOf(error, deadline.aborted));
    const asked = (url.protocol === "https:" ? https : http).request(
      url,
      {
        agent: false,
        signal: deadline,
        headers: {
          "User-Agent": agent,
          Accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
          "Accept-Language": "id,en;q=0.5",
          "Accept-Encoding": "identity",
        },
        lookup: (_host, settings, callback) =>
          settings.all ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family),
      },
      (answer) => {
        readText(answer, maxBytes).then(
          (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          fail,
        );
      },
    );
    asked.on("error", fail);
    asked.end();
  });
}

async function readText(answer: http.IncomingMessage, maxBytes: number): Promise<string> {
  const isText = /^(?:text\/|application\/(?:xhtml\+xml|xml|json))/.test(
    answer.headers["content-type"] ?? "",
  );
  const packed = (answer.headers["content-encoding"] ?? "identity") !== "identity";
  const parts: Buffer[] = [];
  let size = 0;
  if (isText && !packed) {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size >= maxBytes) break;
    }
  }
  answer.destroy();
  return Buffer.concat(parts).subarray(0, maxBytes).toString("utf8");
}

function faultOf(error: unknown, late: boolean): OutsideError {
  if (error instanceof OutsideError) return error;
  if (late) return new OutsideError("timeout", "no answer in time", error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const tls = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
  const fault = code === "CERT_HAS_EXPIRED" ? "tls-expired" : tls ? "tls" : "connection";
  return new OutsideError(fault, `no answer: ${code || String(error)}`, error);
}
