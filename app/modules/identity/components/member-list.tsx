import { UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Avatar } from "~/ui/avatar";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { MemberRow } from "../queries/members.server";

type Props = { rows: MemberRow[]; filtered: boolean; withPlace: boolean };

/** Officers by name. The place is left out where the page is about one. */
export function MemberList({ rows, filtered, withPlace }: Props) {
  const { t } = useTranslation("identity");
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<UsersRound aria-hidden="true" />}
        title={t(filtered ? "members.emptyFiltered" : "members.empty")}
        description={t(filtered ? "members.emptyFilteredText" : "members.emptyText")}
      />
    );
  }
  return (
    <ul
      aria-label={t("members.caption")}
      className="divide-y divide-line rounded-card border border-line bg-surface shadow-card"
    >
      {rows.map((row) => (
        <MemberItem key={row.membershipId} row={row} withPlace={withPlace} />
      ))}
    </ul>
  );
}

function MemberItem({ row, withPlace }: { row: MemberRow; withPlace: boolean }) {
  const { t } = useTranslation("identity");
  const { date } = useFormat();
  const place = row.institution?.name ?? row.region?.name ?? t("place.nation");
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-3.5 sm:px-5 md:grid-cols-[auto_minmax(0,1.15fr)_minmax(0,1fr)_5.5rem]">
      <Avatar name={row.name} className="self-start md:self-center" />
      <div className="col-span-2 min-w-0 md:col-span-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold leading-snug">
          {row.name} {row.isSelf ? <Badge tone="info">{t("members.you")}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted text-sm" title={row.email}>
          {row.email}
        </p>
      </div>
      <div className="col-start-2 min-w-0 text-sm md:col-start-auto">
        <p className="font-medium">{t(`role.${row.role}`)}</p>
        <p className="text-ink-muted">
          {withPlace ? `${place} · ` : null}
          {t("members.sinceDate", { date: date(row.since) })}
        </p>
      </div>
      <div className="self-end justify-self-end md:self-center">
        {row.mayEnd ? <EndMembership row={row} place={place} /> : null}
      </div>
    </li>
  );
}

function EndMembership({ row, place }: { row: MemberRow; place: string }) {
  const { t } = useTranslation("identity");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm" aria-label={t("members.endOf", { name: row.name })}>
          {t("members.end")}
        </Button>
      }
      title={t("members.endTitle", { name: row.name })}
      description={t("members.endText", { role: t(`role.${row.role}`), place })}
      confirmLabel={t("members.end")}
      tone="danger"
      fields={{ intent: "end", membershipId: row.membershipId }}
    />
  );
}
