import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { answerAccountForm } from "~/modules/identity/account-forms.server";
import { OwnRoles } from "~/modules/identity/components/own-roles";
import { PasswordSection } from "~/modules/identity/components/password-section";
import { ProfileSection } from "~/modules/identity/components/profile-section";
import { resultFor } from "~/modules/identity/components/result-for";
import { SessionList } from "~/modules/identity/components/session-list";
import { ownAccount } from "~/modules/identity/queries/own-account.server";
import { ownSessions } from "~/modules/identity/queries/own-sessions.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { readSessionToken } from "~/modules/identity/session-cookie.server";
import { guarded } from "~/platform/http/route.server";
import { preferenceCookie } from "~/preferences.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "account.own" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "account.own");
  const t = await translatorOf(request, "identity");
  return {
    title: `${t("account.title")} · Gaung`,
    account: await ownAccount(ctx),
    sessions: await ownSessions(ctx, { currentToken: readSessionToken(request) }),
  };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "account.own");
  const form = await request.formData();
  return answerAccountForm(ctx, form, {
    currentToken: readSessionToken(request) ?? "",
    done: async (message, locale) =>
      redirectWithToast(
        "/akun",
        { message },
        locale ? { headers: { "Set-Cookie": preferenceCookie("lang", locale) } } : {},
      ),
  });
});

export default function AccountPage() {
  const { account, sessions } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <Page width="narrow">
      <PageHeader title={t("account.title")} description={account.email} />
      <OwnRoles memberships={account.memberships} />
      <ProfileSection account={account} lastResult={resultFor("profile", lastResult)} />
      <PasswordSection account={account} lastResult={resultFor("password", lastResult)} />
      <SessionList sessions={sessions} />
    </Page>
  );
}
