import type { ReactNode } from "react";
import type { FrontPage } from "../../queries/front-page.server";
import { LandingClosing } from "./landing-closing";
import { LandingHero } from "./landing-hero";
import { LandingHow } from "./landing-how";
import { LandingPath } from "./landing-path";
import { LandingShelf } from "./landing-shelf";
import { LandingTrust } from "./landing-trust";

type Props = {
  page: FrontPage;
  /** The cards of other modules; the route puts them in. */
  products: ReactNode;
  briefs: ReactNode;
};

/** The first page that anybody sees: what is made, who asks for help telling of it, and what has come of that. */
export function LandingPage({ page, products, briefs }: Props) {
  return (
    <>
      <LandingHero page={page} />
      <LandingPath />
      <div className="mx-auto flex max-w-7xl flex-col gap-20 px-4 py-16 sm:px-6 sm:py-20 lg:gap-24 lg:px-8">
        <LandingShelf products={products} briefs={briefs} hasBriefs={page.briefs.length > 0} />
        <LandingHow />
        <LandingTrust />
      </div>
      <LandingClosing isSignedIn={page.isSignedIn} />
    </>
  );
}
