import { isLanguage, type Language } from "~/i18n";
import { isTheme, type Theme } from "~/ui/theme";

const YEAR_SECONDS = 31_536_000;

/** The language of the `lang` cookie; null where there is none that we speak. */
export function languageCookie(request: Request): Language | null {
  const value = cookieValue(request, "lang");
  return isLanguage(value) ? value : null;
}

/** The theme of the `theme` cookie; `system` where nothing was chosen. */
export function themeOf(request: Request): Theme {
  const value = cookieValue(request, "theme");
  return isTheme(value) ? value : "system";
}

/** A plain cookie for a year. It holds no secret: the values are one of a few known words. */
export function preferenceCookie(name: "lang" | "theme", value: Language | Theme): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;
}

function cookieValue(request: Request, name: string): string | undefined {
  const header = request.headers.get("Cookie") ?? "";
  return header
    .split(";")
    .map((part) => part.trim().split("="))
    .find(([key]) => key === name)?.[1];
}
