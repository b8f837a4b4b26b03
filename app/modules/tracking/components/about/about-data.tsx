import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/ui/table";
import { KEPT_DATA } from "../../about";

type Kept = (typeof KEPT_DATA)[number];

/** What is kept of whom, what for, and for how long. */
export function AboutData({ retentionDays }: { retentionDays: number }) {
  const { t } = useTranslation("tracking");
  const columns: Column<Kept>[] = [
    {
      key: "what",
      header: t("about.data.what"),
      cell: (row) => <span className="font-semibold">{t(`about.data.kept.${row}`)}</span>,
    },
    {
      key: "why",
      header: t("about.data.why"),
      cell: (row) => <span className="text-ink-muted">{t(`about.data.kept.${row}Why`)}</span>,
    },
    {
      key: "howLong",
      header: t("about.data.howLong"),
      cell: (row) => t(`about.data.kept.${row}HowLong`, { days: retentionDays }),
    },
  ];
  return (
    <section className="flex flex-col gap-6">
      <div>
        <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">{t("about.data.title")}</h2>
        <p className="mt-3 max-w-[68ch] text-ink-muted">{t("about.data.lead")}</p>
      </div>
      <DataTable caption={t("about.data.caption")} columns={columns} rows={KEPT_DATA} rowKey={(row) => row} />
    </section>
  );
}
