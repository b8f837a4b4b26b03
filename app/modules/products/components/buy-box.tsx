import { ExternalLink, MessageCircle, ShoppingBag, Store } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { whatsappLink } from "~/modules/institutions/whatsapp";
import { ButtonLink } from "~/ui/button";
import { useFormat } from "~/ui/format";
import { type Channel, outboundLink } from "../listings";
import type { PublicProduct } from "../queries/product-by-slug.server";

interface BuyBoxProps {
  product: PublicProduct;
  /** The referral click that brought the visitor; it is handed on to the shop. */
  click: string | null;
  /** For a visitor who came by a link: the ways to the shops on which the step is counted. */
  ways: Partial<Record<Channel, string>>;
  /** The page's own address, for the text to the seller. */
  url: string;
}

/** The order in which shops are offered: the institution's own first. */
const ORDER: readonly Channel[] = ["WHATSAPP", "OWN", "SHOPEE", "TOKOPEDIA", "TIKTOK_SHOP"];

const ICONS: Record<Channel, ReactNode> = {
  WHATSAPP: <MessageCircle aria-hidden="true" />,
  OWN: <Store aria-hidden="true" />,
  SHOPEE: <ShoppingBag aria-hidden="true" />,
  TOKOPEDIA: <ShoppingBag aria-hidden="true" />,
  TIKTOK_SHOP: <ShoppingBag aria-hidden="true" />,
};

/** Where to buy: one button for each listing, WhatsApp with a text already typed. */
export function BuyBox({ product, click, ways, url }: BuyBoxProps) {
  const { t } = useTranslation("products");
  const { rupiah } = useFormat();
  const text = t("page.whatsappText", { name: product.name, price: rupiah(product.priceRupiah), url });
  const listings = ORDER.flatMap((channel) => product.listings.filter((entry) => entry.channel === channel));
  const hasWhatsapp = listings.some((listing) => listing.channel === "WHATSAPP");
  const contact = hasWhatsapp ? null : product.institution.whatsapp;
  if (listings.length === 0 && !contact) {
    return <p className="text-ink-muted">{t("page.noListing", { institution: product.institution.name })}</p>;
  }
  const labelOf = (listing: { channel: Channel; url: string }) => {
    if (listing.channel === "WHATSAPP") return t("page.whatsapp");
    if (listing.channel === "OWN") return t("page.buyOwn", { host: new URL(listing.url).hostname });
    return t("page.buyOn", { channel: t(`channel.${listing.channel}`) });
  };
  return (
    <ul className="flex flex-col gap-2.5">
      {listings.map((listing, index) => (
        <li key={listing.channel}>
          <BuyLink
            href={ways[listing.channel] ?? outboundLink(listing, { click, text })}
            icon={ICONS[listing.channel]}
            label={labelOf(listing)}
            primary={index === 0}
          />
        </li>
      ))}
      {contact ? (
        <li>
          <BuyLink href={whatsappLink(contact, text)} icon={ICONS.WHATSAPP} label={t("page.whatsappAsk")} />
        </li>
      ) : null}
    </ul>
  );
}

function BuyLink(props: { href: string; icon: ReactNode; label: string; primary?: boolean }) {
  const { t } = useTranslation("products");
  return (
    <ButtonLink
      href={props.href}
      external
      // Somebody may earn by what is bought there.
      rel="nofollow sponsored noopener"
      size="lg"
      variant={props.primary ? "primary" : "secondary"}
      icon={props.icon}
      className="w-full"
    >
      <span className="grow text-left">
        {props.label} <span className="sr-only">{t("page.opensElsewhere")}</span>
      </span>
      <ExternalLink aria-hidden="true" className="opacity-70" />
    </ButtonLink>
  );
}
