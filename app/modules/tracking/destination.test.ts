import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLICK_PARAMETER, parseDestination } from "./destination";

const withToken = (stored: string, token = "TOKEN") => {
  const destination = parseDestination(stored);
  return destination ? destination.before + token + destination.after : null;
};

describe("parseDestination", () => {
  it.each([
    ["/p/kopi-lapas", "/p/kopi-lapas?gaung_click=TOKEN"],
    ["/p/kopi?warna=merah#cara-pesan", "/p/kopi?warna=merah&gaung_click=TOKEN#cara-pesan"],
    ["https://shopee.co.id/x-i.1.2", "https://shopee.co.id/x-i.1.2?gaung_click=TOKEN"],
    ["https://toko.example", "https://toko.example/?gaung_click=TOKEN"],
    ["https://wa.me/62811?text=Halo%20Gaung", "https://wa.me/62811?text=Halo%20Gaung&gaung_click=TOKEN"],
    ["https://toko.example/?gaung_click=old&a=1", "https://toko.example/?a=1&gaung_click=TOKEN"],
    ["https://toko.example/p?gaung_click=old#x", "https://toko.example/p?gaung_click=TOKEN#x"],
    ["https://toko.example/p?", "https://toko.example/p?gaung_click=TOKEN"],
  ])("%s", (stored, expected) => {
    expect(withToken(stored)).toBe(expected);
  });

  it("keeps the destination without a token beside it", () => {
    expect(parseDestination("/p/kopi?a=1#b")?.plain).toBe("/p/kopi?a=1#b");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.com/",
    "//evil.example/",
    "/\\evil.example",
    "https:/\\evil.example",
    "https://user:pass@example.com/",
    "https://example.com/\r\nSet-Cookie: a=b",
    "https://exa mple.com/",
    "p/kopi",
    "https://",
    "",
  ])("refuses %j", (stored) => {
    expect(parseDestination(stored)).toBeNull();
  });

  it("puts exactly one token into any http address and leaves the rest alone", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const result = withToken(url, "abc.DEF_-1");
        if (result === null) throw new Error(`refused ${url}`);
        const before = new URL(url);
        const after = new URL(result);
        expect(after.searchParams.getAll(CLICK_PARAMETER)).toEqual(["abc.DEF_-1"]);
        after.searchParams.delete(CLICK_PARAMETER);
        before.searchParams.delete(CLICK_PARAMETER);
        expect([...after.searchParams]).toEqual([...before.searchParams]);
        expect([after.origin, after.pathname, after.hash]).toEqual([
          before.origin,
          before.pathname,
          before.hash,
        ]);
      }),
    );
  });
});
