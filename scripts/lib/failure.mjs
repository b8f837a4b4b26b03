/** A failure that a person can act on: one sentence what is wrong, one what to do. Printed without a stack. */
export class Failure extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} [advice] what to do about it
   * @param {{ cause?: unknown, code?: string }} [options] `code` lets a caller tell failures apart
   */
  constructor(message, advice = "", options = {}) {
    super(message, { cause: options.cause });
    this.name = "Failure";
    this.advice = advice;
    this.code = options.code;
  }
}

/** Turns the system errors that a person can do something about into a sentence. */
export function explain(error) {
  if (error instanceof Failure) return error;
  const where = error?.path ? ` (${error.path})` : "";
  if (error?.code === "ENOSPC" || error?.code === "EDQUOT") {
    return new Failure(`The disk is full${where}.`, "Free some space, then run the same command again.", {
      cause: error,
    });
  }
  if (error?.code === "EACCES" || error?.code === "EPERM" || error?.code === "EROFS") {
    return new Failure(
      `No permission to write${where}.`,
      "Run as the owner of that folder, or set GAUNG_HOME to a folder that you own.",
      { cause: error },
    );
  }
  return error;
}
