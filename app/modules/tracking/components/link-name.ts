import { useTranslation } from "react-i18next";
import type { LinkDestination, LinkPlacement } from "../link-destination";

type Named = { placement: LinkPlacement; destination: LinkDestination; label: string };

/** What a link is called: an extra one by its influencer's own name, a main one by where it leads. */
export function useLinkName(): (link: Named) => string {
  const { t } = useTranslation("tracking");
  return ({ placement, destination, label }) =>
    placement === "MAIN" || label === "" ? t(`link.destination.${destination}`) : label;
}
