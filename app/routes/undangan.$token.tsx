import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageOf, translatorOf } from "~/i18n.server";
import { HOME } from "~/modules/identity/anonymous-only.server";
import {
  acceptInvitationAsMember,
  acceptInvitationAsNew,
} from "~/modules/identity/commands/accept-invitation.server";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { AuthLayout } from "~/modules/identity/components/auth-layout";
import { InvitationAnswer, InvitationClosed } from "~/modules/identity/components/invitation-answer";
import { acceptInvitationSchema } from "~/modules/identity/identity.schemas";
import { invitationByToken } from "~/modules/identity/queries/invitation-by-token.server";
import { contextFor } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { sessionCookie } from "~/modules/identity/session-cookie.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { useFormat } from "~/ui/format";

export const handle: RouteHandle = { access: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  // The address holds a secret: no other site is told it. (`no-referrer` would blank the form's Origin as well.)
  { name: "referrer", content: "same-origin" },
];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await contextFor(request);
  const invitation = await invitationByToken(ctx, { token: params.token ?? "" });
  const t = await translatorOf(request, "identity");
  const { actor } = ctx;
  return {
    title: `${t("invitation.pageTitle")} · Gaung`,
    invitation,
    reader: actor.kind === "user" ? { name: actor.name, email: actor.email } : null,
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await contextFor(request);
  const token = params.token ?? "";
  const invitation = await invitationByToken(ctx, { token });
  const t = await translatorOf(request, "identity");
  const place = invitation?.place ?? t("place.nation");
  const toast = { message: "identity:invitation.done", params: { place } };
  if (ctx.actor.kind === "user") {
    await acceptInvitationAsMember(ctx, { token });
    return redirectWithToast(HOME, toast);
  }
  return formAction(request, acceptInvitationSchema, async ({ name, password }) => {
    const locale = await languageOf(request);
    const { userId } = await acceptInvitationAsNew(ctx, { token, name, password, locale });
    const device = { userAgent: request.headers.get("User-Agent") };
    const session = await openSession(ctx, { userId, device });
    return redirectWithToast(HOME, toast, { headers: { "Set-Cookie": sessionCookie(session) } });
  });
});

export default function InvitationPage() {
  const { invitation, reader } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  const format = useFormat();
  if (invitation?.state !== "open") return <InvitationClosed state={invitation?.state ?? "unknown"} />;
  const place = invitation.place ?? t("place.nation");
  const by = invitation.invitedBy;
  return (
    <AuthLayout
      eyebrow={t("invitation.eyebrow")}
      title={t("invitation.title", { role: t(`role.${invitation.role}`) })}
      description={
        <>
          {by ? t("invitation.byAt", { name: by, place }) : t("invitation.at", { place })}{" "}
          {t("invitation.until", { date: format.dateTime(invitation.expiresAt) })}
        </>
      }
    >
      <InvitationAnswer invitation={invitation} reader={reader} lastResult={lastResult} />
    </AuthLayout>
  );
}
