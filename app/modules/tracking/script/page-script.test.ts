import { gzipSync } from "node:zlib";
import script from "virtual:page-script";
import { Window } from "happy-dom";
import { beforeEach, describe, expect, it, vi } from "vitest";

const TOKEN = `${"a".repeat(32)}.${"B".repeat(20)}`;
const OTHER = `${"c".repeat(32)}.${"D".repeat(20)}`;
const KEY = "gs_abcdefghij0123456789";

let shop: Window;
let sent: { url: string; body: unknown }[];
let refuse: { status: number; text: string } | "offline" | null;

beforeEach(() => {
  sent = [];
  refuse = null;
  shop = new Window({ url: "https://toko.example/" });
});

/** Opens a page of the shop and runs the script in it, as a tag with these attributes. */
function open(address: string, data: Record<string, string> = {}, before: object = {}) {
  shop.happyDOM.setURL(address);
  const tag = { dataset: { institution: KEY, ...data }, src: "https://gaung.example/t.js" };
  const images: { src: string; referrerPolicy: string }[] = [];
  const beacon = vi.fn((_url: string, _text: string) => false);
  const fetch = vi.fn(async (url: string, init: { body: string }) => {
    if (refuse === "offline") throw new TypeError("no network");
    sent.push({ url, body: JSON.parse(init.body) });
    return refuse
      ? { ok: false, text: async () => (refuse as { text: string }).text }
      : { ok: true, text: async () => "" };
  });
  const page: Record<string, unknown> = {
    localStorage: shop.localStorage,
    sessionStorage: shop.sessionStorage,
    fetch,
    ...before,
  };
  class Picture {
    src = "";
    referrerPolicy = "";
    constructor() {
      images.push(this);
    }
  }
  const names = ["window", "document", "location", "history", "navigator", "Image", "fetch"];
  const values = [
    page,
    { currentScript: tag },
    shop.location,
    shop.history,
    { sendBeacon: beacon },
    Picture,
    fetch,
  ];
  new Function(...names, script)(...values);
  const gaung = page.gaung as (what: string, value?: unknown) => void;
  return { gaung, images, beacon, page };
}

const stored = (storage = shop.localStorage) =>
  (JSON.parse(storage.getItem("gaung_click") ?? "[]") as [string, number][]).map(([token]) => token);

describe("/t.js", () => {
  it("is smaller than 2 kB on the wire, and needs nothing", () => {
    expect(gzipSync(script).length).toBeLessThan(2_000);
    expect(script).not.toMatch(/import|require\(|document\.cookie/);
  });

  it("takes the click out of the address, keeps it, and reports the order with it", async () => {
    open(`https://toko.example/kue?a=1%20x&gaung_click=${TOKEN}&b=2#atas`);
    expect(shop.location.href).toBe("https://toko.example/kue?a=1%20x&b=2#atas");
    expect(stored()).toEqual([TOKEN]);
    expect(shop.document.cookie).toBe("");
    expect(sent).toEqual([]);
    open("https://toko.example/terima-kasih", { order: "INV-1", amount: "150000", coupon: "DEWI8K3" });
    expect(sent).toEqual([
      {
        url: "https://gaung.example/api/v1/page-orders",
        body: { institution: KEY, id: "INV-1", amount: "150000", coupon: "DEWI8K3", click: TOKEN },
      },
    ]);
  });

  it("keeps several clicks in their order, and none for longer than 90 days", () => {
    const days = (count: number) => Date.now() - count * 86_400_000;
    const old: [string, number][] = [
      [TOKEN, days(91)],
      [OTHER, days(89)],
    ];
    shop.localStorage.setItem("gaung_click", JSON.stringify(old));
    open(`https://toko.example/?gaung_click=${TOKEN}`);
    expect(stored()).toEqual([OTHER, TOKEN]);
    open(`https://toko.example/?gaung_click=${OTHER}`);
    expect(stored()).toEqual([TOKEN, OTHER]);
  });

  it("leaves what is no click of ours alone", () => {
    open("https://toko.example/?gaung_click=%3Cscript%3E&a=1");
    expect(shop.location.search).toBe("?gaung_click=%3Cscript%3E&a=1");
    expect(stored()).toEqual([]);
    shop.localStorage.setItem("gaung_click", '{"not":"ours"}');
    expect(() => open("https://toko.example/")).not.toThrow();
    shop.localStorage.setItem("gaung_click", "not JSON");
    expect(() => open("https://toko.example/")).not.toThrow();
  });

  it("works through the queue, and where storage is switched off", () => {
    const q = [["order", { id: "1", amount: 5 }]];
    const broken = () => {
      throw new Error("denied");
    };
    const storage = { getItem: broken, setItem: broken, removeItem: broken };
    const before = { gaung: { q }, localStorage: storage, sessionStorage: storage };
    open(`https://toko.example/?gaung_click=${TOKEN}`, {}, before);
    expect(sent[0]?.body).toEqual({ institution: KEY, id: "1", amount: 5, click: TOKEN });
  });

  it("keeps nothing that outlives the tab before consent, and nothing at all after a no", () => {
    const asked = { consent: "required" };
    const { gaung } = open(`https://toko.example/?gaung_click=${TOKEN}`, asked);
    expect(stored()).toEqual([]);
    expect(stored(shop.sessionStorage)).toEqual([TOKEN]);
    gaung("consent", true);
    expect(stored()).toEqual([TOKEN]);
    expect(stored(shop.sessionStorage)).toEqual([]);
    gaung("consent", false);
    expect(shop.localStorage.length + shop.sessionStorage.length).toBe(0);
    gaung("order", { id: "1", amount: 5 });
    expect(sent[0]?.body).toEqual({ institution: KEY, id: "1", amount: 5 });
  });

  it("falls back to a beacon, then to a picture, when nothing else goes through", async () => {
    refuse = "offline";
    const order = { order: "7", amount: "9000" };
    const { beacon, images } = open("https://toko.example/", order);
    await vi.waitFor(() => expect(images).toHaveLength(1));
    expect(beacon).toHaveBeenCalledOnce();
    expect(images[0]?.src).toBe(`https://gaung.example/t.gif?institution=${KEY}&id=7&amount=9000`);
    expect(images[0]?.referrerPolicy).toBe("origin");
  });

  it("shows whoever sets it up why an order was refused", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    refuse = { status: 422, text: '{"detail":"amount"}' };
    open("https://toko.example/", { order: "7", amount: "9.000" });
    await vi.waitFor(() => expect(warn).toHaveBeenCalledWith("gaung", '{"detail":"amount"}'));
  });

  it("reports itself when an officer tests it, and gives a shop's till the clicks", () => {
    const tell = vi.fn();
    const { gaung } = open(`https://toko.example/?gaung_test=1&gaung_click=${TOKEN}`);
    expect(sent[0]?.body).toEqual({ institution: KEY, test: 1 });
    gaung("click", tell);
    expect(tell).toHaveBeenCalledWith(TOKEN);
  });
});
