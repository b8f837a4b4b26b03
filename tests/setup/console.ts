import { afterEach, beforeEach } from "vitest";

/*
 * console.error fails the test that causes it: React's and libraries' complaints are bugs. A test that means to cause
 * one says so with `expectConsoleError`.
 */
let said: string[] = [];
let expected: RegExp[] = [];
const original = console.error;

beforeEach(() => {
  said = [];
  expected = [];
  console.error = (...parts: unknown[]) => {
    said.push(
      parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" "),
    );
  };
});

afterEach(() => {
  console.error = original;
  const unexpected = said.filter((text) => !expected.some((pattern) => pattern.test(text)));
  const silent = expected.filter((pattern) => !said.some((text) => pattern.test(text)));
  if (unexpected.length > 0) throw new Error(`console.error was called:\n${unexpected.join("\n")}`);
  if (silent.length > 0) throw new Error(`console.error was expected and not called: ${silent.join(", ")}`);
});

/** This test causes a console.error that matches; it fails when it does not. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}
