import { expect, it } from "vitest";
import { MAX_AGENT_LENGTH } from "./agent-facts";
import { AgentCache } from "./agents";

it("remembers agents, and no more than it may", () => {
  const cache = new AgentCache();
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1";
  const first = cache.get(phone);
  expect(first).toEqual({ text: phone, isPreview: false });
  for (let index = 0; index < 10_000; index += 1) {
    cache.get(`Mozilla/5.0 (X11; Linux x86_64) Visitor/${index}`);
    // What is in use stays.
    expect(cache.get(phone)).toBe(first);
  }
  expect(cache.size).toBeLessThanOrEqual(4_000);
});

it("brings agents into the form that a line holds", () => {
  const cache = new AgentCache();
  expect(cache.get(undefined)).toEqual({ text: "", isPreview: false });
  expect(cache.get("WhatsApp/2.23.20.0")).toEqual({ text: "WhatsApp/2.23.20.0", isPreview: true });
  expect(cache.get("tab\there").text).toBe("tab here");
  const long = "x".repeat(5_000);
  expect(cache.get(long).text).toHaveLength(MAX_AGENT_LENGTH);
  // Also a long one is worked out once.
  expect(cache.get(long)).toBe(cache.get(`${long}y`));
});
