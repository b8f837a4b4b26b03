/** Telephones and tablets, and Opera Mini, whose servers ask for them all. */
const HANDHELD = /\bandroid\b|\((?:iphone|ipad|ipod)|\bopenharmony\b|opera mini|\((?:mobile|tablet);/i;

/** `Android 13; SM-A135F Build/…)`, but for the letter K, by which Chrome replaces every model. */
const ANDROID_MODEL =
  /\bandroid \d[\d.]{0,9};(?: ?u;)?(?: ?[a-z]{2}(?:[-_][a-z]{2,4})?;)? ?(?![a-z]{2}(?:[-_][a-z]{2,4})?;|(?:mobile|tablet)[;)]|wv\)|rv:|build\/)[^;() ][^;()]{1,60}[;()]/i;

/** What apps write of it: `iPhone14,5`, `FBDV/SM-A125F`, `(33/13; 300dpi; 720x1464; samsung; SM-A135F; …)`. */
const IN_AN_APP_LIST =
  /\b(?:iphone|ipad|ipod)\d{1,2},\d|\bfbdv\/[^;\]]{2}|\d{3,4}x\d{3,4}; ?[^;)]{1,40}; ?[^;)]{2}/i;

/**
 * Whether an agent can stand for one device. Chrome sends the same for every Android telephone ("Android 10; K"), every
 * iPhone of a release looks alike in Safari, and thousands of both sit behind one address of a carrier: there an agent
 * and an address are a crowd. Computers are taken at their agent, though it names none either: few share an address.
 */
export function agentNamesDevice(agent: string): boolean {
  return !HANDHELD.test(agent) || ANDROID_MODEL.test(agent) || IN_AN_APP_LIST.test(agent);
}
