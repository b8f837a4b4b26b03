import { expect, it } from "vitest";
import { errorFields } from "./log.server";

it("tells of an error what helps, and not the connection that hangs on it", () => {
  const cause = new Error("no route");
  const error = Object.assign(new TypeError("refused", { cause }), {
    code: "ECONNREFUSED",
    client: { password: "secret", socket: {} },
  });
  const told = errorFields(error);
  expect(told).toMatchObject({ type: "TypeError", code: "ECONNREFUSED" });
  expect(JSON.stringify(told)).toContain("refused: no route");
  expect(JSON.stringify(told)).toContain("log.server.test.ts");
  expect(told).not.toHaveProperty("client");
  expect(errorFields("a text")).toBe("a text");
});
