import { createServer, type Server } from "node:http";
import { Duplex } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainGet, readPlainGet } from "./plain-get";

const request = (...lines: string[]) => [...lines, "", ""].join("\r\n");

describe("readPlainGet", () => {
  it("reads the address and the headers as they were sent", () => {
    const text = request("GET /r/kopi?a=1 HTTP/1.1", "Host: gaung.example", "accept:text/html ", "X-Empty:");
    expect(readPlainGet(text)).toEqual({
      url: "/r/kopi?a=1",
      rawHeaders: ["Host", "gaung.example", "accept", "text/html", "X-Empty", ""],
    });
  });

  it("leaves spaces that are none of HTTP's in a value", () => {
    expect(readPlainGet(request("GET / HTTP/1.1", "Host: a", "X: \xa0b\xa0 "))?.rawHeaders.at(-1)).toBe(
      "\xa0b\xa0",
    );
  });

  const host = "Host: a";
  const first = "GET /r/kopi HTTP/1.1";
  it.each([
    ["another method", request("HEAD /r/kopi HTTP/1.1", host)],
    ["HTTP/1.0", request("GET /r/kopi HTTP/1.0", host)],
    ["a whole address", request("GET http://a/r/kopi HTTP/1.1", host)],
    ["no host", request(first, "Accept: */*")],
    ["two hosts", request(first, host, host)],
    ["no headers", request(first)],
    ["a body", request(first, host, "Content-Length: 3")],
    ["a body in parts", request(first, host, "Transfer-Encoding: chunked")],
    ["another protocol", request(first, host, "Connection: keep-alive", "Upgrade: websocket")],
    ["the last request", request(first, host, "Connection: close")],
    ["named headers of one hop", request(first, host, "Connection: keep-alive, Foo")],
    ["an expectation", request(first, host, "Expect: 100-continue")],
    ["a space before the colon", request(first, "Host : a")],
    ["a folded line", request(first, host, "X: a", " b")],
    ["a bare line feed", request(first, "Host: a\nX: b")],
    ["a bare carriage return", request(first, "Host: a\rX: b")],
    ["a NUL", request(first, "Host: a\0")],
    ["half a request", `${first}\r\n${host}\r\n`],
    ["two requests", request(first, host) + request(first, host)],
    ["more than the headers", `${request(first, host)}x`],
    ["an empty line before it", `\r\n${request(first, host)}`],
    ["more than 8 KB", request(first, host, `X: ${"x".repeat(8_192)}`)],
  ])("leaves to Node: %s", (_, text) => {
    expect(readPlainGet(text)).toBeNull();
  });

  const framing = [
    ...["Content-Length: 3", "Transfer-Encoding: chunked", "Trailer: X", "Upgrade: websocket"],
    ...["Expect: 100-continue", "HTTP2-Settings: x", "Connection: close", "Host: b"],
  ];
  it.each(framing.flatMap((line) => [line, line.toLowerCase(), line.toUpperCase()]))(
    "leaves to Node whatever says where a request ends, however it is spelt: %s",
    (line) => {
      expect(readPlainGet(request(first, host, line))).toBeNull();
    },
  );

  it("takes no longer than its length on what almost fits", () => {
    const began = process.cpuUsage().user;
    for (let round = 0; round < 200; round += 1)
      readPlainGet(request(first, host, `${"a:".repeat(4_000)}\u0001`));
    expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(2_000);
  });

  it("never reads anything else than Node does", async () => {
    let accepted = 0;
    const parts = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("GET ", "/r/kopi", " HTTP/1.1\r\n", "Host: a\r\n", "\r\n") },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...["Accept: text/html\r\n", "X-A:\t b \r\n", "Connection: keep-alive\r\n", "Cookie: a=b; c\r\n"],
          ...["Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", ": x\r\n"],
          ...[
            "content-length: 0\r\n",
            "transfer-encoding: chunked\r\n",
            "connection: close\r\n",
            "host: b\r\n",
          ],
          ...[" ", "\t", "\r", "\n", "\0", ":", "?x=%20", "\x7f", "\xe9", "HTTP/1.1", "PRI * HTTP/2.0\r\n"],
        ),
      },
    );
    const plain = fc.constant<string[]>([
      "GET ",
      "/r/kopi",
      " HTTP/1.1\r\n",
      "Host: a\r\n",
      "Accept: text/html\r\n",
      "\r\n",
    ]);
    const bent = fc
      .tuple(plain, fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 2 }), parts), { maxLength: 3 }))
      .map(([list, changes]) => {
        const bentList = [...list];
        for (const [at, gone, part] of changes) bentList.splice(at, gone, part);
        return bentList.join("");
      });
    await fc.assert(
      fc.asyncProperty(bent, async (text) => {
        const ours = readPlainGet(text);
        if (!ours) return;
        accepted += 1;
        expect(await nodeReads(text)).toEqual([ours]);
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

/** What Node's server makes of the same bytes. */
async function nodeReads(text: string): Promise<PlainGet[]> {
  const seen: PlainGet[] = [];
  const server: Server = createServer(({ url = "", rawHeaders }, response) => {
    seen.push({ url, rawHeaders });
    response.end();
  });
  const connection = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
  const ended = new Promise<void>((resolve) => connection.on("close", () => resolve()));
  server.emit("connection", connection);
  connection.push(Buffer.from(text, "latin1"));
  connection.push(null);
  await ended;
  return seen;
}
