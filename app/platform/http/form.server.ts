import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { type AppError, isAppError, type UserMessage } from "~/kernel/app-error";
import { refusalResponse } from "./route.server";

/** What a form gets back when it was refused: conform's `lastResult`. */
export type FormReply = SubmissionResult<string[]>;

type FormOptions = {
  /** Fields whose typed value must not travel back to the browser; those named like a password never do. */
  hideFields?: string[];
};

/** What no other input would mend. */
const BEYOND_THE_FORM: ReadonlySet<AppError["code"]> = new Set(["unauthenticated", "forbidden", "not_found"]);

/** A message key with its parameters as one string, the way `~/ui/message` takes it apart. */
export function messageText(message: UserMessage): string {
  return message.params ? `${message.key}|${JSON.stringify(message.params)}` : message.key;
}

function errorsOf(error: AppError): { formErrors: string[]; fieldErrors: Record<string, string[]> } {
  const fields = Object.entries(error.fields);
  const fieldErrors = Object.fromEntries(fields.map(([path, messages]) => [path, messages.map(messageText)]));
  // With errors at fields, the general sentence of the code says nothing more; a sentence of its own does.
  const general = error.userMessage.key.startsWith("ui:errors.");
  return { formErrors: fields.length > 0 && general ? [] : [messageText(error.userMessage)], fieldErrors };
}

/**
 * An action's whole course: parses the form by the schema, runs the command and answers. Faulty input, and an AppError
 * of the command that the person can mend, come back as conform's `lastResult` with what was typed; an AppError that
 * no typing mends (`unauthenticated`, `forbidden`, `not_found`) is thrown as a Response for the error boundary.
 * @param source the request, or its FormData where the route read it already (pages with several forms).
 */
export async function formAction<Schema extends z.ZodType, Result>(
  source: Request | FormData,
  schema: Schema,
  run: (input: z.output<Schema>, form: FormData) => Promise<Result>,
  options: FormOptions = {},
) {
  const form = source instanceof FormData ? source : await source.formData();
  const submission = parseWithZod(form, { schema });
  const hideFields = [
    ...(options.hideFields ?? []),
    ...[...form.keys()].filter((key) => /password/i.test(key)),
  ];
  if (submission.status !== "success") {
    return data<FormReply>(submission.reply({ hideFields }), { status: 422 });
  }
  try {
    return await run(submission.value as z.output<Schema>, form);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (BEYOND_THE_FORM.has(error.code)) throw refusalResponse(error);
    const reply = submission.reply({ ...errorsOf(error), hideFields });
    return data<FormReply>(reply, { status: error.status });
  }
}
