import { createCookie } from "@remix-run/node";

/** Carries the address that was typed over to the page that says "check your mail", and nowhere into an address bar. */
const cookie = createCookie("reset-sent", {
  path: "/lupa-sandi",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 600,
});

export function resetSentCookie(email: string): Promise<string> {
  return cookie.serialize(email);
}

/** The address typed in the last ten minutes; null where there is none. */
export async function sentAddress(request: Request): Promise<string | null> {
  const value: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof value === "string" ? value : null;
}
