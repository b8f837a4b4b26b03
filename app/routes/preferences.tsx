import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { isLanguage } from "~/i18n";
import { preferenceCookie } from "~/preferences.server";
import { safePath } from "~/ui/safe-path";
import { isTheme } from "~/ui/theme";

export const handle = { access: "public" };

/** Somebody who opens the address itself goes home. */
export function loader() {
  return redirect("/");
}

/** Keeps theme and language in cookies. With `redirectTo` it sends the browser back there, within this site. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = form.get("theme");
  const language = form.get("language");
  const headers = new Headers();
  if (isTheme(theme)) headers.append("Set-Cookie", preferenceCookie("theme", theme));
  if (isLanguage(language)) headers.append("Set-Cookie", preferenceCookie("lang", language));
  if (form.has("redirectTo")) {
    return redirect(safePath(form.get("redirectTo")), { status: 303, headers });
  }
  return data({ ok: true }, { headers });
}
