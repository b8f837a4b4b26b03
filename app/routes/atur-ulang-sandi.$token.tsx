import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { resetPassword } from "~/modules/identity/commands/reset-password.server";
import { AuthLayout } from "~/modules/identity/components/auth-layout";
import { ResetPasswordForm } from "~/modules/identity/components/reset-password-form";
import { newPasswordSchema } from "~/modules/identity/identity.schemas";
import { openReset } from "~/modules/identity/queries/open-reset.server";
import { contextFor } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { endedSessionCookie } from "~/modules/identity/session-cookie.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { ButtonLink } from "~/ui/button";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  // The address holds a secret: no other site is told it. (`no-referrer` would blank the form's Origin as well.)
  { name: "referrer", content: "same-origin" },
];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await contextFor(request);
  const person = await openReset(ctx, { token: params.token ?? "" });
  const t = await translatorOf(request, "identity");
  return {
    title: `${t("reset.title")} · Gaung`,
    person: person ? { name: person.name, email: person.email } : null,
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await contextFor(request);
  return formAction(request, newPasswordSchema, async ({ password }) => {
    await resetPassword(ctx, { token: params.token ?? "", password });
    const toast = { message: "identity:signIn.passwordReset" };
    return redirectWithToast("/masuk", toast, { headers: { "Set-Cookie": endedSessionCookie() } });
  });
});

export default function ResetPasswordPage() {
  const { person } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  if (!person) {
    return (
      <AuthLayout title={t("reset.spentTitle")} description={t("reset.spentText")}>
        <ButtonLink to="/lupa-sandi" size="lg">
          {t("reset.askAgain")}
        </ButtonLink>
      </AuthLayout>
    );
  }
  return (
    <AuthLayout title={t("reset.title")} description={t("reset.description", { email: person.email })}>
      <ResetPasswordForm lastResult={lastResult} person={person} />
    </AuthLayout>
  );
}
