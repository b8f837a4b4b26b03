import jakartaLatin from "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { defaultLanguage } from "~/i18n";
import { languageOf } from "~/i18n.server";
import { contextFor } from "~/modules/identity/request-context.server";
import { deviceMarkCookie } from "~/modules/tracking/device-mark.server";
import { navigationOf } from "~/navigation.server";
import { env } from "~/platform/env.server";
import { themeOf } from "~/preferences.server";
import { RootShell } from "~/root-shell";
import { ErrorPage } from "~/ui/error-page";
import { readToast } from "~/ui/flash.server";
import { messageWith, useMessage } from "~/ui/message";
import { NavigationProgress } from "~/ui/navigation-progress";
import { useNonce } from "~/ui/nonce";
import { useOptimisticTheme } from "~/ui/theme";
import { ToastProvider } from "~/ui/toast";
import "~/ui/tailwind.css";

export const links: LinksFunction = () => [
  { rel: "preload", href: jakartaLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icon-180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction = () => [{ title: "Gaung" }];

export const handle = { access: "public" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { toast, clear } = await readToast(request);
  const headers = new Headers();
  if (clear) headers.append("Set-Cookie", clear);
  const ctx = await contextFor(request);
  const mark = deviceMarkCookie(ctx.actor, request.headers.get("Cookie"));
  if (mark) headers.append("Set-Cookie", mark);
  const [language, navigation] = await Promise.all([languageOf(request), navigationOf(ctx)]);
  return data({ language, theme: themeOf(request), toast, navigation, demo: env().GAUNG_DEMO }, { headers });
}

/** The document around every page, also around the error page, when the loader's data may be missing. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { i18n } = useTranslation();
  const theme = useOptimisticTheme(root?.theme ?? "system");
  const nonce = useNonce();
  return (
    <html lang={root?.language ?? i18n.language ?? defaultLanguage} className={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <meta name="format-detection" content="telephone=no" />
        <ThemeColor theme={theme} />
        <Meta />
        <Links />
      </head>
      <body>
        <ToastProvider flash={root?.toast}>
          <NavigationProgress />
          {children}
        </ToastProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** The colour of the browser's own frame: the indigo of the bar at the top. Meta tags cannot read tokens. */
function ThemeColor({ theme }: { theme: string }) {
  const light = "#132656";
  const dark = "#0f1c3d";
  if (theme !== "system") return <meta name="theme-color" content={theme === "dark" ? dark : light} />;
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark} />
    </>
  );
}

export default function Root() {
  const bringsOwnShell = useMatches().some((match) => hasOwnShell(match.handle));
  if (bringsOwnShell) return <Outlet />;
  return (
    <RootShell>
      <Outlet />
    </RootShell>
  );
}

/** Routes whose `handle` says `shell: "own"` are shown bare. */
function hasOwnShell(handle: unknown): boolean {
  return typeof handle === "object" && handle !== null && "shell" in handle && handle.shell === "own";
}

/** What a loader may throw for the person to read: a message key and its parameters. */
interface Refusal {
  message: { key: string; params?: Record<string, string | number> };
}

function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== "object" || value === null || !("message" in value)) return false;
  const { message } = value;
  return (
    typeof message === "object" && message !== null && "key" in message && typeof message.key === "string"
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const message = useMessage();
  const response = isRouteErrorResponse(error) ? error : null;
  const refusal = response && isRefusal(response.data) ? response.data.message : null;
  // The general sentences of the codes are said better, and longer, by the page itself.
  const own = refusal && !refusal.key.startsWith("ui:errors.") ? refusal : null;
  return (
    <RootShell>
      <ErrorPage
        status={response?.status ?? 500}
        message={own ? message(messageWith(own.key, own.params ?? {})) : undefined}
      />
    </RootShell>
  );
}
