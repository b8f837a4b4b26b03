/** User agents as they are met on links shared in Indonesian social media, with how often. */
type Agent = { weight: number; agent: string; referrer: string | null };

const ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko)";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

/** People: mostly telephones, mostly inside the app in which they saw the post. */
export const PEOPLE: readonly Agent[] = [
  {
    weight: 24,
    agent: `${ANDROID} Version/4.0 Chrome/130.0.6723.102 Mobile Safari/537.36 Instagram 355.1.0.44.103 Android (34/14; 450dpi; 1080x2125; samsung; SM-A556E; a55x; s5e8845; in_ID; 664341302)`,
    referrer: "https://l.instagram.com/",
  },
  {
    weight: 21,
    agent: `${ANDROID} Version/4.0 Chrome/129.0.6668.100 Mobile Safari/537.36 trill_2023700040 BytedanceWebview/d8a21c6 musical_ly_2023700040`,
    referrer: "https://www.tiktok.com/",
  },
  { weight: 17, agent: `${ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36`, referrer: null },
  {
    weight: 8,
    agent: `${IPHONE} Mobile/15E148 Instagram 356.0.0.27.111 (iPhone15,4; iOS 18_1; id_ID; id; scale=3.00; 1179x2556; 664718251)`,
    referrer: "https://l.instagram.com/",
  },
  { weight: 7, agent: `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, referrer: null },
  {
    weight: 7,
    agent: `${ANDROID} Version/4.0 Chrome/130.0.6723.102 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/489.0.0.66.81;]`,
    referrer: "https://m.facebook.com/",
  },
  {
    weight: 5,
    agent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
    referrer: "https://www.youtube.com/",
  },
  {
    weight: 4,
    agent:
      "Mozilla/5.0 (Linux; Android 13; 2201117TY) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
    referrer: null,
  },
  {
    weight: 2,
    agent:
      "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
    referrer: null,
  },
];

/** What fetches a link when it is pasted into a chat or a post. */
export const PREVIEWERS: readonly Agent[] = [
  { weight: 6, agent: "WhatsApp/2.24.20.89 A", referrer: null },
  {
    weight: 4,
    agent: "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    referrer: null,
  },
  { weight: 2, agent: "TelegramBot (like TwitterBot)", referrer: null },
  { weight: 1, agent: "Twitterbot/1.0", referrer: null },
];

/** Robots that come by themselves, day and night. */
export const ROBOTS: readonly Agent[] = [
  {
    weight: 5,
    agent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    referrer: null,
  },
  {
    weight: 3,
    agent: "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    referrer: null,
  },
  { weight: 3, agent: "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", referrer: null },
  { weight: 2, agent: "python-requests/2.32.3", referrer: null },
  { weight: 1, agent: "curl/8.5.0", referrer: null },
  { weight: 1, agent: "", referrer: null },
];
