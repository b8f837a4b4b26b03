import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId, newId } from "~/kernel/id";
import { compactId, fullId, timeOfId } from "./click";
import { ClickTokens, readClickToken } from "./click-token.server";
import { nextClickId } from "./internal/click-ids.server";
import { KeyedHash } from "./internal/keyed-hash.server";

describe("KeyedHash", () => {
  it("is SHA-256 over a block of key and the message, cut to half or less", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string({ unit: "binary" }),
        (bytes, text) => {
          const key = Buffer.from(bytes);
          const whole = createHash("sha256")
            .update(key.toString("hex"), "latin1")
            .update(text, "utf8")
            .digest();
          expect(new KeyedHash(key).hex(text, 32)).toBe(whole.toString("hex").slice(0, 32));
          expect(new KeyedHash(key).base64url(text, 20)).toBe(whole.toString("base64url").slice(0, 20));
        },
      ),
    );
  });

  it("never shows more than half, and takes keys of one length only", () => {
    const hash = new KeyedHash(Buffer.alloc(32, 1));
    expect(() => hash.hex("x", 33)).toThrow(RangeError);
    expect(() => hash.base64url("x", 22)).toThrow(RangeError);
    expect(() => new KeyedHash(Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe("click tokens", () => {
  const tokens = new ClickTokens(randomBytes(32));
  const linkId = newId();
  const clickId = nextClickId(Date.now());
  const token = tokens.sign(clickId, compactId(linkId));

  it("are for their click and link only", () => {
    const read = readClickToken(token);
    if (!read) throw new Error("unreadable");
    expect(read.clickId).toBe(clickId);
    expect(tokens.isFor(read, linkId)).toBe(true);
    expect(tokens.isFor(read, newId())).toBe(false);
    expect(tokens.isFor({ ...read, clickId: nextClickId(Date.now()) }, linkId)).toBe(false);
    expect(new ClickTokens(randomBytes(32)).isFor(read, linkId)).toBe(false);
  });

  it.each(["", "x", clickId, `${clickId}.`, `${token}x`, token.toUpperCase()])("cannot be %j", (text) => {
    expect(readClickToken(text)).toBeNull();
  });
});

describe("nextClickId", () => {
  it("makes UUIDs of version 7 that hold their time and never repeat", () => {
    const now = Date.parse("2026-11-21T08:15:30.123Z");
    const ids = Array.from({ length: 1_000 }, (_, index) => nextClickId(now + (index % 7)));
    expect(new Set(ids).size).toBe(1_000);
    for (const [index, id] of ids.entries()) {
      const full = fullId(id);
      expect(isId(full)).toBe(true);
      expect(full).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(timeOfId(full)).toBe(now + (index % 7));
    }
  });
});
