import { Form, useFetcher, useLocation } from "@remix-run/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { PREFERENCES_PATH, type Theme, themes, useOptimisticTheme } from "~/ui/theme";
import { useHydrated } from "~/ui/use-hydrated";

const icons = { light: Sun, dark: Moon, system: Monitor };

/** `field` sits on the dyed indigo, `plain` on the page. */
export type PreferenceLook = "plain" | "field";

const trackClass: Record<PreferenceLook, string> = {
  plain: "border-line bg-surface-sunken",
  field: "border-field-line bg-field-deep/60",
};
const choiceClass: Record<PreferenceLook, string> = {
  plain:
    "text-ink-muted hover:text-ink aria-pressed:bg-surface-raised aria-pressed:text-ink aria-pressed:shadow-card",
  field: "text-on-field-muted hover:text-on-field aria-pressed:bg-field-active aria-pressed:text-on-field",
};
const track = "inline-flex items-center rounded-full border p-0.5";
const choice =
  "grid h-9 min-w-9 place-items-center rounded-full px-2 font-semibold text-xs pointer-coarse:h-10 pointer-coarse:min-w-10 [&_svg]:size-4";

/** Light, dark, or as the device says. */
export function ThemeToggle({
  theme,
  look = "plain",
  className,
}: {
  theme: Theme;
  look?: PreferenceLook;
  className?: string;
}) {
  const { t } = useTranslation("ui");
  const fetcher = useFetcher({ key: "theme" });
  const hydrated = useHydrated();
  const location = useLocation();
  const shown = useOptimisticTheme(theme);
  return (
    <fetcher.Form
      method="post"
      action={PREFERENCES_PATH}
      aria-label={t("theme.label")}
      className={cn(track, trackClass[look], className)}
    >
      {/* Without JavaScript the answer is a redirect back to this page. */}
      {hydrated ? null : (
        <input type="hidden" name="redirectTo" value={location.pathname + location.search} />
      )}
      {themes.map((name) => {
        const Icon = icons[name];
        return (
          <button
            key={name}
            type="submit"
            name="theme"
            value={name}
            aria-pressed={shown === name}
            aria-label={t(`theme.${name}`)}
            title={t(`theme.${name}`)}
            className={cn(choice, choiceClass[look])}
          >
            <Icon aria-hidden="true" />
          </button>
        );
      })}
    </fetcher.Form>
  );
}

export interface LanguageChoice {
  current: string;
  options?: { code: string; label: string; short: string }[];
}

const defaultLanguages = [
  { code: "id", label: "Bahasa Indonesia", short: "ID" },
  { code: "en", label: "English", short: "EN" },
];

/** The language switch. The page is loaded afresh, so that only one language's texts are ever sent. */
export function LanguageSwitch({
  language,
  look = "plain",
  className,
}: {
  language: LanguageChoice;
  look?: PreferenceLook;
  className?: string;
}) {
  const { t } = useTranslation("ui");
  const location = useLocation();
  return (
    <Form
      method="post"
      action={PREFERENCES_PATH}
      reloadDocument
      aria-label={t("language.label")}
      className={cn(track, trackClass[look], className)}
    >
      <input type="hidden" name="redirectTo" value={location.pathname + location.search} />
      {(language.options ?? defaultLanguages).map((option) => (
        <button
          key={option.code}
          type="submit"
          name="language"
          value={option.code}
          lang={option.code}
          aria-pressed={language.current === option.code}
          title={option.label}
          className={cn(choice, choiceClass[look])}
        >
          <span aria-hidden="true">{option.short}</span>
          <span className="sr-only">{option.label}</span>
        </button>
      ))}
    </Form>
  );
}
