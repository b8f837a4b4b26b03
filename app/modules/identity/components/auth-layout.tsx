import { ChartNoAxesColumn, FileCheck2, Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Pattern, Tumpal } from "~/ui/brand";

type AuthLayoutProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  description?: ReactNode;
  children: ReactNode;
};

/** The pages around an account: the form on cloth, beside it (below it on the phone: nothing) what Gaung is for. */
export function AuthLayout({ title, eyebrow, description, children }: AuthLayoutProps) {
  return (
    <div className="-mb-16 grid lg:min-h-[calc(100dvh-4rem)] lg:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)]">
      <BrandSide />
      <div className="relative isolate flex flex-col">
        <PhoneBand />
        <div className="mx-auto flex w-full max-w-lg grow flex-col justify-center gap-6 px-4 pt-7 pb-16 sm:px-8 lg:py-14">
          <header>
            {eyebrow ? <p className="mb-1.5 font-semibold text-accent-ink text-sm">{eyebrow}</p> : null}
            <h1 className="text-balance font-extrabold text-page tracking-[-0.026em]">{title}</h1>
            {description ? <p className="mt-2 text-ink-muted">{description}</p> : null}
          </header>
          {children}
        </div>
      </div>
    </div>
  );
}

/** On the phone a strip of cloth is enough: the form comes first. */
function PhoneBand() {
  return (
    <div aria-hidden="true" className="lg:hidden">
      <div className="relative isolate h-16 overflow-hidden bg-field sm:h-20">
        <Pattern name="echo" className="-z-10 text-field-accent opacity-60" />
        <Pattern name="kawung" className="-z-20 text-on-field opacity-[0.08]" />
      </div>
      <Tumpal flip className="text-field" />
    </div>
  );
}

const points = [
  { icon: FileCheck2, key: "point1" },
  { icon: Link2, key: "point2" },
  { icon: ChartNoAxesColumn, key: "point3" },
] as const;

function BrandSide() {
  const { t } = useTranslation("identity");
  return (
    <aside className="relative isolate hidden overflow-hidden bg-field text-on-field lg:flex lg:flex-col lg:justify-end">
      <Pattern
        name="kawung"
        className="-z-20 text-on-field opacity-[0.07] [mask-image:linear-gradient(to_top,transparent_10%,black_75%)]"
      />
      <Pattern name="echo" className="-z-10 text-field-accent opacity-75" />
      <div
        aria-hidden="true"
        className="-z-10 absolute inset-x-0 bottom-0 h-3/4 bg-linear-to-t from-55% from-field-deep to-transparent"
      />
      <div className="max-w-xl px-12 pt-24 pb-16 xl:px-16">
        <p className="text-balance font-extrabold text-[clamp(2.25rem,3.4vw,3.25rem)] leading-[1.08] tracking-[-0.03em]">
          {t("side.title")}
        </p>
        <p className="mt-4 max-w-md text-lg text-on-field-muted">{t("side.text")}</p>
        <ul className="mt-8 flex flex-col gap-3.5">
          {points.map(({ icon: Icon, key }) => (
            <li key={key} className="flex items-center gap-3.5 font-medium">
              <span className="grid size-10 shrink-0 place-items-center rounded-full border border-field-line bg-field text-field-accent">
                <Icon aria-hidden="true" className="size-5" />
              </span>
              {t(`side.${key}`)}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
