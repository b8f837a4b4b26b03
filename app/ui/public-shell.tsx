import { Link, NavLink, useLocation } from "@remix-run/react";
import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Logo, Pattern, Tumpal } from "~/ui/brand";
import { cn } from "~/ui/cn";
import { type LanguageChoice, LanguageSwitch, ThemeToggle } from "~/ui/preferences";
import { DemoNotice, SkipLink } from "~/ui/shell-parts";
import type { Theme } from "~/ui/theme";

export interface PublicLink {
  to: string;
  label: string;
}

export interface PublicShellProps {
  brandTo: string;
  nav?: PublicLink[];
  /** Buttons at the end of the header: sign in, sign up. */
  actions?: ReactNode;
  footerLinks?: PublicLink[];
  language: LanguageChoice;
  theme: Theme;
  demoNotice?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages that anybody may see. */
export function PublicShell(props: PublicShellProps) {
  const { brandTo, nav = [], actions, language, theme, demoNotice, children } = props;
  const { t } = useTranslation("ui");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {demoNotice ? <DemoNotice>{demoNotice}</DemoNotice> : null}
      <header className="sticky top-0 z-40 border-line border-b bg-ground/90 backdrop-blur-md">
        <div className="mx-auto flex h-16 max-w-7xl items-center gap-4 px-4 sm:px-6 lg:px-8">
          <Link to={brandTo} className="mr-auto rounded-control py-1.5">
            <Logo />
          </Link>
          {nav.length > 0 ? (
            <nav aria-label={t("shell.mainNav")} className="hidden items-center gap-1 md:flex">
              {nav.map((item) => (
                <PublicNavLink key={item.to} item={item} />
              ))}
            </nav>
          ) : null}
          <div className="hidden items-center gap-2 md:flex">
            <LanguageSwitch language={language} />
            <ThemeToggle theme={theme} />
          </div>
          {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
          <PhoneMenu nav={nav} language={language} theme={theme} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <PublicFooter {...props} />
    </div>
  );
}

function PublicNavLink({ item }: { item: PublicLink }) {
  return (
    <NavLink
      to={item.to}
      prefetch="intent"
      className={({ isActive }) =>
        cn(
          "inline-flex min-h-11 items-center rounded-control px-3 font-medium text-ink-muted text-sm hover:text-ink",
          isActive && "font-semibold text-brand-ink",
        )
      }
    >
      {item.label}
    </NavLink>
  );
}

function PhoneMenu({ nav, language, theme }: { nav: PublicLink[]; language: LanguageChoice; theme: Theme }) {
  const { t } = useTranslation("ui");
  const location = useLocation();
  return (
    <details key={location.key} className="md:hidden">
      <summary className="-mr-2 grid size-11 list-none place-items-center rounded-control [&::-webkit-details-marker]:hidden">
        <MenuIcon aria-hidden="true" className="size-6" />
        <span className="sr-only">{t("shell.menu")}</span>
      </summary>
      <div className="absolute inset-x-0 top-full flex animate-fade flex-col gap-3 border-line border-b bg-surface-raised px-4 pt-2 pb-5 shadow-pop">
        {nav.length > 0 ? (
          <nav aria-label={t("shell.allPages")} className="flex flex-col">
            {nav.map((item) => (
              <PublicNavLink key={item.to} item={item} />
            ))}
          </nav>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
          <LanguageSwitch language={language} />
          <ThemeToggle theme={theme} />
        </div>
      </div>
    </details>
  );
}

function PublicFooter({ brandTo, footerLinks = [] }: PublicShellProps) {
  const { t } = useTranslation("ui");
  return (
    <footer className="mt-16">
      <Tumpal className="text-field-deep" />
      <div className="relative isolate overflow-hidden bg-field-deep text-on-field">
        <Pattern name="kawung" className="-z-10 text-field-accent opacity-[0.06]" />
        <div className="mx-auto flex max-w-7xl flex-col gap-6 px-4 py-10 sm:px-6 md:flex-row md:items-end md:justify-between lg:px-8">
          <div className="max-w-md">
            <Link to={brandTo} className="inline-block rounded-control">
              <Logo onField />
            </Link>
            <p className="mt-3 text-on-field-muted text-sm">{t("shell.tagline")}</p>
          </div>
          {footerLinks.length > 0 ? (
            <nav aria-label={t("shell.footerNav")} className="flex flex-wrap gap-x-6">
              {footerLinks.map((item) => (
                <Link
                  key={item.to}
                  to={item.to}
                  className="inline-flex min-h-11 items-center text-on-field-muted text-sm underline-offset-4 hover:text-on-field hover:underline"
                >
                  {item.label}
                </Link>
              ))}
            </nav>
          ) : null}
        </div>
      </div>
    </footer>
  );
}
