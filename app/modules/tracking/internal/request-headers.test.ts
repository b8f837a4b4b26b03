import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { knownHeaders } from "./request-headers";

it("reads what Node reads, however names are spelt", async () => {
  const raw = [
    "User-Agent",
    "a",
    "ACCEPT",
    "text/html",
    "sec-ch-ua-Platform",
    '"x"',
    "Host",
    "h",
    "X-Other",
    "o",
  ];
  expect(knownHeaders(raw)).toMatchObject({
    "user-agent": "a",
    accept: "text/html",
    "sec-ch-ua-platform": '"x"',
  });
  expect(Object.values(knownHeaders([])).every((value) => value === undefined)).toBe(true);
});

it("puts every header into its own place", () => {
  const names = Object.keys(knownHeaders([]));
  expect(names.length).toBeGreaterThan(15);
  expect(knownHeaders(names.flatMap((name) => [name, `the ${name}`]))).toEqual(
    Object.fromEntries(names.map((name) => [name, `the ${name}`])),
  );
});

it("treats headers that are sent twice as Node does", async () => {
  const server = createServer((incoming, response) => {
    const { rawHeaders, headers } = incoming;
    response.end(JSON.stringify({ rawHeaders, headers }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sent = [
    "user-agent",
    "accept",
    "accept-language",
    "accept-encoding",
    "x-forwarded-for",
    "via",
    "from",
  ];
  const headers = ["host", "x", ...sent.flatMap((name) => [name, `${name} one`, name, `${name} two`])];
  const text = await new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, host: "127.0.0.1", headers, agent: false, setHost: false }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => resolve(body));
    });
    asked.on("error", reject);
    asked.end();
  });
  server.close();
  const seen = JSON.parse(text) as { rawHeaders: string[]; headers: Record<string, string> };
  expect(seen.rawHeaders.filter((name) => name === "via")).toHaveLength(2);
  const known = knownHeaders(seen.rawHeaders);
  for (const name of sent) expect(known[name as keyof typeof known]).toBe(seen.headers[name]);
});
