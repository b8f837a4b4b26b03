import { describe, expect, it } from "vitest";
import { type CrossSiteInput, isCrossSite } from "./csrf.server";

const post: CrossSiteInput = {
  method: "POST",
  path: "/masuk",
  host: "gaung.example",
  origin: "https://gaung.example",
  fetchSite: "same-origin",
  hasCookies: true,
  publicUrl: "https://gaung.example",
};

describe("isCrossSite", () => {
  it.each([
    ["a form of our own page", {}],
    ["a reload that the person asked for", { fetchSite: "none" }],
    ["an older browser that only says Origin", { fetchSite: undefined }],
    ["a proxy that renames the host", { fetchSite: undefined, host: "10.0.0.7:3000" }],
    [
      "a local address other than PUBLIC_URL",
      { fetchSite: undefined, origin: "http://127.0.0.1:4000", host: "127.0.0.1:4000" },
    ],
    ["a program without cookies", { fetchSite: undefined, origin: undefined, hasCookies: false }],
    [
      "reading, wherever the link stood",
      { method: "GET", fetchSite: "cross-site", origin: "https://evil.example" },
    ],
    ["the API, which takes no cookies", { path: "/api/v1/conversions", fetchSite: "cross-site" }],
  ] satisfies [string, Partial<CrossSiteInput>][])("lets through %s", (_name, change) => {
    expect(isCrossSite({ ...post, ...change })).toBe(false);
  });

  it.each([
    ["another site", { fetchSite: "cross-site" }],
    ["a sister host of the same site", { fetchSite: "same-site" }],
    ["another origin", { fetchSite: undefined, origin: "https://evil.example" }],
    ["a sandboxed page", { fetchSite: undefined, origin: "null" }],
    ["our name on another port", { fetchSite: undefined, origin: "https://gaung.example:8443" }],
    [
      "a host that only starts like ours",
      { fetchSite: undefined, origin: "https://gaung.example.evil.example" },
    ],
    ["cookies without any word of where from", { fetchSite: undefined, origin: undefined }],
    ["a path that only looks like the API", { path: "/api/v1", fetchSite: "cross-site" }],
    ["any other unsafe method", { method: "DELETE", fetchSite: "cross-site" }],
  ] satisfies [string, Partial<CrossSiteInput>][])("refuses %s", (_name, change) => {
    expect(isCrossSite({ ...post, ...change })).toBe(true);
  });
});
