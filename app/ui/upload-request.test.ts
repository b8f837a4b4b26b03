import { describe, expect, it } from "vitest";
import { isAccepted, outcomeOf, sizeText } from "./upload-request";

describe("outcomeOf", () => {
  it("takes any 2xx as success and passes the body on", () => {
    expect(outcomeOf(201, '{"id":"7"}')).toEqual({ ok: true, body: { id: "7" } });
    expect(outcomeOf(204, "")).toEqual({ ok: true, body: null });
  });

  it("says what the server said", () => {
    expect(outcomeOf(422, '{"detail":"Terlalu gelap"}').error).toBe("Terlalu gelap");
    expect(outcomeOf(422, '{"error":"products:error.dark"}').error).toBe("products:error.dark");
    const refusal = { code: "invalid", message: { key: "products:error.pixels", params: { max: 40 } } };
    expect(outcomeOf(422, JSON.stringify(refusal)).error).toBe('products:error.pixels|{"max":40}');
  });

  it("falls back on the status where the answer is no JSON", () => {
    expect(outcomeOf(413, "<html>").error).toBe("ui:upload.errorTooLarge");
    expect(outcomeOf(502, "<html>").error).toBe("ui:upload.errorServer");
  });
});

describe("isAccepted", () => {
  const photo = { name: "Foto.JPG", type: "image/jpeg" };
  it.each([
    [undefined, true],
    ["image/*", true],
    [".jpg, .png", true],
    ["image/png,image/jpeg", true],
    ["image/png", false],
    [".pdf", false],
  ])("%s", (accept, expected) => {
    expect(isAccepted(photo, accept)).toBe(expected);
  });
});

it("writes sizes as people read them", () => {
  expect(sizeText(820_000, "id-ID")).toBe("820 KB");
  expect(sizeText(4_250_000, "id-ID")).toBe("4,3 MB");
});
