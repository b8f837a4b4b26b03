import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageOf, translatorOf } from "~/i18n.server";
import { registerInfluencer } from "~/modules/creators/commands/register-influencer.server";
import { requireAnonymous } from "~/modules/identity/anonymous-only.server";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { AuthLayout } from "~/modules/identity/components/auth-layout";
import { RegisterForm } from "~/modules/identity/components/register-form";
import { registerSchema } from "~/modules/identity/identity.schemas";
import type { RouteHandle } from "~/modules/identity/route-access";
import { sessionCookie } from "~/modules/identity/session-cookie.server";
import { clientKey } from "~/platform/http/client.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "anonymous-only" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  await requireAnonymous(request);
  const t = await translatorOf(request, "identity");
  return { title: `${t("register.title")} · Gaung` };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireAnonymous(request);
  return formAction(request, registerSchema, async ({ name, email, password }) => {
    const locale = await languageOf(request);
    const { userId } = await registerInfluencer(ctx, {
      name,
      email,
      password,
      locale,
      clientKey: clientKey(request),
    });
    const token = await openSession(ctx, {
      userId,
      device: { userAgent: request.headers.get("User-Agent") },
    });
    const toast = { message: "identity:register.done", params: { name } };
    return redirectWithToast("/profil", toast, { headers: { "Set-Cookie": sessionCookie(token) } });
  });
});

export default function RegisterPage() {
  const { t } = useTranslation("identity");
  return (
    <AuthLayout title={t("register.title")} description={t("register.description")}>
      <RegisterForm lastResult={useActionData<typeof action>()} />
      <div className="flex flex-col gap-1 text-sm">
        <p>
          {t("register.haveAccount")}{" "}
          <Link
            to="/masuk"
            className="inline-flex min-h-11 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {t("register.signIn")}
          </Link>
        </p>
        <p className="text-ink-muted">{t("register.officerHint")}</p>
      </div>
    </AuthLayout>
  );
}
