import { MonitorSmartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { ConfirmDialog } from "~/ui/dialog";
import { useFormat } from "~/ui/format";
import type { OwnSession } from "../queries/own-sessions.server";

/** Where the person is signed in, each with the way to end it. */
export function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const { t } = useTranslation("identity");
  return (
    <Card as="section">
      <CardHeader title={t("account.sessionsTitle")} description={t("account.sessionsText")} />
      <CardBody className="py-2">
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <SessionItem key={session.id} session={session} />
          ))}
        </ul>
      </CardBody>
      {sessions.length > 1 ? (
        <CardFooter>
          <ConfirmDialog
            trigger={<Button variant="secondary">{t("account.endOthers")}</Button>}
            title={t("account.endOthersTitle")}
            description={t("account.endOthersText")}
            confirmLabel={t("account.endOthers")}
            tone="danger"
            fields={{ intent: "end-others" }}
          />
        </CardFooter>
      ) : null}
    </Card>
  );
}

function SessionItem({ session }: { session: OwnSession }) {
  const { t } = useTranslation("identity");
  const { relative, date } = useFormat();
  const device = session.device || t("account.unknownDevice");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-brand-soft text-brand-ink">
        <MonitorSmartphone aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0 grow basis-48">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {device}
          {session.current ? <Badge tone="success">{t("account.current")}</Badge> : null}
        </p>
        <p className="text-ink-muted text-sm" suppressHydrationWarning>
          {t("account.lastSeen", { when: relative(session.lastSeenAt) })} ·{" "}
          {t("account.since", { when: date(session.createdAt) })}
        </p>
      </div>
      {session.current ? null : (
        <ConfirmDialog
          trigger={
            <Button variant="secondary" size="sm">
              {t("account.end")}
            </Button>
          }
          title={t("account.endTitle")}
          description={t("account.endText", { device })}
          confirmLabel={t("account.end")}
          tone="danger"
          fields={{ intent: "end-session", sessionId: session.id }}
        />
      )}
    </li>
  );
}
