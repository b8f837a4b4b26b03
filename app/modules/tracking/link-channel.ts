/** PostgreSQL channel on which web processes hear of changed links: `link:CODE`, or `campaign`, `product`, `creator` and their `:ID`. */
export const LINK_CHANNEL = "gaung_links";
