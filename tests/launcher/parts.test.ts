import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { missing } from "../../scripts/lib/chromium.mjs";
import { explain } from "../../scripts/lib/failure.mjs";
import { readLock, takeLock } from "../../scripts/lib/lock.mjs";
import { addUp, failureLines, summaryLine } from "../../scripts/lib/test-summary.mjs";

const directory = mkdtempSync(path.join(tmpdir(), "gaung-launcher-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the instance's lock", () => {
  test("is held by one, and free after its release", () => {
    const file = path.join(directory, "one.lock");
    const lock = takeLock(file);
    expect(lock).not.toBeNull();
    expect(takeLock(file)).toBeNull();
    lock?.update({ url: "http://localhost:1" });
    expect(readLock(file)).toMatchObject({ pid: process.pid, url: "http://localhost:1" });
    lock?.release();
    expect(readLock(file)).toBeNull();
  });

  test("of a process that is gone is taken over, with what it had noted", async () => {
    const child = spawn(process.execPath, ["--eval", ""]);
    await once(child, "exit");
    const file = path.join(directory, "gone.lock");
    writeFileSync(file, JSON.stringify({ pid: child.pid, identity: "x:1", children: [] }));
    const lock = takeLock(file);
    expect(lock?.previous).toMatchObject({ pid: child.pid });
    lock?.release();
  });

  test("is not held by another process that got the same id later", () => {
    const file = path.join(directory, "reused.lock");
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: "earlier boot:1" }));
    expect(readLock(file)).toBeNull();
    takeLock(file)?.release();
  });

  test("that was cut off while being written counts as none", () => {
    const file = path.join(directory, "cut.lock");
    writeFileSync(file, '{"pid":');
    const lock = takeLock(file);
    expect(lock).not.toBeNull();
    lock?.release();
  });
});

describe("errors of the system", () => {
  test.each([
    ["ENOSPC", "The disk is full (/data/x)."],
    ["EACCES", "No permission to write (/data/x)."],
    ["EROFS", "No permission to write (/data/x)."],
  ])("%s is a sentence", (code, sentence) => {
    const error = Object.assign(new Error(code), { code, path: "/data/x" });
    expect(explain(error)).toMatchObject({ message: sentence, advice: expect.stringMatching(/\w+/) });
  });

  test("others stay what they are", () => {
    const error = new Error("a bug");
    expect(explain(error)).toBe(error);
  });

  test("libraries that Chromium lacks are named by their Debian package", () => {
    const failure = missing(["libnss3.so", "libnssutil3.so", "libgbm.so.1", "libstrange.so.1"]);
    expect(failure.packages).toEqual(["libnss3", "libgbm1"]);
    expect(failure.advice).toContain("apt-get install libnss3 libgbm1");
    expect(failure.advice).toContain("libstrange.so.1");
  });
});

describe("the tests' last line", () => {
  const report = (passed: number, failed: number, pending = 0, testResults: object[] = []) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  });

  test("adds up the phases", () => {
    const sums = addUp([
      { exitCode: 0, report: report(3, 0, 1) },
      { exitCode: 1, report: report(2, 1) },
    ]);
    expect(summaryLine(sums)).toBe("5 passed, 1 failed, 1 skipped");
  });

  test("leaves out what nobody skipped", () => {
    expect(summaryLine(addUp([{ exitCode: 0, report: report(3, 0) }]))).toBe("3 passed, 0 failed");
  });

  test("counts a file that does not load, an error outside tests, and a phase that broke off", () => {
    const unloaded = [{ status: "failed", assertionResults: [] }];
    expect(addUp([{ exitCode: 1, report: report(1, 0, 0, unloaded) }]).failed).toBe(1);
    expect(addUp([{ exitCode: 1, report: report(1, 0) }]).failed).toBe(1);
    expect(addUp([{ exitCode: 1, report: null }]).failed).toBe(1);
  });

  test("names what failed, and files that do not load", () => {
    const failed = { fullName: "adds up", status: "failed", failureMessages: ["expected 1\nat a line"] };
    const announced = "DatabaseError: \nInvalid invocation:\n\n\ndeadlock detected\n    at a line";
    const thrown = { fullName: "subtracts", status: "failed", failureMessages: [announced] };
    const files = [
      { name: "a.test.ts", status: "failed", message: "", assertionResults: [failed, thrown] },
      { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    ];
    expect(failureLines([{ report: report(1, 1, 0, files) }, { report: null }])).toEqual([
      "a.test.ts > adds up: expected 1",
      "a.test.ts > subtracts: DatabaseError: Invalid invocation: deadlock detected",
      "b.test.ts: no such module",
    ]);
  });
});
