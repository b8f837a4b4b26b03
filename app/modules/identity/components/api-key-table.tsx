import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable } from "~/ui/table";
import { shownPrefix } from "../api-key";
import { API_SCOPES } from "../identity.schemas";
import type { ApiKeyRow } from "../queries/api-keys.server";
import { SCOPE_TEXT } from "./api-key-form";

/** The institution's keys: what each may do, when it was last used, and the way to end it. */
export function ApiKeyTable({ rows, zone }: { rows: ApiKeyRow[]; zone: string }) {
  const { t } = useTranslation("identity");
  const { date, dateTime } = useFormat();
  const columns: Column<ApiKeyRow>[] = [
    { key: "name", header: t("apiKeys.name"), cell: (row) => <KeyName row={row} /> },
    { key: "scopes", header: t("apiKeys.scopes"), cell: (row) => <Scopes scopes={row.scopes} /> },
    { key: "created", header: t("apiKeys.created"), cell: (row) => date(row.createdAt, zone) },
    {
      key: "lastUsed",
      header: t("apiKeys.lastUsed"),
      cell: (row) => (row.lastUsedAt ? dateTime(row.lastUsedAt, zone) : t("apiKeys.never")),
    },
    {
      key: "state",
      header: t("apiKeys.state"),
      align: "end",
      cell: (row) =>
        row.revokedAt ? <StatusPill label={t("apiKeys.revokedState")} /> : <RevokeKey row={row} />,
    },
  ];
  return (
    <DataTable
      caption={t("apiKeys.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon={<KeyRound aria-hidden="true" />}
          title={t("apiKeys.empty")}
          description={t("apiKeys.emptyText")}
        />
      }
    />
  );
}

function KeyName({ row }: { row: ApiKeyRow }) {
  return (
    <span className="block min-w-0">
      <span className="block">{row.name}</span>
      <code className="font-normal text-ink-muted text-sm">{shownPrefix(row.prefix)}</code>
    </span>
  );
}

function Scopes({ scopes }: { scopes: string[] }) {
  const { t } = useTranslation("identity");
  const known = API_SCOPES.filter((scope) => scopes.includes(scope));
  return known.map((scope) => t(SCOPE_TEXT[scope].label)).join(", ");
}

function RevokeKey({ row }: { row: ApiKeyRow }) {
  const { t } = useTranslation("identity");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          {t("apiKeys.revoke")}
        </Button>
      }
      title={t("apiKeys.revokeTitle", { name: row.name })}
      description={t("apiKeys.revokeText")}
      confirmLabel={t("apiKeys.revoke")}
      tone="danger"
      fields={{ intent: "revoke", apiKeyId: row.id }}
    />
  );
}
