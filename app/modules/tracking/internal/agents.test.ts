import { expect, it } from "vitest";
import { AgentCache } from "./agents";

it("remembers agents, and no more than it may", () => {
  const cache = new AgentCache();
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1";
  const first = cache.get(phone);
  expect(first).toMatchObject({ verdict: "HUMAN", letters: "Hm" });
  for (let index = 0; index < 10_000; index += 1) {
    cache.get(`Mozilla/5.0 (X11; Linux x86_64) Visitor/${index}`);
    // What is in use stays.
    expect(cache.get(phone)).toBe(first);
  }
  expect(cache.size).toBeLessThanOrEqual(4_000);
  expect(cache.get(undefined)).toMatchObject({ verdict: "BOT", reason: "ua:empty" });
});
