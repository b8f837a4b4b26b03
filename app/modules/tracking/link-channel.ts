/** PostgreSQL channel on which web processes hear of changed links: `link:CODE`, `campaign:ID` or `product:ID`. */
export const LINK_CHANNEL = "gaung_links";
