import { useFetchers } from "@remix-run/react";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

export const PREFERENCES_PATH = "/preferences";

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

/** The theme to show now: the one just chosen while it is on its way, otherwise the one of the cookie. */
export function useOptimisticTheme(stored: Theme): Theme {
  const sent = useFetchers()
    .find((fetcher) => fetcher.formAction === PREFERENCES_PATH)
    ?.formData?.get("theme");
  return isTheme(sent) ? sent : stored;
}
