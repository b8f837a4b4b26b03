import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { StatusPill } from "~/ui/status";
import { shownPrefix } from "../api-key";
import { API_SCOPES } from "../identity.schemas";
import type { ApiKeyRow } from "../queries/api-keys.server";
import { SCOPE_TEXT } from "./api-key-form";

/** The institution's keys: what each may do, when it was last used, and the way to end it. */
export function ApiKeyList({ rows, zone }: { rows: ApiKeyRow[]; zone: string }) {
  const { t } = useTranslation("identity");
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<KeyRound aria-hidden="true" />}
        title={t("apiKeys.empty")}
        description={t("apiKeys.emptyText")}
      />
    );
  }
  return (
    <ul
      aria-label={t("apiKeys.caption")}
      className="divide-y divide-line rounded-card border border-line bg-surface shadow-card"
    >
      {rows.map((row) => (
        <ApiKeyItem key={row.id} row={row} zone={zone} />
      ))}
    </ul>
  );
}

function ApiKeyItem({ row, zone }: { row: ApiKeyRow; zone: string }) {
  const { t } = useTranslation("identity");
  const { date, dateTime } = useFormat();
  const scopes = API_SCOPES.filter((scope) => row.scopes.includes(scope));
  const used = row.lastUsedAt
    ? t("apiKeys.usedAt", { date: dateTime(row.lastUsedAt, zone) })
    : t("apiKeys.never");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span className="font-semibold">{row.name}</span>
          <code className="text-ink-muted text-sm">{shownPrefix(row.prefix)}</code>
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          {scopes.map((scope) => (
            <Badge key={scope} tone={row.revokedAt ? "neutral" : "info"}>
              {t(SCOPE_TEXT[scope].label)}
            </Badge>
          ))}
        </p>
        <p className="mt-2 text-ink-muted text-sm">
          {t("apiKeys.madeAt", { date: date(row.createdAt, zone) })} · {used}
        </p>
      </div>
      {row.revokedAt ? <StatusPill label={t("apiKeys.revokedState")} /> : <RevokeKey row={row} />}
    </li>
  );
}

function RevokeKey({ row }: { row: ApiKeyRow }) {
  const { t } = useTranslation("identity");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm" aria-label={t("apiKeys.revokeOf", { name: row.name })}>
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
