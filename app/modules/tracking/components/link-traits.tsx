import { useTranslation } from "react-i18next";
import { BarList } from "~/ui/bar-list";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { CountryCredit } from "../country-credit";
import type { LinkTrait } from "../queries/link-figures.server";
import { OTHER_VALUES, UNKNOWN_VALUE } from "../trait-values";
import { useTraitName } from "../use-trait-name";

/** Who clicked: bars of people's clicks by device, app, country and where they came from; all clicks beside them. */
export function LinkTraits({ traits }: { traits: LinkTrait[] }) {
  const { t } = useTranslation("tracking");
  const { number } = useFormat();
  const nameOf = useTraitName();
  if (traits.length === 0) return null;
  return (
    <Card as="section">
      <CardHeader title={t("link.traits.title")} description={t("link.traits.description")} />
      <CardBody className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
        {traits.map(({ dimension, values }) => (
          <section key={dimension} className="flex min-w-0 flex-col gap-3">
            <h3 className="font-semibold text-sm">{t(`trait.dimension.${dimension}`)}</h3>
            <BarList
              rows={values.map(({ value, human, raw }) => ({
                key: value,
                label: nameOf(dimension, value),
                value: human,
                note: t("link.traits.ofRaw", { raw: number(raw) }),
                muted: value === OTHER_VALUES || value === UNKNOWN_VALUE,
              }))}
            />
          </section>
        ))}
      </CardBody>
      <CardFooter>
        <CountryCredit />
      </CardFooter>
    </Card>
  );
}
