import fc from "fast-check";
import { list } from "isbot";
import { describe, expect, it } from "vitest";
import { REASONS } from "../reasons";
import { AGENT_RULES, examineAgent, MAX_AGENT_LENGTH } from "./agent-facts";
import { WORDS_OF_BROWSERS, WORDS_OF_DEVICES, WORDS_OF_OLD_BROWSERS } from "./isbot-words";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

describe("examineAgent", () => {
  it.each([
    [CHROME, "chromium"],
    [CHROME.replace("126", "79"), null],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0", "firefox"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:89.0) Gecko/20100101 Firefox/89.0", null],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      "safari",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3 Mobile/15E148 Safari/604.1",
      null,
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Mobile/15E148 Safari/604.1",
      "safari",
    ],
    ["curl/8.5.0", null],
  ])("%s claims %s", (agent, claims) => {
    expect(examineAgent(agent).claims).toBe(claims);
  });

  it("gives every rule a reason of the registry", () => {
    for (const rule of AGENT_RULES) expect(REASONS[rule.reason]).toBeGreaterThan(0);
  });

  it("leaves out only words that isbot's list has: after an upgrade, look at what they have become", () => {
    for (const words of [WORDS_OF_BROWSERS, WORDS_OF_OLD_BROWSERS, WORDS_OF_DEVICES]) {
      expect([...words].filter((word) => !list.includes(word))).toEqual([]);
    }
  });
});

describe("the time it takes", () => {
  /** The best of some tries in µs: what the machine does besides is not the rules' fault. */
  const timeOf = (agent: string) =>
    Math.min(
      ...Array.from({ length: 4 }, () => {
        const start = performance.now();
        for (let run = 0; run < 5; run += 1) examineAgent(agent);
        return ((performance.now() - start) * 1_000) / 5;
      }),
    );

  it("is some tens of microseconds for a usual agent", () => {
    for (let run = 0; run < 3_000; run += 1) examineAgent(`${CHROME} ${run}`);
    expect(timeOf(CHROME)).toBeLessThan(200);
  });

  it("stays bounded for anything of the greatest length", () => {
    const pieces = fc.constantFrom(
      ..."/ ( ) ; . - _ + | 1 a Z".split(" "),
      " ",
      "compatible;",
      "compatible; (",
      "Version/16.4 ",
      "like Gecko",
      "; ",
      "(android",
      "( ios ",
      "1.0;",
      "%20",
      "a/1.",
    );
    const endless = fc
      .array(pieces, { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join("").repeat(MAX_AGENT_LENGTH).slice(0, MAX_AGENT_LENGTH));
    const starts = fc.constantFrom(
      "",
      "Mozilla/5.0 (",
      "Mozilla/4.0 (compatible; MSIE 6.0; Windows ",
      "a/1 (",
    );
    fc.assert(
      fc.property(starts, endless, fc.string({ maxLength: 3 }), (start, middle, end) => {
        const agent = `${start}${middle}`.slice(0, MAX_AGENT_LENGTH - end.length) + end;
        // Linear rules need well under 1 ms for 1,024 characters; a catastrophe would need seconds.
        expect(timeOf(agent)).toBeLessThan(10_000);
      }),
      { numRuns: 300 },
    );
  });

  it("grows with the length, not with its square", () => {
    const slope = (piece: string) => {
      const short = timeOf(piece.repeat(512).slice(0, 256));
      const long = timeOf(piece.repeat(512).slice(0, 1_024));
      return long / Math.max(short, 5);
    };
    for (const piece of ["a", "a.", "a ", "(", "a/1.0 ", "; a", "compatible; ", "-", "1", "(a; "]) {
      // Four times as long: four times the time, sixteen if it were the square.
      expect(slope(piece), piece).toBeLessThan(14);
    }
  });

  it("looks at a bounded part of an endless agent", () => {
    const start = performance.now();
    expect(examineAgent(`${CHROME} ${"x".repeat(1_000_000)}`).verdict).toBe("HUMAN");
    expect(performance.now() - start).toBeLessThan(50);
  });
});
