import { describe, expect, it } from "vitest";
import { messageWith, parseMessage } from "./message";

describe("messages with parameters", () => {
  it("come apart as they were put together", () => {
    const text = messageWith("ui:field.tooLong", { max: 80, name: "a | b {c}" });
    expect(parseMessage(text)).toEqual({ key: "ui:field.tooLong", params: { max: 80, name: "a | b {c}" } });
  });

  it("may have none", () => {
    expect(parseMessage("ui:field.required")).toEqual({ key: "ui:field.required", params: {} });
  });
});
