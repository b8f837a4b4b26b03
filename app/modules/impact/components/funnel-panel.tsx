import { useTranslation } from "react-i18next";
import { CHANNELS } from "~/modules/products/listings";
import { OutboundSteps } from "~/modules/tracking/outbound-steps";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { FunnelChart } from "~/ui/chart";
import { useFormat } from "~/ui/format";
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
        <OutboundPart totals={totals} />
      </CardBody>
    </Card>
  );
}

/** The step to a shop, of those who had it before them, and how many had not. */
function OutboundPart({ totals }: { totals: Figures }) {
  const { t } = useTranslation("impact");
  const { number } = useFormat();
  if (totals.outbound === null) return null;
  const direct = (totals.human ?? 0) - (totals.landed ?? 0);
  const steps = CHANNELS.map((channel) => ({ channel, human: totals.outboundTo[channel] ?? 0 }));
  return (
    <section className="flex flex-col gap-4 border-line border-t pt-5">
      <h3 className="font-semibold text-sm">{t("funnel.outbound")}</h3>
      <OutboundSteps landed={totals.landed} steps={steps.sort((a, b) => b.human - a.human)} />
      <p className="text-ink-muted text-xs">
        {t("funnel.outboundNote")}
        {direct > 0 ? ` ${t("funnel.direct", { count: direct, formatted: number(direct) })}` : null}
      </p>
    </section>
  );
}
