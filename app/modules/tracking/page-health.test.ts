import { describe, expect, it } from "vitest";
import { judgePage, readPage } from "./page-health";

const URL = "https://toko.example.id/kopi";
const FILLER =
  "Kopi arabika dari lereng gunung, dipetik merah dan disangrai sedang oleh warga binaan. ".repeat(4);
const page = (inner: string) =>
  `<!doctype html><html><head><title>Kopi</title></head><body>${inner}<p>${FILLER}</p></body></html>`;
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const offer = (availability: string) => ({ "@type": "Product", offers: { "@type": "Offer", availability } });

const judge = (body: string, more: { status?: number; url?: string; asked?: string } = {}) => {
  const { status = 200, asked = URL, url = asked } = more;
  const { outcome, reason } = judgePage(asked, { url, status, body });
  return `${outcome} ${reason}`;
};

describe("judgePage", () => {
  it.each([
    [404, "GONE http:404"],
    [410, "GONE http:410"],
    [401, "UNSURE http:401"],
    [403, "UNSURE http:403"],
    [429, "UNSURE http:429"],
    [500, "UNSURE http:500"],
    [503, "UNSURE http:503"],
    [304, "UNSURE http:304"],
    [200, "OK http:200"],
  ])("status %d: %s", (status, expected) => {
    expect(judge(page(""), { status })).toBe(expected);
  });

  it.each([
    [ld(offer("https://schema.org/InStock")), "OK schema:InStock"],
    [ld(offer("http://schema.org/OutOfStock")), "SOLD_OUT schema:OutOfStock"],
    [ld({ "@graph": [{ "@type": "WebSite" }, offer("SoldOut")] }), "SOLD_OUT schema:SoldOut"],
    [ld({ offers: [{ availability: "OutOfStock" }, { availability: "InStock" }] }), "OK schema:InStock"],
    [ld({ isRelatedTo: [offer("OutOfStock")] }), "OK http:200"],
    [`${ld("x").slice(0, -12)},,</script>${ld(offer("OutOfStock"))}`, "SOLD_OUT schema:OutOfStock"],
    ['<link itemprop="availability" href="https://schema.org/OutOfStock">', "SOLD_OUT schema:OutOfStock"],
    ['<meta property="product:availability" content="out of stock">', "SOLD_OUT schema:OutOfStock"],
    ['<meta property="og:availability" content="instock">', "OK schema:InStock"],
    ["<p>Maaf, stok habis.</p>", "SOLD_OUT words"],
    ["<p>Stok produk kosong</p>", "SOLD_OUT words"],
    ["<b>Sold Out</b>", "SOLD_OUT words"],
    [`${ld(offer("InStock"))}<p>Varian lain: stok habis</p>`, "OK schema:InStock"],
    ["<script>var text = 'stok habis'</script>", "OK http:200"],
    ["<!-- stok habis -->", "OK http:200"],
    ["<p>Pesan sebelum kehabisan!</p>", "OK http:200"],
    ["<h1>Produk tidak ditemukan</h1>", "GONE words"],
    ["<h1>Toko ini tutup</h1>", "GONE words"],
    ["<p>Please verify you are human</p>", "UNSURE wall"],
  ])("%s: %s", (inner, expected) => {
    expect(judge(page(inner))).toBe(expected);
  });

  it("cannot tell of a shell that a script fills", () => {
    expect(judge("<html><body><div id=app></div><script src=/x.js></script></body></html>")).toBe(
      "UNSURE shell",
    );
    expect(judge("")).toBe("UNSURE shell");
  });

  it.each([
    ["https://toko.example.id/kopi", "https://www.toko.example.id/kopi-arabika", "OK http:200"],
    ["https://toko.example.id/kopi", "https://toko.example.id/", "MOVED path"],
    ["https://toko.example.id/kopi", "https://toko.example.id/search?q=kopi", "MOVED path"],
    ["https://toko.example.id/kopi", "https://parkir.example.com/", "MOVED host"],
    ["https://toko.example.id/kopi", "https://toko.example.id/masuk?ke=kopi", "UNSURE login"],
    ["https://toko.example.id/", "https://toko.example.id/id", "OK http:200"],
    ["https://shopee.co.id/product/1/2", "https://shopee.co.id/Kopi-Lapas-i.1.2", "OK http:200"],
    ["https://shopee.co.id/product/1/2", "https://shopee.co.id/Kopi-i.1.3", "MOVED product"],
    ["https://shopee.co.id/product/1/2", "https://shopee.co.id/buyer/login?next=x", "UNSURE login"],
    ["https://www.tokopedia.com/lapas/kopi", "https://m.tokopedia.com/Lapas/kopi", "OK http:200"],
    ["https://www.tokopedia.com/lapas/kopi", "https://www.tokopedia.com/lapas", "MOVED product"],
    ["https://vt.tiktok.com/ZS1/", "https://www.tiktok.com/view/product/1729", "OK http:200"],
    ["https://vt.tiktok.com/ZS1/", "https://shop-id.tokopedia.com/pdp/1729", "OK http:200"],
  ])("%s that ends at %s: %s", (asked, url, expected) => {
    expect(judge(page(""), { asked, url })).toBe(expected);
  });

  it("names where it ended only where that is elsewhere", () => {
    expect(judgePage(URL, { url: URL, status: 200, body: page("") }).finalUrl).toBeNull();
    expect(judgePage(URL, { url: "https://x.example/", status: 200, body: "" })).toMatchObject({
      finalUrl: "https://x.example/",
      httpStatus: 200,
    });
  });
});

describe("readPage", () => {
  it("takes no longer for a page made to be slow", () => {
    const started = performance.now();
    for (const slow of ["<script", "<script>", "<", "<!--", "</script", "<svg><"]) {
      readPage(slow.repeat(512_000 / slow.length));
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
