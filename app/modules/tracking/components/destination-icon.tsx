import { type LucideIcon, MessageCircle, Package, ShoppingBag, Store } from "lucide-react";
import type { LinkDestination } from "../link-destination";

const ICONS: Record<LinkDestination, LucideIcon> = {
  PRODUCT: Package,
  SHOPEE: ShoppingBag,
  TOKOPEDIA: ShoppingBag,
  TIKTOK_SHOP: ShoppingBag,
  WHATSAPP: MessageCircle,
  OWN: Store,
};

/** A sign for where a link leads. */
export function DestinationIcon({ destination }: { destination: LinkDestination }) {
  const Icon = ICONS[destination];
  return <Icon aria-hidden="true" />;
}
