import { beforeAll, describe, expect, it } from "vitest";
import { seal, unseal } from "./sealed.server";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://localhost/unused";
});

describe("seal", () => {
  it("opens to what was closed, and never looks the same twice", () => {
    const text = "token-ü-😀";
    expect(unseal("mail", seal("mail", text))).toBe(text);
    expect(seal("mail", text)).not.toBe(seal("mail", text));
    expect(Buffer.from(seal("mail", text), "base64url").toString("latin1")).not.toContain("token");
  });

  it("opens neither for another purpose nor after a change", () => {
    const sealed = seal("mail", "token");
    expect(() => unseal("other", sealed)).toThrow();
    const bytes = Buffer.from(sealed, "base64url");
    for (const index of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal("mail", changed.toString("base64url"))).toThrow();
    }
    expect(() => unseal("mail", "")).toThrow();
  });
});
