import { describe, expect, it } from "vitest";
import { exportTime } from "./export-time";

const at = (text: string) => new Date(text);
const uploadedAt = at("2026-11-21T03:00:00Z");
const latest = at("2026-11-10T05:00:00Z");
const file = { fileName: "Order.all.20261101_20261110.xlsx", uploadedAt, latest };

describe("exportTime", () => {
  it("is what the name tells to the minute, before anything else", () => {
    const fileName = "AffiliateCommissionReport_202611150900.csv";
    const savedAt = [at("2026-11-12T00:00:00Z")];
    expect(exportTime({ ...file, fileName, savedAt })).toEqual(at("2026-11-15T02:00:00Z"));
  });

  it("is the first plausible time that the workbook tells of itself", () => {
    const made = at("2026-11-11T01:00:00Z");
    expect(exportTime({ ...file, savedAt: [made, at("2026-11-20T01:00:00Z")] })).toEqual(made);
    // Made from a template of long ago, saved when it was exported.
    expect(exportTime({ ...file, savedAt: [at("2006-09-16T00:00:00Z"), made] })).toEqual(made);
  });

  it("is the upload where the workbook's times lie before what it tells of, or in the future", () => {
    const savedAt = [at("2026-11-10T04:59:59Z"), at("2026-11-21T03:00:01Z")];
    expect(exportTime({ ...file, savedAt })).toEqual(uploadedAt);
    expect(exportTime({ ...file, savedAt: [] })).toEqual(uploadedAt);
    expect(exportTime({ ...file, fileName: "x_202612310900.csv", savedAt: [] })).toEqual(uploadedAt);
  });

  it("is never the latest time in the file, which may have been exported much later", () => {
    expect(exportTime({ ...file, savedAt: [] })).not.toEqual(latest);
    expect(exportTime({ ...file, latest: null, savedAt: [at("2026-11-11T00:00:00Z")] })).toEqual(uploadedAt);
  });
});
