import { hostname, userInfo } from "node:os";

/** Who runs a script, for the record. A container may run it as a user who has no name (no entry in passwd). */
export function whoRuns(nameOf: () => string = () => userInfo().username): string {
  return `${userName(nameOf)}@${hostname()}`;
}

function userName(nameOf: () => string): string {
  try {
    return nameOf();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_SYSTEM_ERROR")) throw error;
    return `uid-${process.getuid?.() ?? "unknown"}`;
  }
}
