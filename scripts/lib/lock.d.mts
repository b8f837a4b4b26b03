export type Held = { pid: number; identity: string; [detail: string]: unknown };

/** Reads a lock file; null when there is none, it is damaged, or the process that wrote it is gone. */
export function readLock(file: string): Held | null;

/** Takes a lock that dies with this process; null while another process holds it. */
export function takeLock(
  file: string,
  details?: object,
): { update: (details: object) => void; release: () => void; previous: Held | null } | null;
