import { Link } from "@remix-run/react";
import { Award } from "lucide-react";
import { useTranslation } from "react-i18next";
import { photoSources } from "~/kernel/picture";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { productPath } from "../product";
import type { ProductCard as ProductCardData } from "../queries/product-card.server";

export interface ProductCardProps {
  product: ProductCardData;
  /** Where a press leads; the public page when left out. */
  to?: string;
  /** The first row of a page: its pictures are loaded at once. */
  priority?: boolean;
  /** How wide the picture is shown, as in HTML's `sizes`. */
  sizes?: string;
  /** Of the name as a heading: one below the heading of the list. */
  level?: 2 | 3;
}

const GRID_SIZES = "(min-width: 80rem) 19rem, (min-width: 64rem) 25vw, (min-width: 40rem) 33vw, 50vw";

/** A product in a list: the picture first, then what it is, what it costs and who makes it. */
export function ProductCard({
  product,
  to,
  priority = false,
  sizes = GRID_SIZES,
  level = 3,
}: ProductCardProps) {
  const Heading = `h${level}` as const;
  const { t } = useTranslation("products");
  const { rupiah } = useFormat();
  return (
    <Card as="article" interactive className="h-full overflow-hidden">
      <div className="relative">
        {product.photo ? (
          <Photo
            sources={photoSources(product.photo)}
            alt={product.photo.alt || product.name}
            sizes={sizes}
            ratio="1/1"
            placeholderColor={product.photo.colour}
            priority={priority}
          />
        ) : (
          <PhotoPlaceholder ratio="1/1" />
        )}
        {product.isFlagship ? (
          <Badge
            tone="accent"
            icon={<Award aria-hidden="true" />}
            className="absolute top-2.5 left-2.5 shadow-card"
          >
            {t("flagship")}
          </Badge>
        ) : null}
      </div>
      <div className="flex grow flex-col gap-1 p-3.5 sm:p-4">
        <Heading className="line-clamp-2 font-semibold leading-snug">
          <Link
            to={to ?? productPath(product.slug)}
            prefetch="intent"
            className="after:absolute after:inset-0"
          >
            {product.name}
          </Link>
        </Heading>
        <p className="text-ink-muted text-sm">{product.institution.name}</p>
        <p className="mt-auto flex flex-wrap items-baseline gap-x-1.5 pt-2">
          <span className="tabular font-bold">{rupiah(product.priceRupiah)}</span>
          {product.unit ? (
            <span className="text-ink-muted text-xs">{t("perUnit", { unit: product.unit })}</span>
          ) : null}
        </p>
      </div>
    </Card>
  );
}

/** Cards side by side: two on a telephone, four on a wide screen. */
export function ProductGrid({
  products,
  label,
  level = 3,
}: {
  products: ProductCardData[];
  label: string;
  level?: 2 | 3;
}) {
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4">
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} priority={index < 4} level={level} />
        </li>
      ))}
    </ul>
  );
}
