import { Form, Link, useLocation } from "@remix-run/react";
import { LogOut, Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "~/ui/avatar";
import { Logo, Pattern } from "~/ui/brand";
import { type LanguageChoice, LanguageSwitch, ThemeToggle } from "~/ui/preferences";
import { BottomLink, type NavItem, SideLink } from "~/ui/shell-nav";
import { DemoNotice, SkipLink } from "~/ui/shell-parts";
import type { Theme } from "~/ui/theme";

export { PublicShell } from "~/ui/public-shell";

export interface ShellUser {
  name: string;
  roleLabel: string;
}

export interface AppShellProps {
  brandTo: string;
  nav: NavItem[];
  /** Lines below the main ones: account, settings. */
  secondaryNav?: NavItem[];
  user?: ShellUser | undefined;
  /** Where the sign-out form is posted. Without it there is no sign-out button. */
  signOutAction?: string;
  language: LanguageChoice;
  theme: Theme;
  demoNotice?: ReactNode;
  children: ReactNode;
}

/** The most places that fit beside each other at the foot of a phone, each wide enough for a thumb. */
const PHONE_BAR = 6;

/** The frame of the signed-in pages: an indigo sidebar on wide screens; a bar above and one below on the phone. */
export function AppShell(props: AppShellProps) {
  const { nav, demoNotice, children } = props;
  const { t } = useTranslation("ui");
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[16.5rem_minmax(0,1fr)]">
      <SkipLink />
      <Sidebar {...props} />
      <PhoneBar {...props} />
      <div className="flex min-h-dvh min-w-0 flex-col pb-[calc(3.75rem+env(safe-area-inset-bottom))] lg:pb-0">
        {demoNotice ? <DemoNotice>{demoNotice}</DemoNotice> : null}
        <main id="main" tabIndex={-1} className="grow outline-none">
          {children}
        </main>
      </div>
      <nav
        aria-label={t("shell.mainNav")}
        className="fixed inset-x-0 bottom-0 z-40 flex border-line border-t bg-surface-raised/95 pb-[env(safe-area-inset-bottom)] shadow-[0_-8px_24px_-16px_hsl(var(--shade)/0.35)] backdrop-blur lg:hidden"
      >
        {nav.slice(0, PHONE_BAR).map((item) => (
          <BottomLink key={item.to} item={item} />
        ))}
      </nav>
    </div>
  );
}

function Sidebar({ brandTo, nav, secondaryNav = [], user, signOutAction, language, theme }: AppShellProps) {
  const { t } = useTranslation("ui");
  return (
    <header className="dyed sticky top-0 isolate hidden h-dvh flex-col overflow-hidden lg:flex">
      <Pattern
        name="parang"
        className="-z-10 text-field-accent opacity-[0.07] [mask-image:linear-gradient(to_top,black,transparent_55%)]"
      />
      <Link to={brandTo} className="mx-5 my-6 w-fit rounded-control">
        <Logo onField />
      </Link>
      <nav aria-label={t("shell.mainNav")} className="flex grow flex-col gap-1 overflow-y-auto px-3">
        {nav.map((item) => (
          <SideLink key={item.to} item={item} />
        ))}
        {secondaryNav.length > 0 ? <hr className="mx-3 my-3 border-field-line" /> : null}
        {secondaryNav.map((item) => (
          <SideLink key={item.to} item={item} />
        ))}
      </nav>
      <div className="flex flex-col gap-4 border-field-line border-t px-4 py-4">
        <div className="flex items-center justify-between gap-2">
          <LanguageSwitch language={language} look="field" />
          <ThemeToggle theme={theme} look="field" />
        </div>
        {user ? <UserLine user={user} signOutAction={signOutAction} /> : null}
      </div>
    </header>
  );
}

function PhoneBar({ brandTo, nav, secondaryNav = [], user, signOutAction, language, theme }: AppShellProps) {
  const { t } = useTranslation("ui");
  const location = useLocation();
  return (
    <header className="dyed sticky top-0 z-40 flex h-15 items-center justify-between px-4 lg:hidden">
      <Link to={brandTo} className="rounded-control py-1.5">
        <Logo onField className="text-[1.3rem] [&>svg]:size-8" />
      </Link>
      {/* A new place closes the menu: the key makes it a new element. */}
      <details key={location.key} className="group">
        <summary className="-mr-2 flex min-h-11 list-none items-center gap-2 rounded-control px-2 font-semibold text-sm [&::-webkit-details-marker]:hidden">
          {user ? <Avatar name={user.name} size="sm" /> : null}
          <MenuIcon aria-hidden="true" className="size-6" />
          <span className="sr-only">{t("shell.menu")}</span>
        </summary>
        <div className="dyed absolute inset-x-0 top-full flex max-h-[calc(100dvh-3.75rem)] animate-fade flex-col gap-4 overflow-y-auto border-field-line border-t px-4 pt-3 pb-6 shadow-pop">
          <nav aria-label={t("shell.allPages")} className="flex flex-col gap-1">
            {[...nav, ...secondaryNav].map((item) => (
              <SideLink key={item.to} item={item} />
            ))}
          </nav>
          <div className="flex flex-wrap items-center justify-between gap-3 border-field-line border-t pt-4">
            <LanguageSwitch language={language} look="field" />
            <ThemeToggle theme={theme} look="field" />
          </div>
          {user ? <UserLine user={user} signOutAction={signOutAction} /> : null}
        </div>
      </details>
    </header>
  );
}

function UserLine({ user, signOutAction }: { user: ShellUser; signOutAction: string | undefined }) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex items-center gap-3">
      <Avatar name={user.name} />
      <div className="min-w-0 grow leading-tight">
        <p className="truncate font-semibold text-sm">{user.name}</p>
        <p className="truncate text-on-field-muted text-xs">{user.roleLabel}</p>
      </div>
      {signOutAction ? (
        <Form method="post" action={signOutAction}>
          <button
            type="submit"
            title={t("shell.signOut")}
            className="grid size-11 place-items-center rounded-control text-on-field-muted hover:bg-field-active hover:text-on-field"
          >
            <LogOut aria-hidden="true" className="size-5" />
            <span className="sr-only">{t("shell.signOut")}</span>
          </button>
        </Form>
      ) : null}
    </div>
  );
}
