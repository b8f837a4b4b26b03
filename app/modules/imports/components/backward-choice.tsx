import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { ImportPageProps } from "./import-page-props";

/** Orders that the file would take something back of: whether what is known stays, or the file's word holds. */
export function BackwardChoice({ detail, zone }: ImportPageProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const count = detail.counts.BACKWARD.entries;
  return (
    <Alert tone="warning" title={t("backward.title", { count })}>
      <p>{t("backward.text", { time: format.dateTime(detail.reportedAt, zone) })}</p>
      <p>
        <Link to="?hasil=BACKWARD" preventScrollReset className="font-semibold underline">
          {t("backward.show")}
        </Link>
      </p>
      <fieldset className="mt-3 flex flex-col gap-2">
        <legend className="mb-2 font-semibold text-ink">{t("backward.question")}</legend>
        <Choice value="keep" label={t("backward.keep")} text={t("backward.keepText")} checked />
        <Choice value="take" label={t("backward.take")} text={t("backward.takeText")} />
      </fieldset>
    </Alert>
  );
}

function Choice({ value, label, text, checked }: ChoiceProps) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-line bg-surface px-4 py-3 text-ink has-checked:border-brand has-checked:bg-brand-soft">
      <input
        type="radio"
        name="backward"
        value={value}
        defaultChecked={checked}
        className="size-5 shrink-0"
      />
      <span>
        <span className="block font-semibold">{label}</span>
        <span className="text-ink-muted text-sm">{text}</span>
      </span>
    </label>
  );
}

type ChoiceProps = { value: "keep" | "take"; label: string; text: string; checked?: boolean };
