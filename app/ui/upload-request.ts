import { type MessageParams, messageWith } from "~/ui/message";

export interface UploadOutcome {
  ok: boolean;
  /** What the server answered, when it was JSON. */
  body: unknown;
  /** A message key or text of what went wrong. */
  error?: string;
}

/**
 * Sends one file by XHR, which (other than fetch) tells how far it is.
 * @param onProgress share from 0 to 1.
 */
export function sendFile(options: {
  action: string;
  name: string;
  file: File;
  fields: Record<string, string>;
  onProgress: (share: number) => void;
}): { done: Promise<UploadOutcome>; abort: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadOutcome>((resolve) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) options.onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => resolve(outcomeOf(request.status, request.responseText)));
    request.addEventListener("error", () =>
      resolve({ ok: false, body: null, error: "ui:upload.errorNetwork" }),
    );
    request.addEventListener("abort", () =>
      resolve({ ok: false, body: null, error: "ui:upload.errorCancelled" }),
    );
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(options.fields)) form.append(name, value);
  form.append(options.name, options.file);
  request.open("POST", options.action);
  request.setRequestHeader("Accept", "application/json");
  request.send(form);
  return { done, abort: () => request.abort() };
}

/**
 * Reads the answer: any 2xx is success; otherwise the refusal's message key, `error`, or a problem's `detail` says
 * why.
 */
export function outcomeOf(status: number, text: string): UploadOutcome {
  const body = parseJson(text);
  if (status >= 200 && status < 300) return { ok: true, body };
  const said = refusalIn(body) ?? textIn(body, "error") ?? textIn(body, "detail");
  const general = status === 413 ? "ui:upload.errorTooLarge" : "ui:upload.errorServer";
  return { ok: false, body, error: said ?? general };
}

/** The message of a refused Remix action: `{ message: { key, params } }`. */
function refusalIn(body: unknown): string | undefined {
  const message: unknown =
    typeof body === "object" && body !== null ? Reflect.get(body, "message") : undefined;
  const key = textIn(message, "key");
  if (key === undefined || typeof message !== "object" || message === null) return undefined;
  const params: unknown = Reflect.get(message, "params");
  return typeof params === "object" && params !== null ? messageWith(key, params as MessageParams) : key;
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null || !(name in body)) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A proxy's error page is HTML: then only the status counts.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a file fits an `accept` list such as `image/*,.pdf`. An empty list takes everything. */
export function isAccepted(file: { name: string; type: string }, accept: string | undefined): boolean {
  if (!accept) return true;
  return accept.split(",").some((entry) => {
    const rule = entry.trim().toLowerCase();
    if (rule.startsWith(".")) return file.name.toLowerCase().endsWith(rule);
    if (rule.endsWith("/*")) return file.type.startsWith(rule.slice(0, -1));
    return file.type === rule;
  });
}

/** A size for people: "820 KB", "4,2 MB". */
export function sizeText(bytes: number, locale: string): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, "MB"] : [bytes / 1_000, "KB"];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: unit === "MB" ? 1 : 0 }).format(value)} ${unit}`;
}
