import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { requestPasswordReset } from "~/modules/identity/commands/request-password-reset.server";
import { AuthLayout } from "~/modules/identity/components/auth-layout";
import { ForgotPasswordForm, ResetSent } from "~/modules/identity/components/forgot-password";
import { forgotPasswordSchema } from "~/modules/identity/identity.schemas";
import { contextFor } from "~/modules/identity/request-context.server";
import { resetSentCookie, sentAddress } from "~/modules/identity/reset-sent-cookie.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { clientKey } from "~/platform/http/client.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const t = await translatorOf(request, "identity");
  const sent = new URL(request.url).searchParams.has("terkirim") ? await sentAddress(request) : null;
  return { title: `${t("forgot.title")} · Gaung`, sent };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await contextFor(request);
  return formAction(request, forgotPasswordSchema, async ({ email }) => {
    await requestPasswordReset(ctx, { email, clientKey: clientKey(request) });
    const headers = { "Set-Cookie": await resetSentCookie(email) };
    return redirect("/lupa-sandi?terkirim", { status: 303, headers });
  });
});

export default function ForgotPasswordPage() {
  const { sent } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <AuthLayout
      title={sent ? t("forgot.sentTitle") : t("forgot.title")}
      description={sent ? undefined : t("forgot.description")}
    >
      {sent ? <ResetSent email={sent} /> : <ForgotPasswordForm lastResult={lastResult} />}
      <Link
        to="/masuk"
        className="inline-flex min-h-11 w-fit items-center font-semibold text-brand-ink text-sm underline-offset-4 hover:underline"
      >
        {t("forgot.back")}
      </Link>
    </AuthLayout>
  );
}
