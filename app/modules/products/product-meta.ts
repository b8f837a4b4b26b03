import type { MetaDescriptor } from "@remix-run/node";
import { photoUrl } from "~/kernel/picture";
import type { PublicProduct } from "./queries/product-by-slug.server";

/** Texts of a page for search engines and previews, already in the reader's language. */
export type PageTexts = { title: string; description: string };

/** A JPEG of this width is what previews show: WhatsApp takes no AVIF and wants little. */
const PREVIEW_WIDTH = 960;

/**
 * The head of a product's public page: title, canonical address (without the click that led there), Open Graph, and
 * schema.org Product. The maker is the institution.
 * @param origin public address of this server, without a slash at the end.
 */
export function productMeta(
  product: PublicProduct,
  texts: PageTexts,
  url: string,
  origin: string,
): MetaDescriptor[] {
  const [cover] = product.photos;
  const image = cover ? `${origin}${photoUrl(cover, PREVIEW_WIDTH, "jpg")}` : null;
  return [
    { title: texts.title },
    { name: "description", content: texts.description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: "product" },
    { property: "og:site_name", content: "Gaung" },
    { property: "og:title", content: product.name },
    { property: "og:description", content: texts.description },
    { property: "og:url", content: url },
    { property: "product:price:amount", content: product.priceRupiah.toString() },
    { property: "product:price:currency", content: "IDR" },
    ...(image
      ? [
          { property: "og:image", content: image },
          { property: "og:image:type", content: "image/jpeg" },
          { name: "twitter:card", content: "summary_large_image" },
        ]
      : []),
    ...(product.isOffered ? [] : [{ name: "robots", content: "noindex" }]),
    { "script:ld+json": productJsonLd(product, url, origin) },
  ];
}

/** https://schema.org/Product, as Google's product snippets read it. */
function productJsonLd(product: PublicProduct, url: string, origin: string) {
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.name,
    description: product.story || undefined,
    image: product.photos.map((photo) => `${origin}${photoUrl(photo, PREVIEW_WIDTH, "jpg")}`),
    url,
    brand: { "@type": "Organization", name: product.institution.name },
    offers: {
      "@type": "Offer",
      price: product.priceRupiah.toString(),
      priceCurrency: "IDR",
      availability: `https://schema.org/${product.isOffered ? "InStock" : "Discontinued"}`,
      url,
      seller: { "@type": "Organization", name: product.institution.name },
    },
  };
}
