/** PostgreSQL channel on which web processes hear of changed links: `link:CODE` or `campaign:ID`. */
export const LINK_CHANNEL = "gaung_links";
