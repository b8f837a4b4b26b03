import { describe, expect, it } from "vitest";
import { mayAsk } from "./robots";

const TEXT = `
# a shop
User-agent: *
Disallow: /cart
Disallow: /*?sort=
Allow: /cart/help
Disallow: /secret$

User-agent: Greedy
User-agent: gaunglinkcheck-other
Disallow: /
Sitemap: https://toko.example/sitemap.xml
`;

describe("mayAsk", () => {
  it.each([
    ["/kopi", true],
    ["/cart", false],
    ["/cart/1", false],
    ["/cart/help/2", true],
    ["/kopi?sort=price", false],
    ["/secret", false],
    ["/secrets", true],
  ])("%s: %s", (path, answer) => {
    expect(mayAsk(TEXT, "gaunglinkcheck", path)).toBe(answer);
  });

  it("goes by the agent's own group where there is one", () => {
    expect(mayAsk(TEXT, "greedy", "/kopi")).toBe(false);
    expect(mayAsk("User-agent: a\nDisallow:\n\nUser-agent: *\nDisallow: /", "a", "/x")).toBe(true);
    expect(mayAsk("User-agent: *\nDisallow: /\nAllow: /", "a", "/x")).toBe(true);
  });

  it("allows everything where nothing is said", () => {
    expect(mayAsk("", "a", "/x")).toBe(true);
    expect(mayAsk("<!doctype html><p>not found", "a", "/x")).toBe(true);
    expect(mayAsk("Disallow: /", "a", "/x")).toBe(true);
  });

  it("is quick with patterns made to be slow", () => {
    const slow = `User-agent: *\nDisallow: /${"*a".repeat(2_000)}$`;
    expect(mayAsk(slow, "a", `/${"a".repeat(1_999)}b`)).toBe(true);
  });
});
