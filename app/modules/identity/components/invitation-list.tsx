import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Section } from "~/ui/page";
import { StatusPill } from "~/ui/status";
import type { PendingInvitation } from "../queries/pending-invitations.server";

/** Invitations that wait: to whom, as what, until when, and what can be done about them. */
export function InvitationList({ invitations }: { invitations: PendingInvitation[] }) {
  const { t } = useTranslation("identity");
  if (invitations.length === 0) return null;
  return (
    <Section title={t("members.pendingTitle")}>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
        {invitations.map((invitation) => (
          <InvitationItem key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

function InvitationItem({ invitation }: { invitation: PendingInvitation }) {
  const { t } = useTranslation("identity");
  const { date } = useFormat();
  const { email, role, place, invitedBy, expired, expiresAt } = invitation;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span className="break-all font-semibold">{email}</span>
          <StatusPill
            tone={expired ? "danger" : "warning"}
            label={t(expired ? "members.expired" : "members.waiting")}
          />
        </p>
        <p className="mt-1 text-sm">
          {t(`role.${role}`)} · {place ?? t("place.nation")}
        </p>
        <p className="mt-0.5 text-ink-muted text-sm">
          {invitedBy ? t("members.sentBy", { name: invitedBy }) : t("members.sentBySystem")}
          {expired ? null : <> · {t("members.until", { date: date(expiresAt) })}</>}
        </p>
      </div>
      {invitation.mayManage ? <InvitationActions invitation={invitation} /> : null}
    </li>
  );
}

function InvitationActions({ invitation: { id, email } }: { invitation: PendingInvitation }) {
  const { t } = useTranslation("identity");
  return (
    <div className="flex flex-wrap gap-2">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="resend" />
        <SubmitButton name="invitationId" value={id} variant="secondary" size="sm">
          {t("members.resend")}
        </SubmitButton>
      </Form>
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            {t("members.revoke")}
          </Button>
        }
        title={t("members.revokeTitle", { email })}
        description={t("members.revokeText")}
        confirmLabel={t("members.revoke")}
        tone="danger"
        fields={{ intent: "revoke", invitationId: id }}
      />
    </div>
  );
}
