import { useTranslation } from "react-i18next";
import type { Period } from "~/kernel/period";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { IndonesiaMap } from "~/ui/map";
import { rangeQuery } from "../dashboard-paths";
import type { PlacePoint } from "../queries/map-points.server";

type Props = { points: PlacePoint[]; of: "region" | "institution"; period: Period };

/** Where the clicks belong, as bubbles on the country and as a list that leads on. */
export function ReachMap({ points, of, period }: Props) {
  const { t } = useTranslation("impact");
  const range = rangeQuery(period);
  return (
    <Card as="section">
      <CardHeader
        title={t("map.title")}
        description={t(of === "region" ? "map.description" : "map.descriptionRegion")}
      />
      <CardBody>
        <IndonesiaMap
          title={t("map.title")}
          valueLabel={t("map.value")}
          points={points.map((point) => ({
            id: point.id,
            label: point.name,
            lat: point.latitude,
            lon: point.longitude,
            value: point.human,
            href: of === "region" ? `/dasbor/kanwil/${point.slug}?${range}` : `/lapas/${point.slug}?${range}`,
          }))}
        />
      </CardBody>
    </Card>
  );
}
