type Sums = { passed: number; failed: number; skipped: number };

/** Adds up the phases' reports (Vitest's JSON); what no test is blamed for counts as a failure too. */
export function addUp(results: { exitCode: number; report: object | null }[]): Sums;

/** What failed: file, test and the first line of its message, one line each. */
export function failureLines(results: { report: object | null }[]): string[];

/** "12 passed, 0 failed", with ", 2 skipped" only when some were. */
export function summaryLine(sums: Sums): string;
