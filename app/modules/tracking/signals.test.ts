import { describe, expect, it } from "vitest";
import { isPrefetch, readSignals, SIGNAL } from "./signals";

const PHONE = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "accept-language": "id-ID,id;q=0.9",
  "accept-encoding": "gzip, deflate, br",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
  "sec-fetch-user": "?1",
  "sec-ch-ua": '"Chromium";v="126", "Google Chrome";v="126", "Not-A.Brand";v="99"',
};

/** As they stand in rows. Append here; never change a line. */
it("never changes what a bit in a row means", () => {
  expect(SIGNAL).toEqual({
    HEAD: 1,
    PREFETCH: 2,
    ACCEPT: 4,
    ACCEPT_HTML: 8,
    ACCEPT_LANGUAGE: 16,
    ACCEPT_ENCODING: 32,
    FETCH_MODE: 64,
    FETCH_NAVIGATE: 128,
    FETCH_DEST: 256,
    FETCH_DOCUMENT: 512,
    FETCH_FRAME: 1024,
    FETCH_USER: 2048,
    CLIENT_HINTS: 4096,
    HEADLESS_HINTS: 8192,
    X_REQUESTED_WITH: 16384,
    COOKIE: 32768,
    VIA: 65536,
    FROM: 131072,
    STAFF: 262144,
  });
});

describe("readSignals", () => {
  it("reads nothing out of nothing", () => {
    expect(readSignals("GET", {})).toBe(0);
    expect(
      readSignals("GET", { host: "gaung.example", "user-agent": "x", referer: "https://x.example/" }),
    ).toBe(0);
  });

  it("reads a browser's visit", () => {
    expect(readSignals("GET", PHONE)).toBe(
      SIGNAL.ACCEPT |
        SIGNAL.ACCEPT_HTML |
        SIGNAL.ACCEPT_LANGUAGE |
        SIGNAL.ACCEPT_ENCODING |
        SIGNAL.FETCH_MODE |
        SIGNAL.FETCH_NAVIGATE |
        SIGNAL.FETCH_DEST |
        SIGNAL.FETCH_DOCUMENT |
        SIGNAL.FETCH_USER |
        SIGNAL.CLIENT_HINTS,
    );
  });

  it.each([
    ["HEAD", {}, SIGNAL.HEAD],
    ["GET", { accept: "*/*" }, SIGNAL.ACCEPT],
    ["GET", { "sec-fetch-mode": "cors" }, SIGNAL.FETCH_MODE],
    ["GET", { "sec-fetch-dest": "image" }, SIGNAL.FETCH_DEST],
    ["GET", { "sec-fetch-dest": "iframe" }, SIGNAL.FETCH_DEST | SIGNAL.FETCH_FRAME],
    ["GET", { "sec-ch-ua": '"HeadlessChrome";v="126"' }, SIGNAL.CLIENT_HINTS | SIGNAL.HEADLESS_HINTS],
    ["GET", { "x-requested-with": "com.instagram.android" }, SIGNAL.X_REQUESTED_WITH],
    ["GET", { cookie: "a=b" }, SIGNAL.COOKIE],
    ["GET", { via: "1.1 proxy" }, SIGNAL.VIA],
    ["GET", { from: "bot@example.com" }, SIGNAL.FROM],
    ["GET", { "sec-purpose": "prefetch" }, SIGNAL.PREFETCH],
  ])("%s %o", (method, headers, signals) => {
    expect(readSignals(method, headers)).toBe(signals);
  });

  it("takes about a microsecond at most", () => {
    const headers = {
      ...PHONE,
      host: "gaung.example",
      "user-agent": "Mozilla/5.0",
      referer: "https://l.example/",
    };
    let sum = 0;
    const run = (times: number) => {
      const start = performance.now();
      for (let index = 0; index < times; index += 1) sum += readSignals("GET", headers);
      return ((performance.now() - start) * 1_000) / times;
    };
    run(50_000);
    const best = Math.min(...Array.from({ length: 5 }, () => run(20_000)));
    expect(sum).toBeGreaterThan(0);
    expect(best).toBeLessThan(2);
  });
});

describe("isPrefetch", () => {
  it.each([
    { purpose: "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { "x-moz": "prefetch" },
    { "x-purpose": "preview" },
  ])("%o", (headers) => {
    expect(isPrefetch(headers)).toBe(true);
  });

  it("is not fooled by an ordinary visit", () => {
    expect(isPrefetch(PHONE)).toBe(false);
  });
});
