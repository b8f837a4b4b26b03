import { ArrowRight, Megaphone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";

type Props = { products: ReactNode; briefs: ReactNode; hasBriefs: boolean };

/** The goods, and the briefs that wait for somebody to take them. */
export function LandingShelf({ products, briefs, hasBriefs }: Props) {
  const { t } = useTranslation("impact");
  return (
    <>
      <Shelf
        title={t("landing.products.title")}
        text={t("landing.products.text")}
        to="/produk"
        all={t("landing.products.all")}
      >
        {products}
      </Shelf>
      <Shelf
        title={t("landing.briefs.title")}
        text={t("landing.briefs.text")}
        to="/brief"
        all={t("landing.briefs.all")}
      >
        {hasBriefs ? briefs : <EmptyState icon={<Megaphone />} title={t("landing.briefs.empty")} />}
      </Shelf>
    </>
  );
}

type ShelfProps = { title: string; text: string; to: string; all: string; children: ReactNode };

function Shelf({ title, text, to, all, children }: ShelfProps) {
  return (
    <section className="flex flex-col gap-7">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-2xl">
          <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">{title}</h2>
          <p className="mt-2 text-ink-muted">{text}</p>
        </div>
        <ButtonLink to={to} variant="secondary">
          {all}
          <ArrowRight aria-hidden="true" />
        </ButtonLink>
      </div>
      {children}
    </section>
  );
}
