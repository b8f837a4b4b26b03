import { AppError, type UserMessage } from "~/kernel/app-error";
import { readBytes } from "~/platform/http/body.server";
import { type ConversionRequest, conversionRequestSchema } from "./conversion.schemas";

/** The largest body taken, in bytes: many times what an order with twenty click marks needs. */
export const MAX_BODY_BYTES = 16 * 1024;

/**
 * Reads the body of `POST /api/v1/conversions`.
 * @throws AppError `unsupported_media`, `too_large`, `malformed` (no JSON), `invalid` with the fields at fault.
 */
export async function readConversionRequest(request: Request): Promise<ConversionRequest> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw refusal("unsupported_media", "contentType", "body is not declared as JSON");
  }
  const parsed = conversionRequestSchema.safeParse(
    parseJson(decodeText(await readBytes(request, MAX_BODY_BYTES))),
  );
  if (parsed.success) return parsed.data;
  const fields: Record<string, UserMessage[]> = {};
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
    for (const path of unknown) fields[path] = [...(fields[path] ?? []), messageOf(issue.message)];
  }
  throw new AppError("invalid", "conversion has faulty fields", { fields });
}

/** Our own messages are keys; zod's own sentences (an unknown field) are shown by the general one. */
function messageOf(text: string): UserMessage {
  return { key: text.startsWith("tracking:") ? text : "ui:field.invalid" };
}

/** @throws AppError `malformed` where the bytes are no UTF-8 */
export function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw refusal("malformed", "json", "body is not UTF-8");
    throw cause;
  }
}

/** @throws AppError `malformed` where the text is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw refusal("malformed", "json", "body is not JSON");
    throw cause;
  }
}

function refusal(code: "unsupported_media" | "malformed", key: string, logMessage: string): AppError {
  return new AppError(code, logMessage, { message: { key: `tracking:error.${key}` } });
}
