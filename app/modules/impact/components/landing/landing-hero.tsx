import { useTranslation } from "react-i18next";
import { photoSources } from "~/kernel/picture";
import { Pattern, Tumpal } from "~/ui/brand";
import { ButtonLink } from "~/ui/button";
import { cn } from "~/ui/cn";
import { Photo } from "~/ui/photo";
import type { FrontPage } from "../../queries/front-page.server";
import { LandingFigures } from "./landing-figures";

/** The promise in one sentence, the goods beside it, and the figures below. */
export function LandingHero({ page }: { page: FrontPage }) {
  const { t } = useTranslation("impact");
  return (
    <section className="relative">
      <div className="dyed relative isolate overflow-hidden">
        <Pattern name="echo" className="-z-10 text-field-accent opacity-25" />
        <div className="mx-auto grid max-w-7xl items-center gap-x-12 gap-y-10 px-4 pt-14 pb-36 sm:px-6 sm:pt-20 lg:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)] lg:px-8 lg:pt-24 lg:pb-44">
          <div>
            <h1 className="text-balance font-extrabold text-display tracking-[-0.035em]">
              {t("landing.heroTitle")}
            </h1>
            <p className="mt-5 max-w-[46ch] text-on-field-muted text-title sm:text-xl sm:leading-relaxed">
              {t("landing.heroText")}
            </p>
            <div className="mt-8 flex flex-wrap gap-3">
              {page.isSignedIn ? (
                <HeroLink to="/dasbor" primary>
                  {t("landing.ctaDashboard")}
                </HeroLink>
              ) : (
                <HeroLink to="/daftar" primary>
                  {t("landing.ctaInfluencer")}
                </HeroLink>
              )}
              <HeroLink to="/produk">{t("landing.ctaCatalogue")}</HeroLink>
            </div>
          </div>
          <Collage page={page} />
        </div>
      </div>
      <Tumpal className="-mt-4 relative text-ground" />
      <div className="-mt-28 lg:-mt-32 relative mx-auto max-w-7xl px-4 sm:px-6 lg:px-8">
        <LandingFigures figures={page.figures} isDemo={page.isDemo} />
      </div>
    </section>
  );
}

/** On the dyed field buttons take the field's own colours. */
function HeroLink({ to, primary = false, children }: { to: string; primary?: boolean; children: string }) {
  return (
    <ButtonLink
      to={to}
      size="lg"
      variant={primary ? "primary" : "ghost"}
      className={cn(
        primary
          ? "bg-accent text-on-accent hover:bg-accent-hover"
          : "border border-on-field/40 text-on-field hover:border-on-field hover:bg-field-active hover:text-on-field",
      )}
    >
      {children}
    </ButtonLink>
  );
}

/** How the pictures lie: three prints on a table, none quite straight. */
const PLACES = [
  "col-span-7 row-span-2 -rotate-2",
  "col-span-5 rotate-2 translate-y-6",
  "col-span-5 -rotate-1 translate-y-4",
];

function Collage({ page }: { page: FrontPage }) {
  const shown = page.products.flatMap((product) =>
    product.photo ? [{ product, photo: product.photo }] : [],
  );
  if (shown.length < 3) return null;
  return (
    <div className="grid grid-cols-12 gap-4 sm:gap-5" aria-hidden="true">
      {shown.slice(0, 3).map(({ product, photo }, index) => (
        <div key={product.id} className={PLACES[index]}>
          <Photo
            sources={photoSources(photo)}
            alt=""
            sizes="(min-width: 64rem) 24rem, 55vw"
            ratio={index === 0 ? "4/5" : "1/1"}
            placeholderColor={photo.colour}
            priority={index === 0}
            className="rounded-card shadow-pop ring-4 ring-on-field/90"
          />
        </div>
      ))}
    </div>
  );
}
