import { EventEmitter } from "node:events";
import https from "node:https";
import { describe, expect, it, vi } from "vitest";
import { askOutside, isPublicAddress, OutsideError } from "./outside.server";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "103.10.66.1", "2404:6800:4003:c00::71", "2606:4700::1111"])("%s is", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
    ...["224.0.0.1", "255.255.255.255", "198.51.100.7", "::1", "::", "fe80::1", "fd00::1", "fc00::1"],
    ...[
      "::ffff:127.0.0.1",
      "::ffff:8.8.8.8",
      "64:ff9b::7f00:1",
      "2001:db8::1",
      "2002:7f00:1::",
      "2001:0:1::",
    ],
  ])("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

const to = (...addresses: string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
});
const faultOf = async (address: string, options = {}) =>
  askOutside(address, { agent: "test", ...options }).then(
    () => null,
    (error: unknown) => (error instanceof OutsideError ? error.fault : error),
  );

describe("askOutside", () => {
  it.each([
    "ftp://example.com/",
    "file:///etc/passwd",
    "https://example.com:8443/",
    "https://a:b@example.com/",
    "x",
  ])("never asks %s", async (address) => {
    expect(await faultOf(address, to("8.8.8.8"))).toBe("scheme");
  });

  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://[::1]/",
    "http://0x7f.1/",
    "http://localhost/",
  ])("never asks this machine: %s", async (address) => {
    expect(await faultOf(address)).toBe("address");
  });

  it("never asks a name of which one address is not public", async () => {
    expect(await faultOf("https://toko.example/", to("8.8.8.8", "10.0.0.1"))).toBe("address");
    expect(await faultOf("https://toko.example/", to())).toBe("dns");
  });

  it("says that a name does not resolve", async () => {
    const resolve = async () => {
      throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    };
    expect(await faultOf("https://toko.example/", { resolve })).toBe("dns");
  });

  it("connects to the address that was checked, whatever the name says by then", async () => {
    const connected: unknown[] = [];
    const request = vi.spyOn(https, "request").mockImplementation(((
      _url: URL,
      options: https.RequestOptions,
    ) => {
      const { lookup } = options;
      lookup?.("toko.example", { all: true }, (_error, addresses) => connected.push(addresses));
      lookup?.("toko.example", {}, (_error, address, family) => connected.push([address, family]));
      const asked = new EventEmitter();
      return Object.assign(asked, {
        end: () => asked.emit("error", Object.assign(new Error("reset"), { code: "ECONNRESET" })),
      });
    }) as never);
    expect(await faultOf("https://toko.example/", to("2606:4700::1111", "8.8.4.4"))).toBe("connection");
    expect(connected).toEqual([[{ address: "8.8.4.4", family: 4 }], ["8.8.4.4", 4]]);
    request.mockRestore();
  });

  it.each([
    ["CERT_HAS_EXPIRED", "tls-expired"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
    ["ECONNREFUSED", "connection"],
  ])("calls %s %s", async (code, fault) => {
    const request = vi.spyOn(https, "request").mockImplementation((() => {
      const asked = new EventEmitter();
      return Object.assign(asked, {
        end: () => asked.emit("error", Object.assign(new Error("no"), { code })),
      });
    }) as never);
    expect(await faultOf("https://toko.example/", to("8.8.4.4"))).toBe(fault);
    request.mockRestore();
  });
});
