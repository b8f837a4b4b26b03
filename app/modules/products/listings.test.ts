import { describe, expect, it } from "vitest";
import { type Channel, outboundLink, readClickParam, readListing } from "./listings";

describe("readListing", () => {
  it.each<[Channel, string, string]>([
    [
      "SHOPEE",
      "https://shopee.co.id/Roti-Tawar-Lapasta-i.12345.67890",
      "https://shopee.co.id/product/12345/67890",
    ],
    ["SHOPEE", "https://shopee.co.id/product/12345/67890", "https://shopee.co.id/product/12345/67890"],
    [
      "SHOPEE",
      "shopee.co.id/Keripik-Tempe-250g-i.1.2?sp_atk=abc&xptdk=abc",
      "https://shopee.co.id/product/1/2",
    ],
    ["SHOPEE", "http://www.shopee.co.id/product/1/2/", "https://shopee.co.id/product/1/2"],
    [
      "TOKOPEDIA",
      "https://www.tokopedia.com/bengker/dupa?extParam=x",
      "https://www.tokopedia.com/bengker/dupa",
    ],
    ["TOKOPEDIA", "tokopedia.com/bengker/dupa-harum", "https://www.tokopedia.com/bengker/dupa-harum"],
    ["TIKTOK_SHOP", "https://vt.tiktok.com/ZS8abcdef/", "https://vt.tiktok.com/ZS8abcdef/"],
    [
      "TIKTOK_SHOP",
      "https://shop-id.tokopedia.com/view/product/17296?x=1",
      "https://shop-id.tokopedia.com/view/product/17296",
    ],
    ["WHATSAPP", "0812-3456-7890", "https://wa.me/6281234567890"],
    ["WHATSAPP", "+62 812 3456 7890", "https://wa.me/6281234567890"],
    ["WHATSAPP", "https://wa.me/6281234567890?text=Halo", "https://wa.me/6281234567890"],
    ["WHATSAPP", "https://api.whatsapp.com/send?phone=6281234567890", "https://wa.me/6281234567890"],
    ["OWN", "https://lapas-garut.example.id/toko#atas", "https://lapas-garut.example.id/toko"],
  ])("%s takes %s", (channel, text, url) => {
    expect(readListing(channel, text)).toEqual({ url });
  });

  it.each<[Channel, string, string]>([
    ["SHOPEE", "https://shopee.co.id.evil.example/product/1/2", "shopeeHost"],
    ["SHOPEE", "https://shopee.com.my/product/1/2", "shopeeHost"],
    ["SHOPEE", "https://shopee.co.id/bengkerkerobokan", "shopeeForm"],
    ["SHOPEE", "https://id.shp.ee/abcdef", "shopeeShort"],
    ["SHOPEE", "https://shopee.co.id@evil.example/product/1/2", "notUrl"],
    ["SHOPEE", "javascript:alert(1)", "notHttps"],
    ["SHOPEE", "toko saya", "notUrl"],
    ["TOKOPEDIA", "https://www.tokopedia.com/bengker", "tokopediaForm"],
    ["TOKOPEDIA", "https://www.tokopedia.com/search/dupa", "tokopediaForm"],
    ["TOKOPEDIA", "https://tokopedia.evil.example/bengker/dupa", "tokopediaHost"],
    ["TIKTOK_SHOP", "https://www.tiktok.com/", "tiktokForm"],
    ["TIKTOK_SHOP", "https://tiktok.com.evil.example/view/product/1", "tiktokHost"],
    ["WHATSAPP", "021-555-0123", "whatsapp"],
    ["WHATSAPP", "https://wa.me/toko", "whatsapp"],
    ["WHATSAPP", "08123", "whatsapp"],
    ["OWN", "http://lapas-garut.example.id", "notHttps"],
    ["OWN", "https://localhost/toko", "ownHost"],
    ["OWN", "https://192.168.1.10/toko", "ownHost"],
    ["OWN", "https://[::1]/toko", "ownHost"],
    ["OWN", "https://toko.example.id:8443/", "ownHost"],
    ["OWN", "https://shopee.co.id/product/1/2", "ownMarketplace"],
    ["OWN", `https://toko.example.id/${"a".repeat(500)}`, "notUrl"],
  ])("%s refuses %s as %s", (channel, text, fault) => {
    expect(readListing(channel, text)).toEqual({ fault });
  });
});

describe("outboundLink", () => {
  const options = { click: "01932c7e.sig-nature_1", text: "Halo, saya mau pesan & tanya" };

  it("hands the click on to a shop", () => {
    const url = new URL(outboundLink({ channel: "OWN", url: "https://toko.example.id/?a=1" }, options));
    expect(url.searchParams.get("gaung_click")).toBe(options.click);
    expect(url.searchParams.get("a")).toBe("1");
  });

  it("leaves a shop's address alone without a click, and a marketplace's always", () => {
    const own = "https://toko.example.id/?a=1";
    expect(outboundLink({ channel: "OWN", url: own }, { ...options, click: null })).toBe(own);
    const url = "https://shopee.co.id/product/1/2";
    expect(outboundLink({ channel: "SHOPEE", url }, options)).toBe(url);
  });

  it("types the text for WhatsApp and keeps the click out of it", () => {
    const url = outboundLink({ channel: "WHATSAPP", url: "https://wa.me/6281234567890" }, options);
    expect(url).toBe("https://wa.me/6281234567890?text=Halo%2C%20saya%20mau%20pesan%20%26%20tanya");
  });
});

describe("readClickParam", () => {
  it.each([
    ["gaung_click=01932c7e.sig-nature_1", "01932c7e.sig-nature_1"],
    ["gaung_click=", null],
    ["gaung_click=short", null],
    ["gaung_click=%3Cscript%3Ealert(1)", null],
    [`gaung_click=${"a".repeat(300)}`, null],
    ["other=1", null],
  ])("reads %s as %s", (query, click) => {
    expect(readClickParam(new URLSearchParams(query))).toBe(click);
  });
});
