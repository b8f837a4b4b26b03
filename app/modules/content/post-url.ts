import { PLATFORMS, type Platform } from "~/modules/creators/platforms";

/**
 * Addresses of posts and of draft videos: which forms count, and their canonical shape without tracking parameters.
 * Forms of YouTube, Instagram and TikTok after their own documentation of permalinks and share links.
 */
export type UrlFault = "unreadable" | "insecure" | "otherPlatform" | "noPost" | "noVideoHost";

export type PostUrl =
  | { ok: true; url: string }
  /** `found`: the platform that the address belongs to, where we know it. */
  | { ok: false; fault: UrlFault; found?: Platform };

const HOSTS: Record<Platform, readonly string[]> = {
  INSTAGRAM: ["instagram.com", "instagr.am"],
  TIKTOK: ["tiktok.com"],
  YOUTUBE: ["youtube.com", "youtu.be"],
  FACEBOOK: ["facebook.com", "fb.watch", "fb.com"],
  X: ["x.com", "twitter.com"],
  WHATSAPP: ["whatsapp.com"],
};

/** Places where people keep a file and share it by link. */
const FILE_STORES = [
  "drive.google.com",
  "photos.app.goo.gl",
  "dropbox.com",
  "vimeo.com",
  "1drv.ms",
  "onedrive.live.com",
];

const belongsTo = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

function platformOf(host: string): Platform | undefined {
  return PLATFORMS.find((platform) => HOSTS[platform].some((domain) => belongsTo(host, domain)));
}

/** Reads an address as people paste it: with blanks around it, or without `https://`. */
function readUrl(text: string): URL | "unreadable" | "insecure" {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 2_000 || /\s/.test(trimmed)) return "unreadable";
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return "unreadable";
  const url = new URL(withScheme);
  if (url.username || url.password || url.port || !url.hostname.includes(".")) return "unreadable";
  if (url.protocol === "http:") url.protocol = "https:";
  return url.protocol === "https:" ? url : "insecure";
}

type Shape = (url: URL, host: string, parts: string[]) => string | null;

/** One function a platform: the canonical address of a post, or null where the path is none of a post. */
const POST_SHAPES: Record<Platform, Shape> = {
  INSTAGRAM: (_url, _host, parts) => {
    const [first, second, third] = parts;
    const withName = /^(p|reel|reels|tv)$/.test(second ?? "") ? [second, third] : [first, second];
    const [kind, code] = withName;
    if (/^(p|reel|reels|tv)$/.test(kind ?? "") && /^[\w-]{5,64}$/.test(code ?? "")) {
      return `https://www.instagram.com/${kind === "reels" ? "reel" : kind}/${code}/`;
    }
    if (first === "stories" && /^[\w.]{1,30}$/.test(second ?? "") && /^\d+$/.test(third ?? "")) {
      return `https://www.instagram.com/stories/${second}/${third}/`;
    }
    return null;
  },
  TIKTOK: (_url, host, parts) => {
    const [first, second, third] = parts;
    if (
      /^@[\w.]{1,32}$/.test(first ?? "") &&
      /^(video|photo)$/.test(second ?? "") &&
      /^\d{8,25}$/.test(third ?? "")
    ) {
      return `https://www.tiktok.com/${first}/${second}/${third}`;
    }
    const short =
      host === "vt.tiktok.com" || host === "vm.tiktok.com" ? first : first === "t" ? second : undefined;
    if (short && /^\w{5,20}$/.test(short)) return `https://vt.tiktok.com/${short}/`;
    return null;
  },
  YOUTUBE: (url, host, parts) => {
    const [first, second] = parts;
    const isId = (id: string | null | undefined): id is string => /^[\w-]{11}$/.test(id ?? "");
    if (host === "youtu.be") return isId(first) ? `https://youtu.be/${first}` : null;
    const watched = url.searchParams.get("v");
    if (first === "watch" && isId(watched)) return `https://youtu.be/${watched}`;
    if (/^(shorts|live)$/.test(first ?? "") && isId(second))
      return `https://www.youtube.com/${first}/${second}`;
    if (first === "post" && /^[\w-]{10,64}$/.test(second ?? ""))
      return `https://www.youtube.com/post/${second}`;
    return null;
  },
  FACEBOOK: (url, host, parts) => {
    const [first, second, third] = parts;
    if (host === "fb.watch") return /^[\w-]{5,32}$/.test(first ?? "") ? `https://fb.watch/${first}/` : null;
    if (first === "watch" && /^\d+$/.test(url.searchParams.get("v") ?? "")) {
      return `https://www.facebook.com/watch/?v=${url.searchParams.get("v")}`;
    }
    const story = url.searchParams.get("story_fbid");
    const page = url.searchParams.get("id");
    if (/^(permalink|story)\.php$/.test(first ?? "") && story && page && /^\w+$/.test(story + page)) {
      return `https://www.facebook.com/permalink.php?story_fbid=${story}&id=${page}`;
    }
    if (/^(reel|share)$/.test(first ?? "") && /^[\w-]+$/.test(second ?? "")) {
      return `https://www.facebook.com/${parts.slice(0, 3).join("/")}`;
    }
    if (/^(posts|videos|photos)$/.test(second ?? "") && /^[\w.:-]+$/.test(third ?? "")) {
      return `https://www.facebook.com/${parts.slice(0, 4).join("/")}`;
    }
    return null;
  },
  X: (_url, _host, parts) => {
    const [name, kind, id] = parts;
    if (!/^\w{1,15}$/.test(name ?? "") || kind !== "status" || !/^\d{5,25}$/.test(id ?? "")) return null;
    return `https://x.com/${name}/status/${id}`;
  },
  WHATSAPP: (_url, _host, parts) => {
    const [first, code, post] = parts;
    if (first !== "channel" || !/^\w{10,40}$/.test(code ?? "")) return null;
    return `https://whatsapp.com/channel/${code}${/^\d+$/.test(post ?? "") ? `/${post}` : ""}`;
  },
};

function shapeOf(platform: Platform, url: URL, host: string): string | null {
  return POST_SHAPES[platform](url, host, url.pathname.split("/").filter(Boolean));
}

const isFileStore = (host: string) => FILE_STORES.some((store) => belongsTo(host, store));

function storedFile(url: URL): PostUrl {
  url.hash = "";
  return url.pathname.length > 1 ? { ok: true, url: url.toString() } : { ok: false, fault: "noPost" };
}

const hostOf = (url: URL) => url.hostname.toLowerCase().replace(/^(www|m|mobile|web)\./, "");

/**
 * Reads the address of a live post. It must be a post (not a profile) of the wanted platform; parameters that only
 * track who shared it are dropped, so that the same post has one address. A WhatsApp status has no address of its own:
 * there a screenshot in a file store counts as well.
 */
export function parsePostUrl(platform: Platform, text: string): PostUrl {
  const url = readUrl(text);
  if (typeof url === "string") return { ok: false, fault: url };
  const host = hostOf(url);
  if (platform === "WHATSAPP" && isFileStore(host)) return storedFile(url);
  const found = platformOf(host);
  if (found !== platform) return { ok: false, fault: "otherPlatform", ...(found ? { found } : {}) };
  const canonical = shapeOf(platform, url, host);
  return canonical ? { ok: true, url: canonical } : { ok: false, fault: "noPost" };
}

/**
 * Reads the address of a draft video, which is not public yet: a file in a store (Google Drive, Dropbox, …), an
 * unlisted YouTube video, or a post of the wanted platform.
 */
export function parseVideoUrl(platform: Platform, text: string): PostUrl {
  const url = readUrl(text);
  if (typeof url === "string") return { ok: false, fault: url };
  const host = hostOf(url);
  if (isFileStore(host)) return storedFile(url);
  const found = platformOf(host);
  if (found === "YOUTUBE" || found === platform) {
    const canonical = shapeOf(found, url, host);
    return canonical ? { ok: true, url: canonical } : { ok: false, fault: "noPost" };
  }
  return found ? { ok: false, fault: "otherPlatform", found } : { ok: false, fault: "noVideoHost" };
}
