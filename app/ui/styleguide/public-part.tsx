import { ArrowRight } from "lucide-react";
import { Pattern, Tumpal } from "~/ui/brand";
import { ButtonLink } from "~/ui/button";
import { ErrorPage } from "~/ui/error-page";
import { Page, Section } from "~/ui/page";

/** A hero on dyed cloth, as public pages begin, and the error pages. */
export function PublicPart() {
  return (
    <>
      <div className="dyed relative isolate overflow-hidden">
        <Pattern
          name="echo"
          className="-z-10 text-field-accent opacity-60 [mask-image:linear-gradient(to_left,black_35%,transparent_80%)]"
        />
        <div className="mx-auto max-w-7xl px-4 pt-16 pb-20 sm:px-6 sm:pt-24 sm:pb-28 lg:px-8">
          <h1 className="max-w-[16ch] font-extrabold text-display tracking-[-0.035em]">
            Karya dari balik tembok, bergaung sampai jauh
          </h1>
          <p className="mt-5 max-w-[52ch] text-on-field-muted text-title">
            Ceritakan produk warga binaan kepada pengikut Anda, dan lihat sendiri dampaknya: klik, pesanan,
            dan premi yang diterima pembuatnya.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink
              to="/styleguide"
              size="lg"
              className="bg-accent text-on-accent hover:bg-accent-hover"
              icon={<ArrowRight aria-hidden="true" />}
            >
              Jadi influencer
            </ButtonLink>
            <ButtonLink
              to="/styleguide/data"
              size="lg"
              variant="ghost"
              className="text-on-field hover:bg-field-active hover:text-on-field"
            >
              Lihat produk
            </ButtonLink>
          </div>
        </div>
        <Tumpal className="text-ground" />
      </div>
      <Page>
        <Section title="Halaman galat">
          <div className="overflow-hidden rounded-card border border-line">
            <ErrorPage status={404} reference="01JD-7F2A" />
          </div>
        </Section>
      </Page>
    </>
  );
}
