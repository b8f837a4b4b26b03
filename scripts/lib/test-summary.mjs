/**
 * Adds up the phases' reports. What no test is blamed for counts as a failure too: a file that does not load, an error
 * outside any test, a phase that broke off.
 * @param {{ exitCode: number, report: object | null }[]} results
 */
export function addUp(results) {
  const sums = { passed: 0, failed: 0, skipped: 0 };
  for (const { exitCode, report } of results) {
    if (!report) {
      sums.failed += 1;
      continue;
    }
    sums.passed += report.numPassedTests;
    sums.skipped += report.numPendingTests + report.numTodoTests;
    const unloaded = report.testResults.filter(
      (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
    );
    const failures = report.numFailedTests + unloaded.length;
    sums.failed += failures === 0 && exitCode !== 0 ? 1 : failures;
  }
  return sums;
}

/**
 * What failed, in a few lines that are printed again at the end, where they are found: file, test, what the message
 * tells.
 * @param {{ report: object | null }[]} results
 */
export function failureLines(results) {
  const files = results.flatMap(({ report }) => report?.testResults ?? []);
  return files
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === "failed");
      return tests.length === 0
        ? [`${name}: ${firstLine(message)}`]
        : tests.map((test) => `${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
    });
}

const LONGEST_MESSAGE = 500;

/** The first line, and all of the message where that only announces it, as Prisma's do. */
const firstLine = (text) => {
  const [first = "", ...others] = (text ?? "").split("\n").filter((line) => line.trim());
  if (!/:\s*$/.test(first)) return first;
  const message = [first.trim(), ...others.filter((line) => !/^\s+at /.test(line))].join(" ");
  return message.slice(0, LONGEST_MESSAGE);
};

/** "12 passed, 0 failed", with ", 2 skipped" only when some were. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
