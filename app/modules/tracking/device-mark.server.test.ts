import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/kernel/policy";
import { deviceMarkCookie, isOwnDevice, readDeviceMark } from "./device-mark.server";

const CREATOR = "01a1c32f-0100-70a0-a7cf-43aeb1a3555e";
const person = (parts: Partial<Extract<Actor, { kind: "user" }>>): Actor => ({
  kind: "user",
  userId: "01a1c32f-0100-70a0-a7cf-43aeb1a30000",
  name: "Rani",
  email: "rani@example.test",
  creatorId: null,
  memberships: [],
  ...parts,
});
const OFFICER = person({ memberships: [{ role: "LAPAS_PR", institutionId: CREATOR, regionId: null }] });
const INFLUENCER = person({
  creatorId: CREATOR,
  memberships: [{ role: "INFLUENCER", institutionId: null, regionId: null }],
});

/** What the browser sends back. */
const kept = (actor: Actor) => deviceMarkCookie(actor, null)?.split(";")[0] ?? "";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://localhost/unused";
});

describe("the mark of a device", () => {
  it("makes an officer's clicks the house's own, on every link", () => {
    expect(isOwnDevice(kept(OFFICER), { creatorId: "anyone" })).toBe(true);
  });

  it("makes an influencer's clicks the house's own on their own links only", () => {
    const cookies = `theme=dark; ${kept(INFLUENCER)}; lang=id`;
    expect(isOwnDevice(cookies, { creatorId: CREATOR })).toBe(true);
    expect(isOwnDevice(cookies, { creatorId: "01a1c32f-0100-70a0-a7cf-43aeb1a3aaaa" })).toBe(false);
  });

  it("cannot be made up", () => {
    expect(readDeviceMark("gaung_device=o.AAAAAAAAAAAAAAAA")).toBeNull();
    expect(readDeviceMark(kept(INFLUENCER).replace(/c[0-9a-f]{32}/, "o"))).toBeNull();
    expect(readDeviceMark("other=1")).toBeNull();
  });

  it("is set once, and for nobody who is only passing by", () => {
    expect(deviceMarkCookie(OFFICER, `a=b; ${kept(OFFICER)}`)).toBeNull();
    expect(deviceMarkCookie(OFFICER, kept(INFLUENCER))).toContain("HttpOnly");
    expect(deviceMarkCookie({ kind: "anonymous" }, null)).toBeNull();
    expect(deviceMarkCookie(person({}), null)).toBeNull();
  });
});
