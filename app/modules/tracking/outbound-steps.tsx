import { useTranslation } from "react-i18next";
import type { Channel } from "~/modules/products/listings";
import { BarList } from "~/ui/bar-list";
import { FunnelChart } from "~/ui/chart";

type Props = {
  /** Human clicks that came to the product's page; the step is measured against these only. */
  landed: number | null;
  steps: readonly { channel: Channel; human: number }[];
};

/**
 * How many of those who came to the product's page went on to a shop, and to which. Its own funnel: who comes by a link
 * straight to a shop has no such step, and must not look lost in it.
 */
export function OutboundSteps({ landed, steps }: Props) {
  const { t } = useTranslation(["tracking", "products"]);
  const taken = steps.filter(({ human }) => human > 0);
  const people = taken.reduce((sum, { human }) => sum + human, 0);
  return (
    <>
      <FunnelChart
        steps={[
          { label: t("tracking:outbound.landed"), value: landed },
          { label: t("tracking:outbound.step"), value: people },
        ]}
      />
      {taken.length > 0 ? (
        <BarList
          rows={taken.map(({ channel, human }) => ({
            key: channel,
            label: t(`products:channel.${channel}`),
            value: human,
          }))}
        />
      ) : null}
    </>
  );
}
