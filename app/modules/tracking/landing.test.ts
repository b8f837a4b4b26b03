import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLICK_PARAMETER, locationOf } from "./destination";
import { type Landing, landingOf } from "./landing";
import { LINK_DESTINATIONS, LINK_PLACEMENTS } from "./link-destination";
import { readSubIds, shopeeAffiliateDestination, toSubId } from "./shopee-affiliate";
import { fillUtm, NO_UTM, readUtm, utmTemplateSchema } from "./utm";

const CLICK = "0190a5d4e8a07c3f9b2d4e6f8a1b3c5d";
const TOKEN = `${CLICK}.abcdefghijklmnopqrst`;

const facts: Landing = {
  code: "kopi-bunga",
  placement: "STORY",
  campaignSlug: "kopi-ramadan-2026",
  utm: [],
  shopeeAffiliateId: null,
  whatsappText: "Halo Lapas Contoh, saya tertarik dengan Kopi & Teh. Kode: DEWI8K3",
};

const goTo = (kind: Parameters<typeof landingOf>[0], url: string, more: Partial<Landing> = {}) => {
  const destination = landingOf(kind, url, { ...facts, ...more });
  return destination ? locationOf(destination, CLICK, TOKEN) : null;
};

const SHOPEE = "https://shopee.co.id/product/12/345";

describe("landingOf", () => {
  it.each([
    ["PRODUCT", "/p/kopi", `/p/kopi?gaung_link=kopi-bunga&gaung_click=${TOKEN}`],
    ["OWN", "https://toko.example.id/?a=1#x", `https://toko.example.id/?a=1&gaung_click=${TOKEN}#x`],
    ["SHOPEE", SHOPEE, SHOPEE],
    ["TOKOPEDIA", "https://www.tokopedia.com/lapas/kopi", "https://www.tokopedia.com/lapas/kopi"],
    ["TIKTOK_SHOP", "https://vt.tiktok.com/ZS1/", "https://vt.tiktok.com/ZS1/"],
    [
      "WHATSAPP",
      "https://wa.me/6281234567890",
      "https://wa.me/6281234567890?text=Halo%20Lapas%20Contoh%2C%20saya%20tertarik%20dengan%20Kopi%20%26%20Teh.%20Kode%3A%20DEWI8K3",
    ],
    // The shop no longer lists the product: its page, with the token.
    ["SHOPEE", "/p/kopi", `/p/kopi?gaung_link=kopi-bunga&gaung_click=${TOKEN}`],
  ] as const)("%s %s", (kind, url, location) => {
    expect(goTo(kind, url)).toBe(location);
  });

  it("composes a Shopee affiliate link whose sub ids bring the click back", () => {
    const location = goTo("SHOPEE", SHOPEE, { shopeeAffiliateId: "11223344556" }) ?? "";
    expect(location).toBe(
      `https://s.shopee.co.id/an_redir?origin_link=${encodeURIComponent(SHOPEE)}&affiliate_id=11223344556` +
        `&sub_id=kopi_bunga-${CLICK}-story-kopi_ramadan_2026-gaung`,
    );
    const values = new URL(location).searchParams.get("sub_id")?.split("-") ?? [];
    expect(values).toHaveLength(5);
    expect(readSubIds(values[0] ?? "", values[1] ?? "")).toEqual({ code: "kopi-bunga", clickId: CLICK });
  });

  it("adds the template's parameters where somebody reads them, and not to an affiliate link", () => {
    const utm = [["utm_source", "instagram"] as const, ["utm_campaign", "kopi & teh"] as const];
    expect(goTo("OWN", "https://toko.example.id/?utm_source=old", { utm })).toBe(
      `https://toko.example.id/?utm_source=instagram&utm_campaign=kopi%20%26%20teh&gaung_click=${TOKEN}`,
    );
    expect(goTo("TOKOPEDIA", "https://www.tokopedia.com/a/b", { utm })).toBe(
      "https://www.tokopedia.com/a/b?utm_source=instagram&utm_campaign=kopi%20%26%20teh",
    );
    expect(goTo("SHOPEE", SHOPEE, { utm, shopeeAffiliateId: "11223344556" })).not.toContain("utm_");
  });

  it.each(["javascript:alert(1)", "//evil.example", ""])("leads nowhere with %j", (url) => {
    for (const kind of LINK_DESTINATIONS) expect(landingOf(kind, url, facts)).toBeNull();
  });

  it("shows no click where there is none", () => {
    const shopee = landingOf("SHOPEE", SHOPEE, { ...facts, shopeeAffiliateId: "11223344556" });
    expect(shopee?.plain).toContain("&sub_id=kopi_bunga-none-story-");
    for (const kind of LINK_DESTINATIONS) {
      expect(landingOf(kind, "https://toko.example.id/x", facts)?.plain).not.toContain(CLICK_PARAMETER);
    }
  });

  it("is printable ASCII whatever it is made from: it goes into a header as it is", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const address = fc.oneof(
      text,
      text.map((rest) => `/p/${rest}`),
      fc
        .tuple(
          fc.constantFrom(
            "https://shopee.co.id/",
            "https://wa.me/62812",
            "https://toko.test/?q=",
            "http://é.id/#",
          ),
          text,
        )
        .map((parts) => parts.join("")),
    );
    let led = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...LINK_DESTINATIONS),
        address,
        text,
        fc.boolean(),
        (kind, url, words, affiliated) => {
          const landing = landingOf(kind, url, {
            ...facts,
            code: words,
            campaignSlug: words,
            utm: [["utm_campaign", words]],
            shopeeAffiliateId: affiliated ? "12345678" : null,
            whatsappText: words,
          });
          if (!landing) return;
          led += 1;
          expect(locationOf(landing, CLICK, TOKEN)).toMatch(/^[!-~]+$/);
          expect(landing.plain).toMatch(/^[!-~]+$/);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(led).toBeGreaterThan(300);
  }, 20_000);
});

describe("sub ids", () => {
  const code = fc.stringMatching(/^[0-9a-z]{4,8}(-[0-9a-z]{1,8}){0,2}$/);

  it("are always five values without a hyphen, whatever the names are, and give the code back", () => {
    fc.assert(
      fc.property(
        code,
        fc.string({ unit: "grapheme" }),
        fc.constantFrom(...LINK_PLACEMENTS),
        (text, slug, placement) => {
          const destination = shopeeAffiliateDestination(SHOPEE, "12345", {
            code: text,
            campaignSlug: slug,
            placement,
          });
          const subId = new URL(locationOf(destination, CLICK, TOKEN)).searchParams.get("sub_id") ?? "";
          const values = subId.split("-");
          expect(values).toHaveLength(5);
          for (const value of values) expect(value).toMatch(/^[A-Za-z0-9_]+$/);
          expect(subId.length).toBeLessThanOrEqual(200);
          expect(readSubIds(values[0] ?? "", values[1] ?? "")).toEqual({ code: text, clickId: CLICK });
        },
      ),
    );
  });

  it("of others are not ours", () => {
    expect(readSubIds("", "")).toEqual({ code: null, clickId: null });
    expect(readSubIds("Kode!", "none")).toEqual({ code: null, clickId: null });
    expect(toSubId("Kopi Susu – Gula Aren")).toBe("Kopi_Susu_Gula_Aren");
  });
});

describe("UTM templates", () => {
  const values = { platform: "instagram", kode: "k7p", kampanye: "kopi", kreator: "dewi", tempat: "bio" };

  it("fill in what is known of the link and leave empty fields out", () => {
    const template = { ...NO_UTM, source: "{platform}", content: "{kreator}-{tempat}-{kode}" };
    expect(fillUtm(template, values)).toEqual([
      ["utm_source", "instagram"],
      ["utm_content", "dewi-bio-k7p"],
    ]);
  });

  it.each(["{nama}", "{platform", "platform}", "a{{platform}}", "a&b=c", "x".repeat(101), "a\nb"])(
    "refuse %j",
    (source) => {
      expect(utmTemplateSchema.safeParse({ ...NO_UTM, source }).success).toBe(false);
    },
  );

  it("that the database holds in another form are none", () => {
    expect(readUtm({})).toEqual(NO_UTM);
    expect(readUtm({ source: "{x}" })).toEqual(NO_UTM);
    expect(readUtm(null)).toEqual(NO_UTM);
  });
});
