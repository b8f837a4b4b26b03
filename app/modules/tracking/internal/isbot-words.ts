import { createIsbotFromList, list } from "isbot";

/** isbot's general list without the words that stand in the agents of people's browsers, telephones and apps too. */
export function isbotWithout(words: ReadonlySet<string>): (agent: string | null | undefined) => boolean {
  return createIsbotFromList(list.filter((pattern) => !words.has(pattern)));
}

/** What Firefox, Opera and Chrome Frame add for their users, and what isbot takes any plain name for. */
export const WORDS_OF_BROWSERS: ReadonlySet<string> = new Set([
  "firephp",
  "chromeframe",
  "torrent",
  "transcoder",
  "rexx;",
  "browsex",
  "offbyone",
  "powermarks",
  "^netsurf",
  "^[\\w \\.\\-\\(?:\\):%]+(?:/v?\\d+(?:\\.\\d+)?(?:\\.\\d{1,10})*?)?(?:,|$)",
  "^[\\w\\-]+/[\\w]+$",
  "^\\w+/[\\w\\(\\)]*$",
  "^[^ ]{50,}$",
  "^mozilla/\\d\\.\\d\\s\\((?:compatible;)?(?:\\s?[\\w\\d-.]+[\\s/]\\d+\\.\\d+)?\\)$",
  ";\\s\\w+;$",
]);

/** Until about 2010 toolbars, providers and gateways wrote themselves into their users' agents. */
export const WORDS_OF_OLD_BROWSERS: ReadonlySet<string> = new Set([
  ...WORDS_OF_BROWSERS,
  "\\.com\\b",
  "(?<!lib)http",
  "(?<! channel/|google/)google(?!(?:wv|app|/google| pixel))",
  "(?:^|[^g])news(?!sapphire)",
  "feed",
  "\\|",
  "download",
  "optimize",
  "proxy",
  "library",
  "advisor",
  "tools",
  "agent\\b",
  "\\b\\w+/1\\.0;",
  "java(?!;)",
  "(?<!cam)scan",
  "server",
  "preview",
  "discovery",
  "\\btime/",
]);

/** Models of telephones and names of apps have all sorts of words; there only what programs say counts. */
export const WORDS_OF_DEVICES: ReadonlySet<string> = new Set([
  ...WORDS_OF_BROWSERS,
  "(?<! channel/|google/)google(?!(?:wv|app|/google| pixel))",
  "(?:^|[^g])news(?!sapphire)",
  "feed",
  "\\|",
  "download",
  "optimize",
  "proxy",
  "library",
  "advisor",
  "tools",
  "\\b\\w+/1\\.0;",
  "java(?!;)",
  "(?<!cam)scan",
  "server",
  " daum[ /]",
  "mail\\.ru/",
  "sogou",
  "radar",
  "capture",
  "catch",
  "detect",
  "insight",
  "inspect",
  "measure",
  "monitor\\b",
  "node\\b",
  "audit",
  "analyzer",
  "archive",
  "discovery",
  "grab",
  "rigor",
  "splash",
  "url",
  "readable/",
  "virtuoso",
  "abuse",
  "cloudflare",
  "\\bort/",
  "\\btime/",
  "\\bbw/",
  "\\bdlc\\b",
  "\\(\\)",
  "^[<\\(;]",
]);

export const isbotOnBrowser = isbotWithout(WORDS_OF_BROWSERS);
export const isbotOnOldBrowser = isbotWithout(WORDS_OF_OLD_BROWSERS);
export const isbotOnDevice = isbotWithout(WORDS_OF_DEVICES);
