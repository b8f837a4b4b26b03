import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BriefDraft, briefDraftSchema, DEFAULT_ATTRIBUTION, disclosureOf, dueOf } from "./brief.schemas";
import { canonical, changedFields } from "./brief-changes";
import { parsePercent, percentText } from "./percent";
import { isPublishable, type PublicationFacts, publicationChecklist, toBrief } from "./publication";

const now = new Date("2026-11-10T02:00:00.000Z");

const complete: BriefDraft = {
  productId: "019a0000-0000-7000-8000-000000000001",
  title: "Kue kacang untuk hampers akhir tahun",
  aim: "Mengenalkan kue kacang buatan warga binaan kepada keluarga muda.",
  message: "Renyah, dibuat tangan, dan setiap pembelian memberi bekal baru.",
  dos: ["Tunjukkan tekstur kue"],
  donts: ["Jangan menyebut nama atau perkara siapa pun"],
  deliverables: [
    {
      key: "instagram-reel",
      platform: "INSTAGRAM",
      format: "reel",
      quantity: 1,
      dueDaysAfterAcceptance: 7,
      dueAt: null,
      note: "",
    },
  ],
  hashtags: ["#iklan", "#KaryaLapas"],
  slots: 5,
  opensAt: "2026-11-01T17:00:00.000Z",
  closesAt: "2026-11-30T17:00:00.000Z",
  commission: { kind: "percent", basisPoints: 1_000 },
  attributionWindowDays: 30,
  attribution: DEFAULT_ATTRIBUTION,
  destination: { kind: "product" },
};

const facts: PublicationFacts = {
  now,
  product: {
    priceRupiah: 25_000n,
    listings: ["SHOPEE"],
    refusals: [],
  },
  slotsTaken: 0,
};

const failures = (draft: BriefDraft, with_: PublicationFacts = facts) =>
  publicationChecklist(draft, with_).flatMap((line) => (line.ok ? [] : [line.check]));

describe("the publication checklist", () => {
  it("lets a complete draft through, and such a draft is a brief", () => {
    expect(isPublishable(publicationChecklist(complete, facts))).toBe(true);
    expect(toBrief(complete)).toEqual(complete);
  });

  it.each<[string, Partial<BriefDraft>, string[]]>([
    ["no aim", { aim: "" }, ["aim"]],
    ["no message", { message: "" }, ["message"]],
    ["nothing asked", { deliverables: [] }, ["deliverables"]],
    ["no disclosure", { hashtags: ["#KaryaLapas"] }, ["disclosure"]],
    ["no slots", { slots: null }, ["slots"]],
    ["no window", { opensAt: null }, ["window"]],
    [
      "a window that ends before it begins",
      { closesAt: "2026-11-01T16:00:00.000Z" },
      ["window", "windowPast"],
    ],
    ["a window in the past", { closesAt: "2026-11-09T17:00:00.000Z" }, ["windowPast"]],
    ["no commission", { commission: null }, ["commission"]],
    ["a commission above the price", { commission: { kind: "fixed", rupiah: 25_001 } }, ["commissionPrice"]],
    ["a shop without listing", { destination: { kind: "listing", channel: "TOKOPEDIA" } }, ["destination"]],
  ])("names what is missing: %s", (_name, patch, expected) => {
    expect(failures({ ...complete, ...patch })).toEqual(expected);
  });

  it("hands on the reasons of the licence gate", () => {
    const refusals = [{ key: "products:gate.notActive" }, { key: "products:gate.foodMissing" }];
    const product = { ...facts.product, refusals };
    const lines = publicationChecklist(complete, { ...facts, product });
    expect(lines.filter((line) => !line.ok)).toEqual([{ check: "product", ok: false, reasons: refusals }]);
  });

  it("refuses fewer slots than are taken and a due date that has passed", () => {
    expect(failures({ ...complete, slots: 2 }, { ...facts, slotsTaken: 3 })).toEqual(["slotsTaken"]);
    const late = { ...complete.deliverables[0], dueDaysAfterAcceptance: null, dueAt: now.toISOString() };
    const draft = briefDraftSchema.parse({ ...complete, deliverables: [late] });
    expect(failures(draft)).toEqual(["deliverableDates"]);
  });

  it("says everything that the brief's schema asks: what passes it always is a brief", () => {
    const maybe = <Value>(value: Value, gap: Value) => fc.constantFrom<Value>(value, gap);
    const drafts = fc.record({
      aim: maybe(complete.aim, ""),
      message: maybe(complete.message, ""),
      deliverables: maybe<BriefDraft["deliverables"]>(complete.deliverables, []),
      hashtags: fc.constantFrom<string[]>(["#iklan"], ["#Kerjasama"], ["#AD", "#x"], ["#x"], []),
      slots: fc.option(fc.integer({ min: 1, max: 500 })),
      opensAt: maybe<string | null>(complete.opensAt, null),
      closesAt: fc.constantFrom<string | null>(
        complete.closesAt,
        null,
        complete.opensAt,
        "2020-01-01T00:00:00.000Z",
      ),
      commission: maybe<BriefDraft["commission"]>(complete.commission, null),
    });
    fc.assert(
      fc.property(drafts, (patch) => {
        const draft: BriefDraft = { ...complete, ...patch };
        if (isPublishable(publicationChecklist(draft, facts))) expect(toBrief(draft)).toEqual(draft);
        else expect(failures(draft).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("deliverables", () => {
  const first = complete.deliverables[0];
  const refused = (patch: object) =>
    briefDraftSchema
      .safeParse({ ...complete, deliverables: [{ ...first, ...patch }] })
      .error?.issues.map((issue) => issue.message);

  it("are due on a date or after days, never both and never neither", () => {
    expect(refused({ dueDaysAfterAcceptance: null })).toEqual(["campaigns:error.dueMissing"]);
    expect(refused({ dueAt: now.toISOString() })).toEqual(["campaigns:error.dueMissing"]);
    expect(refused({})).toBeUndefined();
  });

  it("exist on their platform", () => {
    expect(refused({ platform: "X" })).toEqual(["campaigns:error.formatOfPlatform"]);
  });

  it("have names of their own", () => {
    const twice = briefDraftSchema.safeParse({ ...complete, deliverables: [first, first] });
    expect(twice.error?.issues.map((issue) => issue.message)).toEqual(["campaigns:error.deliverableKeys"]);
  });

  it("count their days from the acceptance", () => {
    const accepted = new Date("2026-11-12T03:30:00.000Z");
    expect(dueOf({ dueAt: null, dueDaysAfterAcceptance: 7 }, accepted)).toEqual(
      new Date("2026-11-19T03:30:00.000Z"),
    );
    expect(dueOf({ dueAt: "2026-12-01T00:00:00.000Z", dueDaysAfterAcceptance: null }, accepted)).toEqual(
      new Date("2026-12-01T00:00:00.000Z"),
    );
  });
});

describe("changes between publications", () => {
  it("are the fields whose content differs, whatever the order of keys", () => {
    const brief = toBrief(complete);
    const shuffled = { ...brief, commission: { basisPoints: 1_000, kind: "percent" as const } };
    expect(changedFields(brief, shuffled)).toEqual([]);
    expect(changedFields(brief, { ...brief, slots: 8, dos: [] })).toEqual(["dos", "slots"]);
    expect(canonical({ b: 1, a: { d: 2, c: [3] } })).toBe('{"a":{"c":[3],"d":2},"b":1}');
  });
});

describe("percent", () => {
  it.each([
    ["10", 1_000],
    ["7,5", 750],
    ["7.25 %", 725],
    ["0,01", 1],
    ["100", 10_000],
  ])("reads %s", (text, basisPoints) => {
    expect(parsePercent(text)).toBe(basisPoints);
  });
  it.each(["", "0", "100,01", "7,125", "-5", "ten", "1e2"])("refuses %s", (text) => {
    expect(parsePercent(text)).toBeNull();
  });
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (basisPoints) => {
        expect(parsePercent(percentText(basisPoints))).toBe(basisPoints);
      }),
    );
  });
});

describe("disclosureOf", () => {
  it.each([
    [["#Iklan"], "#iklan"],
    [["#x", "#AD"], "#ad"],
    [["#iklanku"], null],
    [[], null],
  ])("%j holds %s", (hashtags, expected) => {
    expect(disclosureOf(hashtags)).toBe(expected);
  });
});
