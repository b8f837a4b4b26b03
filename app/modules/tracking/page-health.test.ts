import { describe, expect, it } from "vitest";
import { isDown, judgePage, needsMending } from "./page-health";
import { readPage } from "./page-parts";

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
    ["<h1>Kopi</h1><p>Toko tutup hari Minggu</p>", "OK http:200"],
    ["<h1>Toko ini tutup</h1>", "OK http:200"],
    ["<p>Please verify you are human</p>", "UNSURE wall"],
  ])("%s: %s", (inner, expected) => {
    expect(judge(page(inner))).toBe(expected);
  });

  const other = { "@type": "Product", name: "Teh", offers: { availability: "InStock" } };
  const soldOut = { ...offer("OutOfStock"), name: "Kopi" };

  it.each([
    ["a related product by name", ld(other) + ld(soldOut), "SOLD_OUT schema:OutOfStock"],
    ["a related product in one list", ld([soldOut, other]), "SOLD_OUT schema:OutOfStock"],
    [
      "a related product by address",
      ld({ ...soldOut, name: "x", url: `${URL}/` }) + ld({ ...other, url: "/teh" }),
      "SOLD_OUT schema:OutOfStock",
    ],
    [
      "a related product by number",
      ld({ ...soldOut, name: "x", sku: "KOPI" }) + ld({ ...other, sku: "TEH1" }),
      "SOLD_OUT schema:OutOfStock",
    ],
    [
      "two products of which none is known to be ours",
      ld(other) + ld({ ...soldOut, name: "x" }),
      "OK http:200",
    ],
    [
      "only a product of elsewhere",
      ld({ ...soldOut, name: "Teh", url: "https://toko.example.id/teh" }),
      "OK http:200",
    ],
    [
      "only another product, beside our own tags",
      `<meta property="product:availability" content="oos">${ld(other)}`,
      "SOLD_OUT schema:OutOfStock",
    ],
    [
      "our product by another name",
      ld({ ...soldOut, name: "Kopi Arabika 200 g" }),
      "SOLD_OUT schema:OutOfStock",
    ],
    [
      "microdata of a second product",
      `<div itemtype="https://schema.org/Product"><link itemprop="availability" href="OutOfStock"></div>
       <div itemtype="https://schema.org/Product"><link itemprop="availability" href="InStock"></div>`,
      "SOLD_OUT schema:OutOfStock",
    ],
    [
      "variants of a group",
      ld({ "@type": "ProductGroup", name: "Kopi", hasVariant: [soldOut, offer("InStock")] }),
      "OK schema:InStock",
    ],
  ])("structured data, %s", (_, inner, expected) => {
    expect(judge(page(`<h1>Kopi</h1>${inner}`))).toBe(expected);
  });

  it.each([
    [
      "by the heading",
      "<h1>Kopi</h1><p>Rp 45.000</p><span class='stock'>Stok habis</span>",
      "SOLD_OUT words",
    ],
    ["within a line", "<h1>Kopi</h1><p>Stok: <b>habis</b></p>", "SOLD_OUT words"],
    ["on a button", "<h1>Kopi</h1><form><button disabled>Stok habis</button></form>", "SOLD_OUT words"],
    ["after a shop's name as heading", "<h1>Toko Lapas</h1><h2>Kopi</h2><p>Stok habis</p>", "SOLD_OUT words"],
    [
      "under another heading",
      "<h1>Kopi</h1><p>Rp 45.000</p><h2>Produk lain</h2><div>Teh</div><div>Stok habis</div>",
      "OK http:200",
    ],
    ["in a list of others", "<h1>Kopi</h1><ul><li>Teh <b>Stok habis</b></li></ul>", "OK http:200"],
    ["in a card of another", "<h1>Kopi</h1><a href='/teh'>Teh<span>Stok habis</span></a>", "OK http:200"],
    [
      "in a part for others",
      "<h1>Kopi</h1><div class='c related-products'><div><p>Teh</p></div><p>Stok habis</p></div>",
      "OK http:200",
    ],
    ["in a review", "<h1>Kopi</h1><div id='reviews'><p>500 pcs habis terjual</p></div>", "OK http:200"],
    ["as how many were sold", "<h1>Kopi</h1><p>500 pcs habis terjual</p>", "OK http:200"],
    ["of a variant", "<h1>Kopi</h1><p>Varian robusta stok habis</p>", "OK http:200"],
    ["as a warning", "<h1>Kopi</h1><p>Pesan sebelum stok habis!</p>", "OK http:200"],
    [
      "in a description",
      "<h1>Kopi</h1><p>Pada pameran tahun lalu produk ini habis dalam dua hari saja</p>",
      "OK http:200",
    ],
    ["not found in a search box", "<h1>Kopi</h1><aside>Produk tidak ditemukan</aside>", "OK http:200"],
  ])("words %s", (_, inner, expected) => {
    expect(judge(page(inner))).toBe(expected);
  });

  it.each([
    ["in a preview", "<div class='product-preview'><h1>Kopi</h1><p>Stok habis</p></div>"],
    [
      "in a part that has reviews",
      "<main-product class='has-reviews'><h1>Kopi</h1><p>Stok habis</p></main-product>",
    ],
    [
      "in an element of the shop's own that has reviews",
      "<product-info class='card--has-reviews'><h1>Kopi</h1><p>Stok habis</p></product-info>",
    ],
    ["after an element named like another", "<svg-icon></svg-icon><h1>Kopi</h1><a-b>Stok habis</a-b>"],
    ["in what is correlated", "<h1>Kopi</h1><div id=correlated data-id='related'>Stok habis</div>"],
    ["by the attribute of another name", "<h1>Kopi</h1><div data-class='related'>Stok habis</div>"],
  ])("words %s are the product's own", (_, inner) => {
    expect(judge(page(inner))).toBe("SOLD_OUT words");
  });

  it.each([
    "product-reviews",
    "productReviews",
    "customerreviews",
    "relatedproducts",
    "c related-products",
    "product_recommendations",
    "Testimonial",
    "cross-sells",
    "produk-terkait",
  ])("words in %s are of others", (name) => {
    expect(judge(page(`<h1>Kopi</h1><div class="${name}">Stok habis</div>`))).toBe("OK http:200");
  });

  it.each([
    ["all is aside", "<h1>Kopi</h1><ul><li>Stok habis</li></ul><h2>Tentang</h2>"],
    ["another heading follows", "<h1>Kopi</h1><h2>Tentang</h2>"],
    ["the heading is aside too", "<div class=reviews><h1>Kopi</h1><p>Stok habis</p></div><h2>Tentang</h2>"],
  ])("says nothing by words where nothing is left by the heading: %s", (_, inner) => {
    expect(judge(page(inner))).toBe("UNSURE bare");
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty"])("reads a page with <%s>", (tag) => {
    expect(judge(page(`<${tag}><h1>Kopi</h1>`))).toBe("OK http:200");
  });

  it("reads the title", () => {
    const titled = (title: string) => page("<h1>Kopi</h1>").replace("<title>Kopi", `<title>${title}`);
    expect(judge(titled("Kopi | Sold out"))).toBe("SOLD_OUT words");
    expect(judge(titled("Halaman tidak ditemukan - Toko"))).toBe("GONE words");
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

describe("isDown", () => {
  const down = { outcome: "UNSURE", told: "UNSURE", unreachableSince: new Date(0) } as const;

  it("is out of reach and told of; a host that refuses again is not down", () => {
    expect([isDown(down), needsMending(down)]).toEqual([true, true]);
    const refuses = { ...down, unreachableSince: null };
    expect([isDown(refuses), needsMending(refuses)]).toEqual([false, false]);
    expect(isDown({ ...down, told: "SOLD_OUT" })).toBe(false);
  });
});

describe("readPage", () => {
  it("compares headings with the title at no cost, however many and long they are", () => {
    const title = `<title>${"a".repeat(200_000)}</title>`;
    const before = process.cpuUsage().user;
    readPage(title + "<h2>aab</h2>".repeat(26_000));
    readPage(title + `<h2>${"a".repeat(1_000)}b</h2>`.repeat(300));
    expect(process.cpuUsage().user - before).toBeLessThan(3_000_000);
  }, 60_000);

  it("takes no longer for a page made to be slow", () => {
    const before = process.cpuUsage().user;
    for (const slow of [
      "<script",
      "<script>",
      "<",
      "<!--",
      "</script",
      "<svg><",
      "<h1>",
      "<ul>",
      "<a>x",
      "<b>x",
    ]) {
      readPage(slow.repeat(512_000 / slow.length));
    }
    // In microseconds of its own work, however busy the machine is; what grows with the square takes minutes.
    expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
  }, 60_000);
});
