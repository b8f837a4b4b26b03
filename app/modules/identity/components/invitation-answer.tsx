import type { SubmissionResult } from "@conform-to/react";
import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Alert } from "~/ui/feedback";
import { SubmitButton } from "~/ui/form";
import type { InvitationState } from "../invitation-rules";
import type { InvitationView } from "../queries/invitation-by-token.server";
import { AcceptInvitationForm } from "./accept-invitation-form";
import { AuthLayout } from "./auth-layout";

type Reader = { name: string; email: string } | null;

/** What the reader can do with an open invitation: make an account, sign in, accept, or change the account. */
export function InvitationAnswer({
  invitation,
  reader,
  lastResult,
}: {
  invitation: InvitationView;
  reader: Reader;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useTranslation("identity");
  const { pathname } = useLocation();
  if (reader && reader.email !== invitation.email)
    return <ForSomebodyElse invitation={invitation} reader={reader} />;
  if (reader) {
    return (
      <Form method="post" className="flex flex-col gap-5">
        <p>{t("invitation.acceptAs", { name: reader.name })}</p>
        <SubmitButton size="lg" pendingLabel={t("invitation.accepting")}>
          {t("invitation.accept")}
        </SubmitButton>
      </Form>
    );
  }
  if (invitation.hasAccount) {
    return (
      <div className="flex flex-col gap-5">
        <p>{t("invitation.signInText", { email: invitation.email })}</p>
        <ButtonLink to={`/masuk?ke=${encodeURIComponent(pathname)}`} size="lg">
          {t("invitation.signIn")}
        </ButtonLink>
      </div>
    );
  }
  return <AcceptInvitationForm email={invitation.email} lastResult={lastResult} />;
}

function ForSomebodyElse({
  invitation,
  reader,
}: {
  invitation: InvitationView;
  reader: NonNullable<Reader>;
}) {
  const { t } = useTranslation("identity");
  const { pathname } = useLocation();
  return (
    <Alert
      tone="warning"
      title={t("invitation.otherTitle")}
      actions={
        <Form method="post" action="/keluar">
          <input type="hidden" name="ke" value={pathname} />
          <Button type="submit" variant="secondary">
            {t("invitation.signOut")}
          </Button>
        </Form>
      }
    >
      {t("invitation.otherText", { invited: invitation.email, current: reader.email })}
    </Alert>
  );
}

/** An invitation that can no longer be accepted, with the reason. */
export function InvitationClosed({ state }: { state: Exclude<InvitationState, "open"> | "unknown" }) {
  const { t } = useTranslation("identity");
  return (
    <AuthLayout
      eyebrow={t("invitation.eyebrow")}
      title={t("invitation.closedTitle")}
      description={t(`error.invitation.${state}`)}
    >
      <ButtonLink to="/masuk" size="lg">
        {t("invitation.toSignIn")}
      </ButtonLink>
    </AuthLayout>
  );
}
