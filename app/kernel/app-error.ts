/** What went wrong, in one word. The HTTP status follows from it in one place. */
export const ERROR_STATUS = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  too_many: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A text for a person: a message key such as `claims:error.slotsFull`, with its parameters. */
export type UserMessage = { key: string; params?: Record<string, string | number> };

/** Turns a message key into text in the reader's language. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

type AppErrorOptions = {
  /** What the person reads. Without it, a general sentence for the code is shown. */
  message?: UserMessage;
  /** Errors of single fields of the input, by path (`brief.slots`). */
  fields?: Record<string, UserMessage[]>;
  /** For `too_many` and `unavailable`: when to try again, in seconds. */
  retryAfterSeconds?: number;
  cause?: unknown;
};

/**
 * The one error that commands and queries throw on purpose. `message` is for the log and may name ids but no
 * secrets; `userMessage` is for the person and is translated at the edge.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: UserMessage;
  readonly fields: Record<string, UserMessage[]>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, logMessage: string, options: AppErrorOptions = {}) {
    super(logMessage, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.userMessage = options.message ?? { key: `ui:errors.${code}` };
    this.fields = options.fields ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** HTTP status of this error's code. */
  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** True for errors that are the caller's to mend and not a fault of the program. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error;
}
