import { describe, expect, it } from "vitest";
import { linkPage, onwardPage, PAGE_HEADERS, type PageKind, previewPage } from "./link-pages.server";
import type { LinkProduct, OtherProduct } from "./link-product.server";

const product: LinkProduct = {
  name: 'Kopi "Bunga" <b>',
  path: "/p/kopi-bunga",
  institution: "Lapas Kelas I Malang & Rutan",
  story: "Dipetik dan disangrai sendiri.",
  picture: { path: "/media/product/x/960.jpg", width: 960, height: 720, alt: "Sebungkus kopi" },
};

const others: OtherProduct[] = [
  {
    name: "Tas anyam",
    path: "/p/tas",
    institution: "Lapas A",
    priceRupiah: 125_000n,
    unit: "buah",
    picture: null,
  },
  {
    name: "Batik",
    path: "/p/batik",
    institution: "Lapas B",
    priceRupiah: 350_000n,
    unit: "",
    picture: product.picture,
  },
];
const until = { at: new Date("2026-11-30T16:30:00Z"), zone: "Asia/Jakarta" };

/** Everything that the page would fetch or run by itself. */
const outside = (page: string) =>
  [...page.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)/g)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((address) => !address.startsWith("/") && !address.startsWith("#"));

describe("linkPage", () => {
  it("says that a campaign rests, until when it may come back, and what else there is", () => {
    const page = linkPage("paused", "id", product, "/r/k7p", { others, until });
    expect(page).toContain("Promosi ini sedang dijeda");
    expect(page).toContain("kapan saja sampai 30 Nov 2026");
    expect(page).toContain('href="/p/kopi-bunga"');
    expect(page).toMatch(/Tas anyam.*Lapas A.*Rp125\.000 \/ buah.*Batik.*Rp350\.000</s);
    expect(page).toContain("<b>Tas anyam</b>");
  });

  it("speaks English to those who wish it", () => {
    const page = linkPage("paused", "en", product, "/r/k7p", { others, until: null });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("The Lapas may resume it at any time. The same link");
  });

  it("writes names as text, never as markup", () => {
    const page = linkPage("closed", "id", product);
    expect(page).not.toContain("<b>");
    expect(page).toContain("Kopi &quot;Bunga&quot; &lt;b&gt;");
  });

  it.each<PageKind>(["unknown", "paused", "closed", "busy"])(
    "%s fetches nothing from outside and runs nothing",
    (kind) => {
      const page = linkPage(kind, "id", product, "/r/k7p", { others, until });
      expect(outside(page)).toEqual([]);
      expect(page).not.toContain("<script");
      expect(page.length).toBeLessThan(12_000);
    },
  );
});

describe("onwardPage", () => {
  const onward =
    "https://s.shopee.co.id/an_redir?origin_link=https%3A%2F%2Fshopee.co.id&affiliate_id=1&sub_id=a-b";
  const open = "intent://s.shopee.co.id/an_redir#Intent;scheme=https;end";

  it("offers the app to tap and goes on by itself", () => {
    const page = onwardPage("id", product, "SHOPEE", { open, onward });
    const address = onward.replaceAll("&", "&amp;");
    expect(page).toContain(`<meta http-equiv="refresh" content="3;url=${address}">`);
    expect(page).toContain(
      `<a href="${open}">Buka di Shopee</a><a href="${address}">Lanjut di sini saja</a>`,
    );
  });

  it("has one button where both are the same", () => {
    const page = onwardPage("en", null, "TOKOPEDIA", { open: onward, onward });
    expect(page.match(/<nav>.*<\/nav>/)?.[0].match(/<a /g)).toHaveLength(1);
    expect(page).toContain("On the way to Tokopedia");
  });
});

describe("previewPage", () => {
  it("keeps the link as the card's address", () => {
    const page = previewPage(product, "https://gaung.example", "/r/k7p");
    expect(page).toContain('<meta property="og:url" content="https://gaung.example/r/k7p">');
    expect(page).toContain(
      '<meta property="og:image" content="https://gaung.example/media/product/x/960.jpg">',
    );
  });
});

describe("PAGE_HEADERS", () => {
  it("allow the page's own style and pictures, and nothing else", () => {
    const policy = PAGE_HEADERS[PAGE_HEADERS.indexOf("Content-Security-Policy") + 1];
    expect(policy).toMatch(/^default-src 'none'; img-src 'self'; style-src 'sha256-/);
  });
});
