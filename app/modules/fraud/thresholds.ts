/**
 * What is unusual, as data: every number that a rule compares with, and why it is that number. Raise the version when
 * one changes; signals keep the version by which they were found. Nobody outside the officers' side learns them.
 */
export const RULES_VERSION = 2;

const SECOND = 1_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const THRESHOLDS = {
  burst: {
    why: "A post that goes well brings tens of times the usual; only beyond that is it worth a look, and never alone.",
    /** Clicks by people's browsers in an hour below which nothing is a burst. */
    floor: 120,
    /** The same for a link without a habit yet: a first post starts from nothing. */
    newFloor: 400,
    /** Median absolute deviations (times 1.4826, so that they compare with a standard deviation) above the median. */
    deviations: 12,
    /** Times the median, for links whose hours hardly differ. */
    times: 8,
    /** Hours with clicks, of the last 14 days, that make a habit. */
    habitHours: 12,
    habitDays: 14,
  },
  repeats: {
    why: "People tap twice; in an ordinary hour repeats and suspicious clicks stay well below half of all.",
    floor: 60,
    share: 0.7,
    /** Times the link's own usual share. */
    times: 2,
  },
  concentration: {
    why: "One telephone, or one network with hardly any variety of devices, does not click so often by hand. A mobile carrier's shared network carries many kinds of devices, so variety tells it from a room of telephones.",
    visitorClicks: 80,
    visitorShare: 0.4,
    networkClicks: 120,
    networkShare: 0.6,
    networkAgents: 3,
    agentClicks: 200,
    agentShare: 0.9,
    /** Clicks of one link and hour that are looked at: enough for any share, and a bound for the database. */
    sample: 20_000,
  },
  quick: {
    why: "To read a page, fill in an address and pay takes longer than this.",
    maxDelayMs: 10 * SECOND,
  },
  sameDelay: {
    why: "People take minutes to days, each their own time; a script takes the same seconds every time.",
    bandMs: 5 * SECOND,
    maxDelayMs: 300 * SECOND,
    orders: 6,
    share: 0.5,
  },
  coupon: {
    why: "A code named in a video brings orders without a click too, so only a leap above the claim's own days counts, and only when fewer people click than order.",
    orders: 25,
    untouchedShare: 0.8,
    times: 5,
    /** The least that counts as usual in a day, so that the first busy day of a small claim is no leap. */
    usualFloor: 3,
    siteClicks: 10,
    siteOrders: 3,
  },
} as const;

/** How much each kind says, and whether finding it again says more. */
export const WEIGHTS = {
  SELF_PURCHASE: { strength: 3, repeats: true, why: "The buyer's account is the influencer's own." },
  OFFICER_PURCHASE: {
    strength: 2,
    repeats: true,
    why: "Officers may buy; again and again is another matter.",
  },
  OWN_DEVICE: { strength: 2, repeats: true, why: "A test click may be forgotten once before a real order." },
  BURST: { strength: 1, repeats: false, why: "A post that went well looks the same." },
  REPEATS: { strength: 1, repeats: false, why: "A slow page is tapped again and again." },
  ONE_VISITOR: { strength: 2, repeats: false, why: "One device, but perhaps a child's hands." },
  ONE_NETWORK: { strength: 3, repeats: false, why: "Many clicks, one network, hardly any devices." },
  ONE_AGENT: { strength: 2, repeats: false, why: "One kind of device; a group may own the same." },
  QUICK_ORDER: { strength: 2, repeats: true, why: "A clock may be wrong once." },
  SAME_DELAY: { strength: 3, repeats: false, why: "Chance does not make six of these." },
  COUPON_SITE: { strength: 2, repeats: false, why: "Others may have put the code there." },
  COUPON_SPREAD: {
    strength: 2,
    repeats: true,
    why: "A talk on the radio spreads a code as well, for a day.",
  },
  SHARED_ACCOUNT: {
    strength: 2,
    repeats: true,
    why: "A couple may share a telephone; more than one thing, hardly.",
  },
  LATE_ORDERS: { strength: 3, repeats: true, why: "An officer confirmed what these orders came by as well." },
} as const;

/** Strength at which signals of one claim make a case. */
export const CASE_STRENGTH = 3;
/** Signals older than this make no new case. */
export const SIGNAL_DAYS = 30;

/** Hosts where codes are collected, each with all below it; found in Indonesia's search results for shops' codes. */
export const COUPON_HOSTS: readonly string[] = [
  ...["cuponation.co.id", "saleduck.co.id", "picodi.com", "iprice.co.id", "shopback.co.id", "giladiskon.com"],
  ...["katalogpromosi.com", "promodiskon.com", "retailmenot.com", "coupons.com", "couponfollow.com"],
  ...["joinhoney.com", "capitaloneshopping.com", "wethrift.com", "knoji.com", "dealspotr.com", "coupert.com"],
  ...["hotdeals.com", "promocodes.com", "groupon.com", "slickdeals.net", "simplycodes.com"],
];
