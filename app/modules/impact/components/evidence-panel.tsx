import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { DASH, useFormat } from "~/ui/format";
import type { EvidenceFigures, EvidenceGrade } from "../figures";

const TONES: Record<EvidenceGrade, Tone> = { MEASURED: "success", IMPORTED: "info", DECLARED: "warning" };

/** Conversions grade by grade; what nobody reported is a dash. */
export function EvidencePanel({ evidence }: { evidence: EvidenceFigures[] }) {
  const { t } = useTranslation("impact");
  const { number, rupiah } = useFormat();
  return (
    <Card as="section">
      <CardHeader title={t("evidence.title")} description={t("evidence.description")} />
      <CardBody>
        <ul className="flex flex-col divide-y divide-line">
          {evidence.map((entry) => (
            <li key={entry.grade} className="flex flex-col gap-2.5 py-4 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone={TONES[entry.grade]}>{t(`grade.${entry.grade}`)}</Badge>
                <p className="text-ink-muted text-xs">{t(`grade.hint.${entry.grade}`)}</p>
              </div>
              <dl className="tabular grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-[auto_auto_auto_auto]">
                <Figure label={t("figure.conversions")} value={number(entry.conversions)} strong />
                <Figure label={t("figure.confirmed")} value={number(entry.confirmed)} />
                <Figure label={t("figure.value")} value={rupiah(entry.valueRupiah)} />
                <Figure label={t("evidence.unattributed")} value={number(entry.unattributed)} />
              </dl>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function Figure({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  const tone = value === DASH ? "text-ink-subtle" : strong ? "font-bold" : "font-medium";
  return (
    <div className="min-w-0">
      <dt className="text-ink-muted text-xs">{label}</dt>
      <dd className={tone}>{value}</dd>
    </div>
  );
}
