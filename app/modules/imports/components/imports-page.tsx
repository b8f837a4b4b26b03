import { Link, useNavigate } from "@remix-run/react";
import { FileSpreadsheet, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Section } from "~/ui/page";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { UploadField } from "~/ui/upload";
import { IMPORT_ACCEPT, IMPORT_STATUSES, MAX_FILE_BYTES } from "../import";
import { type ImportSearch, isSearched } from "../import-search";
import type { ImportListRow } from "../queries/import-list.server";
import { REPORT_KINDS, type ReportKind } from "../report";
import { FoldTitle } from "./fold-title";
import { STATUS_TONES } from "./import-tones";

export type ImportsPageProps = {
  /** Address of the list; everything else lies below it. */
  base: string;
  own: boolean;
  eyebrow?: string;
  zone: string;
  mayWrite: boolean;
  search: ImportSearch;
  rows: ImportListRow[];
  next: string | null;
};

/** The reports that an influencer's own account gives. */
const OWN_REPORTS: readonly ReportKind[] = ["SHOPEE_COMMISSION", "SHOPEE_CLICKS"];

/** Where reports are dropped, and what became of those before. */
export function ImportsPage({ base, own, eyebrow, mayWrite, ...list }: ImportsPageProps) {
  const { t } = useTranslation("imports");
  return (
    <Page>
      <PageHeader
        {...(eyebrow ? { eyebrow } : {})}
        title={t(own ? "ownTitle" : "title")}
        description={t(own ? "ownDescription" : "description")}
      />
      {mayWrite ? <DropArea base={base} own={own} /> : null}
      <History base={base} {...list} />
    </Page>
  );
}

function DropArea({ base, own }: { base: string; own: boolean }) {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const open = (body: unknown) => {
    const id: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "id") : undefined;
    if (typeof id === "string") navigate(`${base}/${id}`);
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1.4fr_1fr]">
      <div className="flex flex-col gap-3">
        <UploadField
          name="file"
          icon={<FileSpreadsheet />}
          accept={IMPORT_ACCEPT}
          action={`${base}/berkas`}
          label={t("drop")}
          hint={t("dropHint")}
          maxBytes={MAX_FILE_BYTES}
          onUploaded={open}
        />
        <p className="flex items-start gap-2 text-ink-muted text-sm">
          <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success-ink" />
          {t("privacy")}
        </p>
      </div>
      <KnownReports kinds={own ? OWN_REPORTS : REPORT_KINDS} open={own} />
    </div>
  );
}

function KnownReports({ kinds, open }: { kinds: readonly ReportKind[]; open: boolean }) {
  const { t } = useTranslation("imports");
  return (
    <details open={open} className="group rounded-card border border-line bg-surface px-5 py-3 shadow-card">
      <FoldTitle>
        {t("which")} ({kinds.length})
      </FoldTitle>
      <p className="mb-3 text-ink-muted text-sm">{t("whichText")}</p>
      <ul className="flex flex-col gap-3 pb-2">
        {kinds.map((kind) => (
          <li key={kind} className="text-sm">
            <span className="block font-semibold">{t(`report.${kind}`)}</span>
            <span className="text-ink-muted">{t(`reportWhere.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function History({
  base,
  zone,
  search,
  rows,
  next,
}: Pick<ImportsPageProps, "base" | "zone" | "search" | "rows" | "next">) {
  const { t } = useTranslation("imports");
  const searched = isSearched(search);
  return (
    <Section title={t("list.title")}>
      <FilterBar
        search={{ label: t("list.search") }}
        selects={[
          {
            name: "status",
            label: t("column.status"),
            allLabel: t("list.allStatuses"),
            options: IMPORT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          {
            name: "report",
            label: t("column.report"),
            allLabel: t("list.allReports"),
            options: REPORT_KINDS.map((value) => ({ value, label: t(`report.${value}`) })),
          },
        ]}
      />
      <DataTable
        caption={t("list.title")}
        columns={useColumns(base, zone)}
        rows={rows}
        rowKey={(row) => row.id}
        sort={search.sort}
        empty={
          <EmptyState
            icon={<FileSpreadsheet aria-hidden="true" />}
            title={t(searched ? "list.emptyFiltered" : "list.empty")}
            description={t(searched ? "list.emptyFilteredText" : "list.emptyText")}
          />
        }
      />
      <KeysetPager next={next} labels={{ next: t("list.next"), prev: t("list.first") }} />
    </Section>
  );
}

function useColumns(base: string, zone: string): Column<ImportListRow>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return [
    {
      key: "file",
      header: t("column.file"),
      sortKey: "fileName",
      cell: (row) => (
        <span className="flex min-w-0 flex-col">
          <Link
            to={`${base}/${row.id}`}
            className="inline-flex min-h-6 items-center break-all font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {row.fileName}
          </Link>
          <span className="text-ink-muted text-xs">
            {row.report ? t(`report.${row.report}`) : t("list.unknownReport")}
          </span>
        </span>
      ),
    },
    {
      key: "when",
      header: t("column.when"),
      sortKey: "createdAt",
      cell: (row) => (
        <span className="flex flex-col">
          <span className="whitespace-nowrap">{format.dateTime(row.createdAt, zone)}</span>
          <span className="text-ink-muted text-xs">{t("by", { name: row.uploadedBy })}</span>
        </span>
      ),
    },
    {
      key: "status",
      header: t("column.status"),
      cell: (row) => (
        <StatusPill
          tone={row.stopped ? "danger" : STATUS_TONES[row.status]}
          label={row.stopped ? t("progress.stopped") : t(`status.${row.status}`)}
        />
      ),
    },
    {
      key: "changes",
      header: t("column.changes"),
      cell: ({ counts }) =>
        counts.NEW.rows + counts.UPDATED.rows + counts.REFUSED.rows === 0
          ? "–"
          : t("list.changes", {
              created: format.number(counts.NEW.entries),
              updated: format.number(counts.UPDATED.entries),
              refused: format.number(counts.REFUSED.rows),
            }),
    },
    {
      key: "rows",
      header: t("column.rows"),
      sortKey: "rows",
      align: "end",
      cell: (row) => format.number(row.status === "NEEDS_INPUT" ? null : row.rows),
    },
  ];
}
