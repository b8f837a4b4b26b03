import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/modules/identity/commands/sign-out.server";
import { contextFor } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { endedSessionCookie, readSessionToken } from "~/modules/identity/session-cookie.server";
import { redirectWithToast } from "~/ui/flash.server";
import { safePath } from "~/ui/safe-path";

export const handle: RouteHandle = { access: "public" };

/** Signing out changes something, so following a link does not do it. */
export function loader() {
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await contextFor(request);
  const form = await request.formData();
  const token = readSessionToken(request);
  if (token) await signOut(ctx, { token });
  return redirectWithToast(
    safePath(form.get("ke"), "/masuk"),
    { message: "identity:signIn.signedOut" },
    { headers: { "Set-Cookie": endedSessionCookie() } },
  );
}
