export const DEVICES = ["mobile", "tablet", "desktop", "other"] as const;
export type Device = (typeof DEVICES)[number];

const TABLET = /ipad|tablet|kindle|silk\/|playbook|kf[a-z]{2,4} build/i;
const MOBILE =
  /iphone|ipod|mobile|android|midp|windows phone|blackberry|bb10|opera mini|iemobile|symbian|ucweb|series60|profile\//i;
const DESKTOP = /windows nt|windows 9|macintosh|x11|cros |linux|bsd|win64|msie/i;

/** The kind of device a user agent names, as far as it tells. */
export function deviceOf(agent: string): Device {
  // Android's own convention: telephones say "Mobile", tablets do not.
  const androidTablet = /android/i.test(agent) && !/mobile|opera mini|windows phone/i.test(agent);
  if (androidTablet || TABLET.test(agent)) return "tablet";
  if (MOBILE.test(agent)) return "mobile";
  return DESKTOP.test(agent) ? "desktop" : "other";
}
