/** True while the process runs. A zombie counts as gone. */
export function isAlive(pid: number): boolean;

/** Process ids whose working folder is `directory`. */
export function processesIn(directory: string): number[];

/** Waits until the process is gone; false when it is still there after `timeoutMs`. */
export function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean>;
