import type { AppError } from "~/kernel/app-error";
import type { StoredReason } from "../delivery";

/** What an officer is told of a refusal: the message of the first field at fault, else the error's own. */
export function reasonOf(error: AppError): StoredReason {
  const [message = error.userMessage] = Object.values(error.fields).flat();
  return { key: message.key, ...(message.params ? { params: message.params } : {}) };
}
