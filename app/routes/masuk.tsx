import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { HOME, requireAnonymous } from "~/modules/identity/anonymous-only.server";
import { signIn } from "~/modules/identity/commands/sign-in.server";
import { AuthLayout } from "~/modules/identity/components/auth-layout";
import { DemoAccounts } from "~/modules/identity/components/demo-accounts";
import { SignInForm } from "~/modules/identity/components/sign-in-form";
import { signInSchema } from "~/modules/identity/identity.schemas";
import { DEMO_PASSWORD, demoAccounts } from "~/modules/identity/queries/demo-accounts.server";
import { userLocale } from "~/modules/identity/queries/user-locale.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { readSessionToken, sessionCookie } from "~/modules/identity/session-cookie.server";
import { clientKey } from "~/platform/http/client.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { languageCookie, preferenceCookie } from "~/preferences.server";
import { safePath } from "~/ui/safe-path";

export const handle: RouteHandle = { access: "anonymous-only" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const params = new URL(request.url).searchParams;
  const ctx = await requireAnonymous(request, safePath(params.get("ke"), HOME));
  const accounts = await demoAccounts(ctx);
  const chosen = accounts.find((account) => account.email === params.get("demo"));
  const t = await translatorOf(request, "identity");
  return {
    title: `${t("signIn.title")} · Gaung`,
    returnTo: params.get("ke"),
    accounts,
    filled: chosen ? { email: chosen.email, password: DEMO_PASSWORD } : null,
  };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireAnonymous(request);
  return formAction(request, signInSchema, async ({ email, password, ke }) => {
    const device = { userAgent: request.headers.get("User-Agent") };
    const formerToken = readSessionToken(request);
    const client = clientKey(request);
    const { token, userId } = await signIn(ctx, { email, password, clientKey: client, device, formerToken });
    const headers = new Headers({ "Set-Cookie": sessionCookie(token) });
    // Who has chosen a language on this device keeps it; a new device speaks the account's.
    if (!languageCookie(request)) {
      headers.append("Set-Cookie", preferenceCookie("lang", await userLocale(ctx, { userId })));
    }
    return redirect(safePath(ke, HOME), { status: 303, headers });
  });
});

export default function SignInPage() {
  const { returnTo, accounts, filled } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  return (
    <AuthLayout title={t("signIn.title")} description={t("signIn.description")}>
      <SignInForm
        key={filled?.email ?? ""}
        lastResult={useActionData<typeof action>()}
        returnTo={returnTo}
        filled={filled}
      />
      <div className="flex flex-col gap-1 text-sm">
        <p>
          {t("signIn.noAccount")}{" "}
          <Link
            to="/daftar"
            className="inline-flex min-h-11 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {t("signIn.register")}
          </Link>
        </p>
        <p className="text-ink-muted">{t("signIn.officers")}</p>
      </div>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} chosen={filled?.email ?? null} /> : null}
    </AuthLayout>
  );
}
