import { createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import type { FlashToast, ToastContent } from "~/ui/toast";

const toastCookie = createCookie("toast", { path: "/", sameSite: "lax", httpOnly: true, maxAge: 60 });

const toastSchema = z.object({
  id: z.string().max(64),
  tone: z.enum(["success", "info", "danger"]).optional(),
  message: z.string().max(300),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** The header that makes the next page show a toast. `message` is a message key such as `campaigns:done.published`. */
export async function toastHeader(toast: ToastContent): Promise<string> {
  return toastCookie.serialize({ ...toast, id: crypto.randomUUID() });
}

/** Redirects (303) and says on the next page what was done. */
export async function redirectWithToast(to: string, toast: ToastContent, init: ResponseInit = {}) {
  const headers = new Headers(init.headers);
  headers.append("Set-Cookie", await toastHeader(toast));
  return redirect(to, { status: 303, ...init, headers });
}

/** The toast waiting in this request, with the header that takes it away; an unreadable one is dropped. */
export async function readToast(
  request: Request,
): Promise<{ toast: FlashToast | null; clear: string | null }> {
  const raw: unknown = await toastCookie.parse(request.headers.get("Cookie"));
  if (raw === null) return { toast: null, clear: null };
  const parsed = toastSchema.safeParse(raw);
  return {
    toast: parsed.success ? parsed.data : null,
    clear: await toastCookie.serialize("", { maxAge: 0 }),
  };
}
