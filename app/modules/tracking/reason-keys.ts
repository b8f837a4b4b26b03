import type { AttributionReason } from "./attribution";

/** The message of each reason; a colon in a key would name another namespace. */
export const REASON_KEYS = {
  coupon: "coupon",
  click: "click",
  "none:no-evidence": "noEvidence",
  "none:coupon-unknown": "couponUnknown",
  "none:coupon-early": "couponEarly",
  "none:click-invalid": "clickInvalid",
  "none:click-after-order": "clickAfterOrder",
  "none:window-expired": "windowExpired",
} as const satisfies Record<AttributionReason, string>;
