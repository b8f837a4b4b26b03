import { useTranslation } from "react-i18next";
import { CountryCredit } from "~/modules/tracking/country-credit";
import { OTHER_VALUES, UNKNOWN_VALUE } from "~/modules/tracking/trait-values";
import { useTraitName } from "~/modules/tracking/use-trait-name";
import { BarList } from "~/ui/bar-list";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { useMessage } from "~/ui/message";
import { AUDIENCE_DIMENSIONS, type Audience } from "../audience";

/** With what and from where people came. Nothing is drawn where nobody came. */
export function AudiencePanel({ audience }: { audience: Audience }) {
  const { t } = useTranslation("impact");
  const { t: name } = useTranslation("tracking");
  const nameOf = useTraitName();
  const drawn = AUDIENCE_DIMENSIONS.filter((dimension) => audience.byDimension[dimension].length > 0);
  return (
    <Card as="section">
      <CardHeader title={t("audience.title")} description={t("audience.description")} />
      <CardBody>
        {drawn.length === 0 ? (
          <p className="text-ink-muted text-sm">{t("audience.empty")}</p>
        ) : (
          <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
            {drawn.map((dimension) => (
              <section key={dimension} className="flex min-w-0 flex-col gap-3">
                <h3 className="font-semibold text-sm">{name(`trait.dimension.${dimension}`)}</h3>
                <BarList
                  rows={audience.byDimension[dimension].map(({ value, human }) => ({
                    key: value,
                    label: nameOf(dimension, value),
                    value: human,
                    muted: value === OTHER_VALUES || value === UNKNOWN_VALUE,
                  }))}
                />
              </section>
            ))}
          </div>
        )}
      </CardBody>
      <CardFooter>
        <CountryCredit />
      </CardFooter>
    </Card>
  );
}

/** Why clicks were not counted as people: what is left out is said, and how much of it. */
export function UncountedPanel({ audience }: { audience: Audience }) {
  const { t } = useTranslation("impact");
  const say = useMessage();
  return (
    <Card as="section">
      <CardHeader title={t("uncounted.title")} description={t("uncounted.description")} />
      <CardBody>
        {audience.uncounted.length === 0 ? (
          <p className="text-ink-muted text-sm">{t("uncounted.empty")}</p>
        ) : (
          <BarList
            rows={audience.uncounted.map(({ reason, raw }) => ({
              key: reason,
              label: say(`impact:uncounted.reason.${reason.replace(":", "_")}`),
              value: raw,
            }))}
          />
        )}
      </CardBody>
    </Card>
  );
}
