import { useTranslation } from "react-i18next";
import { COUNTRY_DATA } from "~/modules/tracking/about";
import { BarList } from "~/ui/bar-list";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { AUDIENCE_DIMENSIONS, type Audience, type AudienceDimension, OTHERS } from "../audience";

/** With what and from where people came. Nothing is drawn where nobody came. */
export function AudiencePanel({ audience }: { audience: Audience }) {
  const { t } = useTranslation("impact");
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
                <h3 className="font-semibold text-sm">{t(`audience.dimension.${dimension}`)}</h3>
                <BarList
                  rows={audience.byDimension[dimension].map(({ value, human }) => ({
                    key: value,
                    label: nameOf(dimension, value),
                    value: human,
                    muted: value === OTHERS || value === "unknown",
                  }))}
                />
              </section>
            ))}
          </div>
        )}
      </CardBody>
      <CardFooter>
        <p className="text-ink-muted text-xs">
          {t("audience.countrySource")}{" "}
          <a className="underline" href={COUNTRY_DATA.href} rel="noreferrer">
            {COUNTRY_DATA.credit}
          </a>
        </p>
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

/** The reader's word for a trait. Names of products are names in every language. */
function useTraitName(): (dimension: AudienceDimension, value: string) => string {
  const { t } = useTranslation("impact");
  const { locale } = useFormat();
  const say = useMessage();
  return (dimension, value) => {
    if (value === OTHERS) return t("audience.other");
    if (value === "unknown") return t(dimension === "REFERRER" ? "audience.direct" : "audience.unknown");
    if (dimension === "COUNTRY") return displayName(locale, "region", value);
    if (dimension === "LANGUAGE") return displayName(locale, "language", value);
    if (dimension === "REFERRER") return value;
    return say(`impact:audience.value.${value}`);
  };
}

function displayName(locale: string, type: "region" | "language", code: string): string {
  const name = new Intl.DisplayNames([locale], { type, fallback: "code" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
