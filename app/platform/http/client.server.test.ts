import { beforeAll, describe, expect, it } from "vitest";
import { clientKey, giveClientKey, hashClient, networkOf } from "./client.server";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://localhost/unused";
});

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("takes %s as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("hashClient", () => {
  it("is one for a home's IPv6 addresses, differs between networks and does not hold the address", () => {
    expect(hashClient("2001:db8:1:2::1")).toBe(hashClient("2001:db8:1:2:ffff::9"));
    expect(hashClient("203.0.113.7")).not.toBe(hashClient("203.0.113.8"));
    expect(hashClient("203.0.113.7")).not.toContain("203");
  });
});

describe("giveClientKey", () => {
  it("replaces what the client sent under that name", () => {
    const headers: Record<string, string> = { "x-gaung-client": "forged" };
    let passed = false;
    giveClientKey({ ip: "203.0.113.7", headers } as never, {} as never, () => {
      passed = true;
    });
    expect(passed).toBe(true);
    const key = clientKey(new Request("http://gaung.example/", { headers }));
    expect(key).toBe(hashClient("203.0.113.7"));
  });

  it("gives requests that went another way one key together", () => {
    expect(clientKey(new Request("http://gaung.example/"))).toBe("unknown");
  });
});
