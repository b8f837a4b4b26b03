import { describe, expect, it } from "vitest";
import { orderTodo, type TodoItem } from "./todo";

const item = (key: string, rest: Partial<TodoItem>): TodoItem => ({
  key,
  kind: "CLAIMS",
  subject: null,
  context: null,
  count: 1,
  since: null,
  until: null,
  path: "",
  ...rest,
});
const day = (number: number) => new Date(Date.UTC(2026, 5, number));

describe("orderTodo", () => {
  it("puts due dates first, then the longest wait, then the rank of the kind", () => {
    const ordered = orderTodo([
      item("flagship", { kind: "NO_FLAGSHIP" }),
      item("waits-short", { since: day(9) }),
      item("campaign", { kind: "CAMPAIGN_DRAFT" }),
      item("due-late", { until: day(20), since: day(1) }),
      item("waits-long", { since: day(2) }),
      item("overdue", { until: day(3), since: day(2) }),
      item("due-late-waits-longer", { until: day(20), since: new Date(0) }),
    ]);
    expect(ordered.map((each) => each.key)).toEqual([
      "overdue",
      "due-late-waits-longer",
      "due-late",
      "waits-long",
      "waits-short",
      "campaign",
      "flagship",
    ]);
  });

  it("leaves the given list alone", () => {
    const given = [item("b", {}), item("a", {})];
    orderTodo(given);
    expect(given.map((each) => each.key)).toEqual(["b", "a"]);
  });
});
