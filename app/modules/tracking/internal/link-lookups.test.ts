import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Found, LinkLookups } from "./link-lookups";

type Link = { code: string };

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Look-ups against links that are answered once `answer` is called. */
function aDesk(exists: (code: string) => boolean) {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const lookups = new LinkLookups<Link>(
    (codes) =>
      new Promise<Found<Link>>((resolve) => {
        asked.push([...codes]);
        const links = new Map(codes.filter(exists).map((code) => [code, { code }]));
        answers.push(() => resolve({ links, isCurrent: true }));
      }),
    () => {},
  );
  const find = (code: string, client = "visitor") => lookups.find(code, client, Date.now());
  const answer = async () => {
    while (answers.length > 0) {
      for (const give of answers.splice(0)) give();
      await vi.advanceTimersByTimeAsync(0);
    }
  };
  return { lookups, asked, find, answer };
}

const codes = (count: number, prefix = "c") => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

it("asks for those that wait together, and refuses none of them", async () => {
  const { asked, find, answer } = aDesk(() => true);
  const found = Promise.all(codes(50).map((code, at) => find(code, `visitor ${at}`)));
  await answer();
  expect((await found).map((link) => (typeof link === "string" ? link : link.code))).toEqual(codes(50));
  expect(asked.map((query) => query.length)).toEqual([1, 1, 1, 1, 46]);
});

it("asks once for a code that many want", async () => {
  const { asked, find, answer } = aDesk(() => true);
  const found = Promise.all(codes(9).map((client) => find("same", client)));
  await answer();
  await found;
  expect(asked).toEqual([["same"]]);
});

it("lets nobody wait longer than two seconds", async () => {
  const { find } = aDesk(() => true);
  const found = find("slow");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await found).toBe("busy");
});

it("remembers for a while what is unknown, until it is told otherwise", async () => {
  const { lookups, asked, find, answer } = aDesk(() => false);
  const ask = async () => {
    const found = find("new");
    await answer();
    return found;
  };
  expect([await ask(), await ask(), asked.length]).toEqual(["unknown", "unknown", 1]);
  lookups.forget("new");
  expect([await ask(), asked.length]).toEqual(["unknown", 2]);
  await vi.advanceTimersByTimeAsync(10_001);
  expect([await ask(), asked.length]).toEqual(["unknown", 3]);
});

it("asks no more for who names many codes that do not exist, and goes on asking for others", async () => {
  const { asked, find, answer } = aDesk((code) => code.startsWith("real"));
  const scan = Promise.all(codes(500, "made-up").map((code) => find(code, "scanner")));
  await answer();
  const outcomes = await scan;
  expect(outcomes.filter((outcome) => outcome === "unknown")).toHaveLength(60);
  expect(outcomes.filter((outcome) => outcome === "busy")).toHaveLength(440);
  expect(asked.flat()).toHaveLength(60);
  const other = find("real", "visitor");
  await answer();
  expect(await other).toEqual({ code: "real" });
  await vi.advanceTimersByTimeAsync(60_000);
  const again = find("real too", "scanner");
  await answer();
  expect(await again).toEqual({ code: "real too" });
});

it("counts only codes that do not exist", async () => {
  const { find, answer } = aDesk(() => true);
  for (const code of codes(200)) {
    const found = find(code);
    await answer();
    expect(await found).toEqual({ code });
  }
});
