import { describe, expect, it } from "vitest";
import { originOf, pageOrderSchema, siteFormSchema } from "./page-order.schemas";

const institution = "gs_abcdefghij0123456789";
const amountOf = (amount: unknown) => {
  const read = pageOrderSchema.safeParse({ institution, id: "1", amount });
  return read.success ? read.data.amount : read.error.issues[0]?.message;
};

describe("a page's order", () => {
  it("takes whole rupiah only, and no dots that mean thousands", () => {
    expect(amountOf(150000)).toBe(150_000);
    expect(amountOf("150000")).toBe(150_000);
    expect(amountOf("150000.00")).toBe(150_000);
    for (const wrong of [
      "150.000",
      "150,000",
      "Rp150000",
      "1e5",
      "-1",
      "0",
      0,
      -5,
      1.5,
      Number.NaN,
      "",
      null,
    ]) {
      expect(amountOf(wrong), String(wrong)).toBe("tracking:sources.error.amount");
    }
  });

  it("takes nothing of the buyer", () => {
    const read = pageOrderSchema.safeParse({ institution, id: "1", amount: 5, email: "siti@contoh.test" });
    expect(read.error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["email"] });
  });
});

describe("addresses of shops", () => {
  it("are origins as browsers write them", () => {
    expect(originOf("toko.example")).toBe("https://toko.example");
    expect(originOf(" https://Toko.example:443/kue?x=1 ")).toBe("https://toko.example");
    expect(originOf("http://localhost:8080/")).toBe("http://localhost:8080");
    for (const wrong of ["", "javascript:alert(1)", "ftp://toko.example", "toko", "a b.example"]) {
      expect(originOf(wrong), wrong).toBeNull();
    }
  });

  it("come one a line, each once, ten at most", () => {
    const read = (origins: string) => siteFormSchema.safeParse({ origins });
    expect(read("toko.example\n\nhttps://toko.example/x\nwww.toko.example").data?.origins).toEqual([
      "https://toko.example",
      "https://www.toko.example",
    ]);
    expect(read("toko.example\nnot an address").success).toBe(false);
    expect(read("").success).toBe(false);
    const many = Array.from({ length: 11 }, (_, index) => `t${index}.example`).join("\n");
    expect(read(many).error?.issues[0]?.message).toBe("tracking:sources.error.tooManyOrigins");
  });
});
