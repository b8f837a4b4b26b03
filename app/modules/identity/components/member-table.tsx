import { UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Avatar } from "~/ui/avatar";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { type Column, DataTable } from "~/ui/table";
import type { MemberRow } from "../queries/members.server";

type Props = { rows: MemberRow[]; filtered: boolean; withPlace: boolean };

/** Officers by name. The place is left out where the page is about one. */
export function MemberTable({ rows, filtered, withPlace }: Props) {
  const { t } = useTranslation("identity");
  const { date } = useFormat();
  const place = (row: MemberRow) => row.institution?.name ?? row.region?.name ?? t("place.nation");
  const columns: Column<MemberRow>[] = [
    { key: "name", header: t("members.name"), cell: (row) => <Person row={row} /> },
    { key: "role", header: t("members.role"), cell: (row) => t(`role.${row.role}`) },
    ...(withPlace ? [{ key: "place", header: t("members.place"), cell: place }] : []),
    { key: "since", header: t("members.since"), cell: (row) => date(row.since) },
    {
      key: "actions",
      header: t("members.actions"),
      align: "end",
      cell: (row) => (row.mayEnd ? <EndMembership row={row} place={place(row)} /> : null),
    },
  ];
  return (
    <DataTable
      caption={t("members.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.membershipId}
      empty={
        <EmptyState
          icon={<UsersRound aria-hidden="true" />}
          title={t(filtered ? "members.emptyFiltered" : "members.empty")}
          description={t(filtered ? "members.emptyFilteredText" : "members.emptyText")}
        />
      }
    />
  );
}

function Person({ row }: { row: MemberRow }) {
  const { t } = useTranslation("identity");
  return (
    <span className="flex items-center gap-3">
      <Avatar name={row.name} />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2 font-semibold">
          {row.name} {row.isSelf ? <Badge tone="info">{t("members.you")}</Badge> : null}
        </span>
        <span className="block break-all font-normal text-ink-muted text-sm">{row.email}</span>
      </span>
    </span>
  );
}

function EndMembership({ row, place }: { row: MemberRow; place: string }) {
  const { t } = useTranslation("identity");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
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
