import { useTranslation } from "react-i18next";
import { Pattern } from "~/ui/brand";
import { ButtonLink } from "~/ui/button";

/** The last word, and the door. */
export function LandingClosing({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation("impact");
  return (
    <section className="mx-auto max-w-7xl px-4 sm:px-6 lg:px-8">
      <div className="relative isolate overflow-hidden rounded-hero bg-accent-soft px-6 py-14 text-center sm:px-12 sm:py-16">
        <Pattern
          name="kawung"
          className="-z-10 text-accent-ink opacity-[0.14] [mask-image:radial-gradient(closest-side,transparent_45%,black)]"
        />
        <p className="mx-auto max-w-[22ch] text-balance font-extrabold text-page tracking-[-0.026em]">
          {t("landing.closing.title")}
        </p>
        <p className="mt-3 text-ink-muted">{t("landing.closing.text")}</p>
        <ButtonLink to={isSignedIn ? "/dasbor" : "/daftar"} size="lg" className="mt-7">
          {t(isSignedIn ? "landing.ctaDashboard" : "landing.ctaInfluencer")}
        </ButtonLink>
      </div>
    </section>
  );
}
