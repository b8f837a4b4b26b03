import { Clapperboard, FileText, HandHeart, MousePointerClick, ShoppingBasket } from "lucide-react";
import { useTranslation } from "react-i18next";

const STEPS = [
  ["brief", FileText],
  ["claim", HandHeart],
  ["content", Clapperboard],
  ["click", MousePointerClick],
  ["order", ShoppingBasket],
] as const;

/** The way of a story, from a brief to an order, as five stations on one thread. */
export function LandingPath() {
  const { t } = useTranslation("impact");
  return (
    <section className="mx-auto max-w-7xl px-4 pt-16 sm:px-6 sm:pt-20 lg:px-8">
      <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">{t("landing.path.title")}</h2>
      <ol className="mt-8 grid gap-y-6 md:grid-cols-5">
        {STEPS.map(([step, Icon], index) => (
          <li
            key={step}
            className="relative flex items-center gap-4 md:flex-col md:items-start md:pr-6 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-12 [&:not(:last-child)]:before:left-6 [&:not(:last-child)]:before:h-6 [&:not(:last-child)]:before:border-accent [&:not(:last-child)]:before:border-l-2 [&:not(:last-child)]:before:border-dashed md:[&:not(:last-child)]:before:top-6 md:[&:not(:last-child)]:before:right-2 md:[&:not(:last-child)]:before:left-14 md:[&:not(:last-child)]:before:h-0 md:[&:not(:last-child)]:before:border-t-2 md:[&:not(:last-child)]:before:border-l-0"
          >
            <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
              <Icon aria-hidden="true" className="size-5.5" />
            </span>
            <p className="font-semibold">
              <span className="tabular mr-2 text-ink-subtle">{index + 1}</span>
              {t(`landing.path.${step}`)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
