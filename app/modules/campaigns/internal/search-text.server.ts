/** What the board's search looks through, in lower case: title, product, institution, city. */
export function searchText(parts: {
  title: string;
  product: string;
  institution: string;
  city: string;
}): string {
  return [parts.title, parts.product, parts.institution, parts.city].join(" ").toLowerCase();
}
