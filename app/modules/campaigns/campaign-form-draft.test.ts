import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { campaignFormSchema } from "./campaign-form";
import { toDraft, toForm } from "./campaign-form-draft";
import { previewDraft } from "./preview-draft";

const typed: Record<string, string> = {
  productId: "019a0000-0000-7000-8000-000000000001",
  title: "  Kopi bubuk untuk pagi yang baru ",
  aim: "Mengenalkan kopi.",
  message: "",
  "dos[0]": "Seduh di depan kamera",
  "dos[1]": "",
  "deliverables[0].platform": "INSTAGRAM",
  "deliverables[0].format": "reel",
  "deliverables[0].quantity": "2",
  "deliverables[0].dueBy": "days",
  "deliverables[0].dueDays": "7",
  "deliverables[0].note": "",
  "deliverables[1].platform": "INSTAGRAM",
  "deliverables[1].format": "reel",
  "deliverables[1].quantity": "1",
  "deliverables[1].dueBy": "date",
  "deliverables[1].dueOn": "2026-12-24",
  disclosure: "#iklan",
  hashtags: "KopiLapas, #KaryaWargaBinaan #IKLAN",
  slots: "5",
  opensOn: "2026-12-01",
  closesOn: "2026-12-31",
  commissionKind: "percent",
  commissionPercent: "7,5",
  commissionRupiah: "",
  attributionWindowDays: "30",
  destination: "SHOPEE",
};

function parse(patch: Record<string, string> = {}) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...patch })) data.append(name, value);
  return parseWithZod(data, { schema: campaignFormSchema });
}

function draftOf(patch: Record<string, string> = {}) {
  const submission = parse(patch);
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
  return toDraft(submission.value, "Asia/Makassar");
}

describe("the editor's form", () => {
  it("becomes a draft: days in the Lapas's zone, texts as numbers, gaps as gaps", () => {
    expect(draftOf()).toEqual({
      productId: typed.productId,
      title: "Kopi bubuk untuk pagi yang baru",
      aim: "Mengenalkan kopi.",
      message: "",
      dos: ["Seduh di depan kamera"],
      donts: [],
      deliverables: [
        {
          key: "instagram-reel",
          platform: "INSTAGRAM",
          format: "reel",
          quantity: 2,
          dueDaysAfterAcceptance: 7,
          dueAt: null,
          note: "",
        },
        {
          key: "instagram-reel-2",
          platform: "INSTAGRAM",
          format: "reel",
          quantity: 1,
          dueDaysAfterAcceptance: null,
          dueAt: "2026-12-24T16:00:00.000Z",
          note: "",
        },
      ],
      hashtags: ["#iklan", "#KopiLapas", "#KaryaWargaBinaan"],
      slots: 5,
      opensAt: "2026-11-30T16:00:00.000Z",
      closesAt: "2026-12-31T16:00:00.000Z",
      commission: { kind: "percent", basisPoints: 750 },
      attributionWindowDays: 30,
      attribution: { model: "last_click", couponFirst: true, handles: "last", buyers: "all" },
      destination: { kind: "listing", channel: "SHOPEE" },
    });
  });

  it("takes the rule of attribution", () => {
    const attributionModel = "linear";
    const patch = {
      attributionModel,
      attributionFirst: "link",
      attributionHandles: "off",
      attributionBuyers: "new",
    };
    expect(draftOf(patch).attribution).toEqual({
      ...{ model: "linear", couponFirst: false, handles: "off", buyers: "new" },
    });
    expect(parse({ attributionModel: "best" }).status).toBe("error");
  });

  it("comes back as it was typed", () => {
    const draft = draftOf({ attributionModel: "first_click", attributionFirst: "link" });
    const form = toForm(draft, "Asia/Makassar");
    expect(form).toMatchObject({ opensOn: "2026-12-01", closesOn: "2026-12-31", commissionPercent: "7,5" });
    expect(toDraft(campaignFormSchema.parse(form), "Asia/Makassar")).toEqual(draft);
  });

  it("keeps a deliverable's name when others are added before it", () => {
    const keys = (patch: Record<string, string>) => draftOf(patch).deliverables.map((item) => item.key);
    expect(keys({ "deliverables[1].key": "instagram-reel" })).toEqual(["instagram-reel-2", "instagram-reel"]);
    const twice = { "deliverables[0].key": "first", "deliverables[1].key": "first" };
    expect(keys(twice)).toEqual(["first", "instagram-reel"]);
  });

  it("takes a fixed commission with or without grouping", () => {
    const commission = { kind: "fixed", rupiah: 15_000 };
    for (const commissionRupiah of ["15000", "15.000", "Rp 15.000"]) {
      expect(draftOf({ commissionKind: "fixed", commissionRupiah }).commission).toEqual(commission);
    }
  });

  it.each<[Record<string, string>, string, string]>([
    [{ title: "Kue" }, "title", "campaigns:error.title"],
    [{ closesOn: "2026-11-30" }, "closesOn", "campaigns:error.windowOrder"],
    [{ disclosure: "" }, "disclosure", "campaigns:error.disclosure"],
    [{ hashtags: "#a-b" }, "hashtags", "campaigns:error.hashtag"],
    [{ commissionPercent: "120" }, "commissionPercent", "campaigns:error.percent"],
    [{ "deliverables[0].format": "thread" }, "deliverables[0].format", "campaigns:error.formatOfPlatform"],
    [{ "deliverables[0].dueDays": "" }, "deliverables[0].dueDays", "campaigns:error.dueMissing"],
    [{ slots: "0" }, "slots", "campaigns:error.slots"],
    [{ attributionWindowDays: "91" }, "attributionWindowDays", "campaigns:error.attributionWindow"],
  ])("refuses %j at %s", (patch, field, message) => {
    const submission = parse(patch);
    if (submission.status === "success") throw new Error("the form was taken");
    expect(submission.error?.[field]).toContain(message);
  });
});

describe("the preview", () => {
  it("shows what would be saved", () => {
    const draft = draftOf();
    const nested = toForm(draft, "Asia/Makassar");
    const asTyped = JSON.parse(JSON.stringify(nested), (_key, value: unknown) =>
      typeof value === "number" ? String(value) : value,
    );
    const names = draft.deliverables.map((_item, index) => `preview-${index}`);
    expect(previewDraft(asTyped, "Asia/Makassar")).toEqual({
      ...draft,
      deliverables: draft.deliverables.map((item, index) => ({ ...item, key: names[index] })),
    });
  });

  it("stands whatever is typed or missing", () => {
    expect(previewDraft({}, "Asia/Jakarta")).toMatchObject({ title: "", deliverables: [], commission: null });
    const odd = {
      deliverables: [{ platform: "X", format: "reel", dueBy: "date", dueOn: "31/12" }],
      slots: "-1",
    };
    expect(previewDraft({ ...odd, opensOn: "2026-13-40", dos: "x" }, "Asia/Jakarta")).toMatchObject({
      deliverables: [{ platform: "X", format: "post", dueAt: null }],
      slots: null,
      opensAt: null,
      dos: [],
    });
  });
});
