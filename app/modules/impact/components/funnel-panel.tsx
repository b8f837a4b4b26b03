import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { FunnelChart } from "~/ui/chart";
import type { Figures } from "../figures";

/** Raw, human, unique, conversions: what is left at each step. */
export function FunnelPanel({ totals }: { totals: Figures }) {
  const { t } = useTranslation("impact");
  return (
    <Card as="section">
      <CardHeader title={t("funnel.title")} description={t("funnel.description")} />
      <CardBody className="flex flex-col gap-4">
        <FunnelChart
          steps={[
            { label: t("figure.raw"), value: totals.raw },
            { label: t("figure.human"), value: totals.human },
            { label: t("figure.unique"), value: totals.unique },
            { label: t("figure.conversions"), value: totals.conversions },
          ]}
        />
        <p className="text-ink-muted text-xs">{t("funnel.note")}</p>
      </CardBody>
    </Card>
  );
}
