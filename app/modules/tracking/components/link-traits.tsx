import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import type { LinkTrait, ShownTrait } from "../queries/link-figures.server";

/** Who clicked: bars of people's clicks by device, app, country and where they came from; all clicks beside them. */
export function LinkTraits({ traits }: { traits: LinkTrait[] }) {
  const { t } = useTranslation("tracking");
  if (traits.length === 0) return null;
  return (
    <Card as="section">
      <CardHeader title={t("link.traits.title")} description={t("link.traits.description")} />
      <CardBody className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
        {traits.map((trait) => (
          <Trait key={trait.dimension} trait={trait} />
        ))}
      </CardBody>
    </Card>
  );
}

function Trait({ trait }: { trait: LinkTrait }) {
  const { t } = useTranslation("tracking");
  const nameOf = useValueName(trait.dimension);
  const most = Math.max(1, ...trait.values.map(({ human }) => human));
  const lines = [
    ...trait.values.map((each) => ({ ...each, name: nameOf(each.value) })),
    ...(trait.rest ? [{ ...trait.rest, value: "rest", name: t("link.traits.rest") }] : []),
  ];
  return (
    <section className="min-w-0">
      <h3 className="font-semibold text-sm">{t(`link.traits.dimension.${trait.dimension}`)}</h3>
      <ul className="mt-3 flex flex-col gap-2.5">
        {lines.map((line) => (
          <Bar key={`${line.value}-${line.name}`} line={line} share={line.human / most} />
        ))}
      </ul>
    </section>
  );
}

type Line = { name: string; human: number; raw: number };

function Bar({ line, share }: { line: Line; share: number }) {
  const { t } = useTranslation("tracking");
  const { number } = useFormat();
  return (
    <li className="flex flex-col gap-1 text-sm">
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate">{line.name}</span>
        <span className="tabular shrink-0">
          <span className="font-bold">{number(line.human)}</span>{" "}
          <span className="text-ink-muted text-xs">{t("link.traits.ofRaw", { raw: number(line.raw) })}</span>
        </span>
      </span>
      <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-surface-sunken">
        <span
          className="block h-full rounded-full bg-[var(--chart-1)]"
          style={{ width: `${Math.min(100, share * 100).toFixed(1)}%` }}
        />
      </span>
    </li>
  );
}

const DEVICES = ["mobile", "tablet", "desktop", "tv", "other"] as const;

/** Names of values: devices in words, countries by their code, apps and hosts as they call themselves. */
function useValueName(dimension: ShownTrait): (value: string) => string {
  const { t, i18n } = useTranslation("tracking");
  return (value) => {
    if (dimension === "DEVICE") {
      return t(`link.traits.device.${DEVICES.find((device) => device === value) ?? "other"}`);
    }
    if (dimension === "COUNTRY" && /^[A-Z]{2}$/.test(value)) {
      return new Intl.DisplayNames(i18n.language, { type: "region" }).of(value) ?? value;
    }
    if (value === "unknown") return t("link.traits.none");
    if (value === "other") return t("link.traits.other");
    return dimension === "APP" ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  };
}
