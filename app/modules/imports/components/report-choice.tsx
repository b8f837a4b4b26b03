import { useTranslation } from "react-i18next";
import { useFormat } from "~/ui/format";
import type { Question } from "../queries/import-detail.server";
import type { ReportKind } from "../report";

type Props = { question: Question; chosen: ReportKind | null };

/** Every report that the file may be: what its header speaks for first, then all others. */
export function ReportChoice({ question, chosen }: Props) {
  const { t } = useTranslation("imports");
  const candidates = question.candidates.filter(({ kind }) => kind !== chosen);
  const others = question.others.filter((kind) => kind !== chosen);
  return (
    <>
      {candidates.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-semibold text-sm">{t("ask.likely")}</legend>
          {candidates.map(({ kind, score }, index) => (
            <Report key={kind} {...{ kind, score }} checked={chosen === null && index === 0} />
          ))}
        </fieldset>
      ) : null}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold text-sm">{t("ask.others")}</legend>
        {others.map((kind) => (
          <Report key={kind} kind={kind} score={null} checked={false} />
        ))}
      </fieldset>
    </>
  );
}

function Report({ kind, score, checked }: { kind: ReportKind; score: number | null; checked: boolean }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-line bg-surface px-4 py-3 has-checked:border-brand has-checked:bg-brand-soft">
      <input
        type="radio"
        name="report"
        value={kind}
        required
        defaultChecked={checked}
        className="size-5 shrink-0"
      />
      <span className="grow">
        <span className="block font-semibold">{t(`report.${kind}`)}</span>
        <span className="text-ink-muted text-sm">{t(`reportWhere.${kind}`)}</span>
      </span>
      {score === null ? null : (
        <span className="tabular shrink-0 text-ink-muted text-sm">
          {t("ask.score", { percent: format.percent(score, 0) })}
        </span>
      )}
    </label>
  );
}
