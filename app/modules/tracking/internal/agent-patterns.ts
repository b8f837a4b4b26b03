/**
 * What user agents are made of. The patterns describe kinds, never single strings: how browsers, telephones and apps
 * name themselves, and by which words programs do. All of them take time in proportion to the agent's length (no
 * repetition inside a repetition, and gaps of bounded width only), which a test holds them to.
 */

/** Alternatives, some on each line, whatever the case. */
function oneOf(alternatives: TemplateStringsArray): RegExp {
  return new RegExp(joined(alternatives), "i");
}

/** The same, at the beginning of a word: sought nowhere else, which takes a fraction of the time. */
function wordOf(alternatives: TemplateStringsArray): RegExp {
  return new RegExp(`\\b(?:${joined(alternatives)})`, "i");
}

/** The same, at the agent's beginning. */
function startingWith(alternatives: TemplateStringsArray): RegExp {
  return new RegExp(`^(?:${joined(alternatives)})`, "i");
}

function joined(alternatives: TemplateStringsArray): string {
  return (alternatives.raw[0] ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("|");
}

/** Fetchers that draw the little card under a link in a chat or a post. They want Open Graph tags, not the shop. */
export const PREVIEW_FETCHER = oneOf`
  facebookexternalhit|facebookcatalog|facebot|^whatsapp/|telegrambot|twitterbot|linkedinbot|slackbot
  slack-imgproxy|discordbot|skypeuripreview|snap url preview|pinterestbot|pinterest/0|redditbot|line-poker
  vkshare|^viber/\d+(?:\.\d+)*$|zalobot|embedly|iframely|opengraph|mastodon/|bitlybot|kakaotalk-scrap
  google-pagerenderer|microsoftpreview|teamsbot|flipboardproxy|cardyb|^synapse\x20|xing-contenttabreceiver
`;

/**
 * Browsers inside apps. A person has tapped a link there: these must never be called robots, whatever general list
 * says about the words in them.
 */
export const IN_APP = oneOf`
  \b(?:instagram|barcelona) \d|\bfb(?:an|av|_iab|ios|4a)\b|\bmetaiab\b|musical_?ly|bytedancewebview
  \btrill_\d|\baweme_|\bwhatsapp/\d|\bline/\d|\bzalo\b|\btwitter(?:android| for i)|\blinkedinapp\b
  snapchat ?/?\d|\bpinterest(?: for |/(?:ios|android))|micromessenger|\bwxwork/|telegram-android|shopee
  tokopedia|lazada|blibli|bukalapak|kakaotalk|naver\(inapp|daumapps|baiduboxapp|\bgsa/\d|\bqq/\d|\bweibo\b
  alipayclient|\bgojek\b|\bgrab/\d|\bdiscord/\d|\breddit/|\bviber\b|\bkwai|snackvideo|\bhelo/
  bigolive|\blikee\b|\bovo[/ ]\d|\bdana/\d|\btelegram/\d|\bthreads \d|\bugc\.trill/|\bzhiliaoapp
`;

/** Facebook's app on its own requests: nothing but its own list, with or without the brackets around it. */
export const FACEBOOK_ALONE = /^\[?fb(?:an|_iab)\/|\[fban\//i;

/**
 * What is held even against an agent that names an app: tools that drive browsers, and the forms in which robots name
 * themselves and no app does (`compatible; EvilBot`, `evilbot/1`, `+http:`, `Evil/1.0 (http:`). A robot's word alone
 * proves nothing here: apps and telephones are called so too.
 */
export const IMPERSONATOR = oneOf`
  headless|phantomjs|puppeteer|playwright|selenium|webdriver|lighthouse|\bptst/|rendertron|\+ ?https?:
  [a-z](?:bot|spider|crawler)/v?\d|/\d[\d.]{0,12} \(\+?https?:
  \bcompatible ?;[^)]{0,80}(?:bot\b|crawl|spider|slurp|fetch|preview|scan|https?:|@|google|facebook)
`;

/** How Android's web view tells itself apart from the browser. */
export const ANDROID_WEB_VIEW = /\bandroid [^)]{0,120}; ?wv\)/i;
/** On iOS only browsers say Safari; pages inside apps end with the system's build. */
export const IOS_WEB_VIEW =
  /^mozilla\/5\.0 \((?:iphone|ipad|ipod)[^)]{0,60}\) applewebkit\/[^(]{1,20}\([^)]{0,30}\) mobile\//i;

/** The model in an Android agent, and its build: `Android 7.0; M bot 60 Build/NRD90M`. */
export const ANDROID_MODEL =
  /(\bandroid \d[\d.]{0,9};(?: ?u;)?(?: ?[a-z]{2}(?:[-_][a-z]{2,4})?;)?) ?(?!compatible)[^;()/+@]{1,60}?(?: build\/[^;)\s]{1,60})?(?=[;)])/i;

/** What a person holds or sits before: telephone, tablet, television, console, as apps and browsers name them. */
export const PERSONAL_DEVICE = oneOf`
  \((?:linux;|linux; u;|linux; arm_64;)? ?(?:android|iphone|ipad|ipod)|\blinux; (?:u; )?android \d
  \bandroid \(\d|\((?:mobile|tablet);\x20|\(android \d|\bcpu (?:iphone )?os \d+_\d|googletv|smart-?tv
  \bweb0s\b|\btizen\b|hbbtv|netcast|\bcrkey\b|\b(?:playstation|nintendo|xbox)\b|kaios/\d|\bwebos/\d
  \bhpwos/|\(samsung;|\bbada/\d|windows phone|\biemobile|\bsymbian ?os|\bseries ?[3469]0|\(meego;|\bmaemo\b
  \bsailfish\b|\(bb10;|\bblackberry\b|\bopenharmony\b|\bharmonyos\b|\bsmart_tv|\bappletv|\bmaui\b
  \bj2me\b|\bprofile/midp|\bbrew \d
`;

/** Televisions and their boxes, which begin with whatever their maker likes. */
export const TELEVISION = wordOf`
  hbbtv/\d|omi/\d|ce-html/|nettv/\d|kreatv/|^dlnadoc/|viera/\d|aquos|bravia\b|^loewe|dtv(?:_|/|\))|netrange
  vestel|appletv\d|vidaa\b|roku/|^(?:kodi|xbmc)/
`;

/**
 * What only programs say of themselves, wherever they say it: also inside the agent of a telephone or an app. CUBOT
 * makes telephones.
 */
export const SAYS_ROBOT = oneOf`
  (?<!cu)bots?(?![a-z])|\brobot|crawl|spider|slurp|scrap(?:e|y|ing)|headless|phantomjs|lighthouse
  puppeteer|playwright|selenium|webdriver|ptst/|\+ ?https?:
  google(?:other|-read-aloud|-inspection|-extended| favicon| web preview| page ?speed|-site-verification|weblight)
  bingpreview|mediapartners|feedfetcher|khtml, like gecko; ?(?!google wireless)\w
`;

/**
 * Programs that test, scan, render or drive pages, and libraries that play what an address gives: also inside the agent
 * of a browser or a telephone.
 */
export const TESTING_TOOL = wordOf`
  siege/|powershell/|nessus|owasp|zap/|zaproxy|jsdom|htmlunit|slimerjs|zombie\.?js|rendertron|wkhtmlto
  safe ?links|splash version|stagefright/|exoplayer|libhttp|happydom|cutycapt|percy/|jmeter|gatling
  locust[/ ]|k6/|loadimpact|loader\.io|vegeta|wrk/|hey/\d|apachebench|cypress/|testcafe|nightmare\b|watir
  casperjs|chromedriver|appium|browserless|saucelabs|browserstack|lambdatest|ghost ?inspector|detectify
  acunetix|netsparker|invicti|openvas|burp(?:suite)?\b|nuclei\b|wpscan|sqlmap|nikto|w3af|arachni|skipfish
  gobuster|ffuf|feroxbuster|wfuzz|dirbuster|nmap\b|masscan|zgrab|whatweb|qualys|rapid7|tenable|immuniweb
  l9(?:explore|tcpid)|sitespeed|debugbear|prerender|websnapr|wappalyzer|builtwith|duplexweb-google
  google-safety|newsnow/|alertra\b
`;

/** Services that look at pages for somebody: watchers, testers, answering machines. */
export const KNOWN_SERVICE = oneOf`
  catchpoint|statuscake|gtmetrix|pingdom|pagespeed|site24x7|uptrends|uptime-?kuma|uptimia|dynatrace
  new ?relic|datadog|checkly|webpagetest|alertsite|gomezagent|siteimprove|sistrix|semrush|ahrefs
  screaming ?frog|moatbot|adbeat|brandverity|proofpoint|mimecast|zscaler|urlscan|virustotal|phishtank
  netcraft|safedns|chatgpt-user|chatgpt agent|oai-search|openai/|gptbot|claude-|anthropic|perplexity(?!/\d[^(]{0,60}electron| ?comet)
  cohere-ai|mistralai|gemini-deep|duckassist|bytespider|ccbot|meta-external|applebot|amazon(?:bot|-route)
  diffbot|omgili|firecrawl|jina-?(?:ai|reader)|manus-user|novaact|postman|insomnia/
`;

/** `(compatible; Name/1.0; …)`: the form in which programs name themselves inside a browser's agent … */
export const COMPATIBLE = /\bcompatible ?;/i;
/** … and the browsers that really did. */
export const REALLY_COMPATIBLE = oneOf`
  \bcompatible ?; {0,2}(?:u;|aweb|voyager|aol|googletoolbar|safari|firefox|windows|mac_powerpc|netscape)
  \bcompatible ?; {0,2}(?:origyn|hv3|charon|teleca|polaris|lotus-notes|netbox|netgem|mc680x0|gecko/)
  \bcompatible ?;[^)]{0,60}(?:msie|mspie|konqueror|netpositive|webpositive|icab|ibrowse|dillo|opera|omniweb)
  \bcompatible ?;[^)]{0,60}(?:iemobile|offbyone|abrowse|netsurf|elinks|powermarks|bidubrowser|crazy browser)
  \bcompatible ?;[^)]{0,60}(?:avant ?browser|avantgo|netfront|oregano|galeon|aweb)
  \bcompatible ?;[^)]{0,60}(?:antfresco|blazer)
  compatible ?;[^)]{0,40}\) ?(?:netfront|firefox|khtml)
`;

/** Browsers that name their home page, where otherwise only programs name one. */
export const BROWSER_WITH_HOME_PAGE = oneOf`
  embedded web browser|\b(?:internet|advanced|avant) browser[ /\d.]{0,12}\(?https?:|\bqtweb\b
`;

/** A program's own name before what it claims to be compatible with. */
export const NAME_BEFORE_COMPATIBLE = /^(?!mozilla|opera)[\w.-]{2,40}\/[\w.]{1,20} \(compatible;/i;

/** The names that telephones of the time before applications begin with. */
export const FEATURE_PHONE = startingWith`
  nokia|samsung|sec-|sonyericsson|sony ?ericsson|ericsson|lge?[-/ ]|mot-|motorola|blackberry|sie-|siemens
  alcatel|sagem|panasonic|philips|sharp|sanyo|nec-|kyocera|kwc-|kddi|docomo|j-phone|softbank|vodafone
  portalmmm|zte|huawei|haier|htc|palm|benq|pantech|toshiba|lenovo|spice|micromax|karbonn|lava|asus|amoi
  bird|tcl|telit|tianyu|up\.browser|openwave|qc[-\d]|acer|audiovox|cdm-|dopod|hs-|mitsu|sch-|sgh-|sph-|gt-
  willcom|mozilla/3\.0\((?:ddipocket|willcom)|ucweb|juc ?\(|untrusted|onebrowser|nexian|mito[-_ ]|evercoss
  polytron|advan[-_ ]
`;

/** Systems that old browsers ran on. */
export const OLD_SYSTEM = oneOf`
  windows|\bwin ?\d|\bwin(?:nt|ce)|mac|x11|linux|bsd|sunos|solaris|unix|os/2|amiga|beos|haiku|risc os
  symbian|series ?\d|j2me|midp|palm|android|iphone|ipad|nintendo|playstation|inferno|wii|tv|gecko/\d
  presto/|konqueror
`;

/** Machines and programs that people look at pages with, and that do not call themselves Mozilla. */
export const OTHER_BROWSER = startingWith`
  opera|lynx(?![a-z])|links(?![a-z])|elinks|w3m|dillo|netsurf|ncsa[_ ]mosaic|mosaic|ibrowse|icab|amiga|voyager|omniweb
  midori|konqueror|emacs-w3|netrunner|cyberdog|hotjava|itunes|quicktime|applecoremedia|roku(?![a-z])|nook browser
  wii\x20|playstation|nintendo|psp\x20|xbox|avant browser|bolt|skyfire|teashark|jasmine|netscape|galeon
  seamonkey|aweb|netfront|obigo|polaris|teleca|dolfin|tizen|webos|smarttv|smart-tv|hbbtv|kindle|silk
  galaxy|sleipnir|lunascape|greenbrowser|slimbrowser|enigma browser|moonbrowser|t-online browser|amaya|uzbl
  kazehakase|sylera|sunrise|edbrowse|antfresco|maui[_ ]|dorado|jbrowser|w3clinemode|cern-linemode|x-smiles
  ibm webexplorer|google (?:talk|earth)|airness
`;

/** Programs of people that hold a browser's engine, and whose name or home page a general list takes for a robot's. */
export const PROGRAM_WITH_ENGINE = /\bnetnewswire\/\d|\bqtweb\b|\bgoogle earth\/\d/i;

/** What people read their mail in, and play music and films with. */
export const MAIL_OR_PLAYER = startingWith`
  the bat!|pocomail|barca|eudora|postbox|airmail|thunderbird|outlook-express|apple mail|lotus-notes|emclient
  vlc[/ ]|vlc media|winamp|foobar2000|nsplayer|windows-media-player|g?n?o?m?e?-?mplayer|audacious|clementine
  banshee|bsplayer|xmms|rhythmbox|amarok|songbird|realplayer|spotify/|deezer/|miro/|music player daemon
  apple (?:iphone|ipad|mac os)[^/]{0,20} coremedia|apple-ip(?:ad|hone)
`;

/** An app that asks by the system's own means, on a device that it names: somebody holds it. */
export const APP_ON_DEVICE = oneOf`
  \bdalvik/\d[\d.]{0,8} \(?linux|\bcfnetwork/[\d.]+ (?:darwin|appletv)/|\((?:[^()]{0,80}; ?)?(?:iphone|ipad|ipod touch)\b
  \((?:[^()]{0,80}; ?)?ios \d|\((?:linux; ?)?(?:u; ?)?android(?:[ /;]\d|\))|\bandroid/\d|\bios/\d
  iphone[_ ]os|; ?android\)
`;

/**
 * Programs' HTTP libraries and systems' own fetchers. Office asks for a link itself before it opens the browser, which
 * then asks again: only the latter is the visit.
 */
export const HTTP_LIBRARY_FIRST = startingWith`
  urlgrabber\b|winhttp\b|jakarta\b|okhttp\b|java/|java[ /]?1\b|python\b|aiohttp\b|httpx\b|go-http\b|curl\b
  wget\b|libcurl\b|pycurl\b|axios\b|node\b|undici\b|got\x20|got/|superagent\b|ruby\b|faraday\b|php\b
  guzzle\b|perl\b|lwp\b|libwww\b|apache-http\b|httpclient\b|http_request\b|rest-client\b|restsharp\b
  postman\b|insomnia\b|hhttp\b|dart\b|reqwest\b|ureq\b|hyper/|elixir\b|erlang\b|deno\b|bun/|powershell\b
  webclient\b|wininet\b|microsoft[ -]?(?:url|bits|winhttp|webdav|crypto|ncsi)|cpp-|qt\b|typhoeus\b
  microsoft office\b|ms-office|mechanize\b|scrapy\b|httrack\b|fetch\b|http\b
`;
/** … and where they come later. */
export const HTTP_LIBRARY_LATER = oneOf`
  \bpython-requests\b|\bpython-urllib\b|\blibwww-perl\b|\bokhttp\b|\bhttpclient\b|\bgo-http-client\b
  \bwindowspowershell\b
`;

/** Words that every browser has, from Mosaic's children to the telephones of 2005. */
export const BROWSER_WORD = oneOf`
  mozilla|opera|webkit|gecko|msie|midp|ucweb|ucbrowser|browser|blackberry|nokia|symbian|series ?60|dolfin
  netfront|openwave|up\.link|instagram|nintendo|playstation|chrome/|safari/|firefox/
`;

/** A service's product after or inside a desktop browser's agent: monitors, screenshots, audits, scans. */
export const SERVICE_PRODUCT = new RegExp(
  `(?:^|[\\s;(])(?=[\\w.-]{0,40}(?:${joined`
    monitor|uptime|status|alert|probe|synthetic|metrix|screenshot|thumb|snapshot|prerender|fetch|dast|pentest
    vuln|seo(?![a-z])|indexer|extract|analyz|verif|validat|complian|consent|onetrust|archiv|unfurl|miniature
    audit|survey|research|linkcheck|checklink|checker|sitemap|metauri|watcher|sweep|harvest|collector
    aggregat|resolver|sandbox|phish|threat|malware|webpulse|traffic-?manager|tracker/|fluence|scout|nutch|retriev|reaper|sucker|ripper|copier|downloader|libwhisker|nikto|nessus|wpscan|sqlmap
    nmap|masscan|zgrab|censys|expanse|shodan
  `}))[\\w.-]{1,80}(?:/[\\d.]|[;)\\s]|$)`,
  "i",
);

/**
 * A name without a version after all that Chrome itself says on a desktop: `… Safari/537.36 Freshping`. Browsers made of
 * Chromium name their version there, but for those of China.
 */
export const PLAIN_NAME_AFTER_CHROME =
  /\) applewebkit\/[\d.]{1,8} \(khtml, like gecko\) (?:ubuntu )?(?:chromium\/[\d.]{1,20} )?chrome\/[\d.]{1,20} safari\/[\d.]{1,8} (?!qihu|360|mrchrome|se 2|lbbrowser|maxthon|nettype|windowswechat|stream master|honorlock|quest|debian|ubuntu|opr|edg)[a-z][a-z_.-]{4,40}(?: [a-z_.-]{2,30}){0,3}$/i;

/** What programs' names end in: `SomethingScan/1.1`. */
export const SERVICE_ENDING =
  /[a-z](?:scan|speed|agent|service|server|proxy|worker|daemon|client|optimizer|ping|detector|guardian)\/v?\d|\w[a-ln-z]ai\/\d|[a-z]UA\/\d/i;

/** Tokens that only a program's random or test agent has. */
export const NONSENSE = /\b[0-9a-f]{32}\b|<[a-z!/]|\$\{|\b(?:select|union|sleep)\s?\(/i;
