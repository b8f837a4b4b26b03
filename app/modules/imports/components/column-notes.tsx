import { Form } from "@remix-run/react";
import { Eraser, PencilLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable } from "~/ui/table";
import type { ImportDetail, ReadColumn } from "../queries/import-detail.server";
import { FoldTitle } from "./fold-title";
import { CHANGE_COLUMNS } from "./import-question";

type Props = { detail: ImportDetail; zone: string; mayWrite: boolean };

const TONES: Record<ReadColumn["by"], Tone> = {
  name: "neutral",
  variant: "neutral",
  typo: "warning",
  hand: "accent",
};

/** How each column was recognised: to be checked by a person, and read otherwise where it is wrong. */
export function ColumnNotes({ detail, zone, mayWrite }: Props) {
  const { t } = useTranslation("imports");
  const { read, passed, unknown, personal, days } = detail.columns;
  // What a person has to look at stands open: guesses, and what somebody once pointed out for every file.
  const unsure =
    days.some(({ by, order }) => by === "report" || order === null) ||
    read.some(({ by }) => by === "typo" || by === "hand");
  const changeable = mayWrite && (detail.question?.fields.length ?? 0) > 0;
  return (
    <details open={unsure} className="group rounded-card border border-line bg-surface px-5 py-2">
      <FoldTitle>{t("preview.columns")}</FoldTitle>
      <div className="flex flex-col gap-4 pb-4">
        <DataTable
          caption={t("preview.columns")}
          columns={useColumns({ zone, mayWrite })}
          rows={read}
          rowKey={({ field }) => field}
          empty={null}
        />
        {changeable ? (
          <ButtonLink
            to={CHANGE_COLUMNS}
            variant="secondary"
            size="sm"
            className="self-start"
            icon={<PencilLine aria-hidden="true" />}
          >
            {t("preview.changeColumns")}
          </ButtonLink>
        ) : null}
        <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
          {days.map(({ header, order, by }) => (
            <li key={header}>
              {order === null
                ? t("preview.daysMixed", { header })
                : t(by === "file" ? "preview.daysFile" : "preview.daysReport", {
                    header,
                    order: t(`preview.order.${order}`),
                  })}
            </li>
          ))}
          <Listed title={t("preview.personal")} headers={personal} />
          <Listed title={t("preview.passed")} headers={passed} />
          <Listed title={t("preview.unknownColumns")} headers={unknown} />
        </ul>
      </div>
    </details>
  );
}

function Listed({ title, headers }: { title: string; headers: string[] }) {
  if (headers.length === 0) return null;
  return (
    <li className="break-words">
      {title} {headers.join(", ")}
    </li>
  );
}

function useColumns({ zone, mayWrite }: Pick<Props, "zone" | "mayWrite">): Column<ReadColumn>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return [
    {
      key: "header",
      header: t("column.inFile"),
      cell: ({ header }) => <span className="break-words font-semibold">{header}</span>,
    },
    { key: "column", header: t("column.readAs"), cell: ({ column }) => column },
    {
      key: "by",
      header: t("column.how"),
      cell: ({ by, author, field, header }) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusPill tone={TONES[by]} label={t(`preview.by.${by}`)} />
          {author ? (
            <span className="text-ink-muted text-sm">
              {t("preview.author", {
                name: author.name ?? t("preview.somebody"),
                time: format.date(author.at, zone),
              })}
            </span>
          ) : null}
          {by === "hand" && author && mayWrite ? (
            <Form method="post">
              <input type="hidden" name="intent" value="forget" />
              <input type="hidden" name="field" value={field} />
              <SubmitButton variant="ghost" size="sm" icon={<Eraser aria-hidden="true" />}>
                {t("preview.forget")} <span className="sr-only">{header}</span>
              </SubmitButton>
            </Form>
          ) : null}
        </span>
      ),
    },
  ];
}
