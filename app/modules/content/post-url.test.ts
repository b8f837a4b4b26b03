import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLATFORMS, type Platform } from "~/modules/creators/platforms";
import { parsePostUrl, parseVideoUrl } from "./post-url";

const posts: [Platform, string, string][] = [
  [
    "INSTAGRAM",
    "https://www.instagram.com/reel/C9abc_-12X/?igsh=MzRlODBiNWFlZA==",
    "https://www.instagram.com/reel/C9abc_-12X/",
  ],
  ["INSTAGRAM", "instagram.com/p/C9abcde12X", "https://www.instagram.com/p/C9abcde12X/"],
  [
    "INSTAGRAM",
    "https://instagram.com/rina.kuliner/reel/C9abcde12X/",
    "https://www.instagram.com/reel/C9abcde12X/",
  ],
  [
    "INSTAGRAM",
    "https://www.instagram.com/stories/rina.kuliner/3512345678901234567/",
    "https://www.instagram.com/stories/rina.kuliner/3512345678901234567/",
  ],
  [
    "TIKTOK",
    "https://www.tiktok.com/@rina.kuliner/video/7234567890123456789?is_from_webapp=1",
    "https://www.tiktok.com/@rina.kuliner/video/7234567890123456789",
  ],
  ["TIKTOK", "https://vt.tiktok.com/ZSabc123/", "https://vt.tiktok.com/ZSabc123/"],
  [
    "TIKTOK",
    "https://m.tiktok.com/@rina/photo/7234567890123456789",
    "https://www.tiktok.com/@rina/photo/7234567890123456789",
  ],
  ["YOUTUBE", "https://www.youtube.com/watch?v=EJNPYff3lxU&t=12s", "https://youtu.be/EJNPYff3lxU"],
  ["YOUTUBE", "https://youtu.be/EJNPYff3lxU?si=abc", "https://youtu.be/EJNPYff3lxU"],
  ["YOUTUBE", "https://m.youtube.com/shorts/EJNPYff3lxU", "https://www.youtube.com/shorts/EJNPYff3lxU"],
  [
    "YOUTUBE",
    "https://www.youtube.com/live/EJNPYff3lxU?feature=share",
    "https://www.youtube.com/live/EJNPYff3lxU",
  ],
  [
    "FACEBOOK",
    "https://www.facebook.com/lapas.sidoarjo/posts/pfbid02abc",
    "https://www.facebook.com/lapas.sidoarjo/posts/pfbid02abc",
  ],
  ["FACEBOOK", "https://m.facebook.com/watch/?v=1234567890", "https://www.facebook.com/watch/?v=1234567890"],
  ["FACEBOOK", "https://fb.watch/abC12_x/", "https://fb.watch/abC12_x/"],
  [
    "X",
    "https://twitter.com/rina/status/1725012345678901234?s=20",
    "https://x.com/rina/status/1725012345678901234",
  ],
  [
    "WHATSAPP",
    "https://www.whatsapp.com/channel/0029VaABCDEF1234567890ab/123",
    "https://whatsapp.com/channel/0029VaABCDEF1234567890ab/123",
  ],
];

/** What may be pasted: anything, or something below a host that we know or that looks like one. */
const anyPaste = fc.oneof(
  fc.string(),
  fc
    .tuple(
      fc.constantFrom(
        "instagram.com",
        "www.tiktok.com",
        "youtu.be",
        "x.com.evil.example",
        "drive.google.com",
      ),
      fc.string({ maxLength: 30 }),
    )
    .map(([host, rest]) => `https://${host}/${rest}`),
);

describe("the address of a live post", () => {
  it.each(posts)("%s takes %s", (platform, text, url) => {
    expect(parsePostUrl(platform, text)).toEqual({ ok: true, url });
  });

  it("of one platform is refused by every other, with the name of the right one", () => {
    for (const [platform, text] of posts) {
      for (const other of PLATFORMS.filter((name) => name !== platform)) {
        expect(parsePostUrl(other, text)).toEqual({ ok: false, fault: "otherPlatform", found: platform });
      }
    }
  });

  it.each([
    ["INSTAGRAM", "https://www.instagram.com/rina.kuliner/"],
    ["TIKTOK", "https://www.tiktok.com/@rina.kuliner"],
    ["YOUTUBE", "https://www.youtube.com/@rinakuliner"],
    ["YOUTUBE", "https://www.youtube.com/watch?v=short"],
    ["FACEBOOK", "https://www.facebook.com/lapas.sidoarjo"],
    ["X", "https://x.com/rina"],
    ["WHATSAPP", "https://www.whatsapp.com/"],
  ] as const)("%s: a profile or a front page is no post: %s", (platform, text) => {
    expect(parsePostUrl(platform, text)).toEqual({ ok: false, fault: "noPost" });
  });

  it.each([
    "https://instagram.com.evil.example/p/C9abcde12X/",
    "https://evil.example/instagram.com/p/C9abcde12X/",
    "https://notinstagram.com/p/C9abcde12X/",
  ])("a look-alike host is refused: %s", (text) => {
    expect(parsePostUrl("INSTAGRAM", text)).toEqual({ ok: false, fault: "otherPlatform" });
  });

  it.each([
    "",
    "   ",
    "halo dunia",
    "https://",
    "javascript:alert(1)//instagram.com/p/C9abcde12X",
    "https://a:b@instagram.com/p/C9abcde12X",
    "https://instagram.com:8443/p/C9abcde12X",
  ])("what is no address is refused: %j", (text) => {
    expect(parsePostUrl("INSTAGRAM", text).ok).toBe(false);
  });

  it("comes out as https without anything of the query that tracks, and reads the same again", () => {
    fc.assert(
      fc.property(fc.constantFrom(...posts), fc.stringMatching(/^[a-z]{3,8}$/), ([platform, text], noise) => {
        const noisy = new URL(text.startsWith("http") ? text : `https://${text}`);
        noisy.searchParams.set("utm_source", noise);
        const read = parsePostUrl(platform, noisy.toString());
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        expect(read.url).toMatch(/^https:\/\//);
        expect(read.url).not.toContain("utm_source");
        expect(parsePostUrl(platform, read.url)).toEqual(read);
      }),
    );
  });

  it("may be a screenshot in a file store for WhatsApp alone, whose statuses have no address", () => {
    const screenshot = "https://drive.google.com/file/d/1AbC_d/view";
    expect(parsePostUrl("WHATSAPP", screenshot)).toEqual({ ok: true, url: screenshot });
    expect(parsePostUrl("INSTAGRAM", screenshot).ok).toBe(false);
  });

  it("never throws and never answers with another host, whatever is pasted", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORMS), anyPaste, (platform, text) => {
        const read = parsePostUrl(platform, text);
        if (read.ok) {
          const host = new URL(read.url).hostname;
          expect(host).toMatch(
            /(instagram|tiktok|youtube|facebook|x|whatsapp|dropbox|vimeo|google|live)\.com$|youtu\.be$|fb\.watch$/,
          );
        }
      }),
    );
  });
});

describe("the address of a draft video", () => {
  it.each([
    [
      "INSTAGRAM",
      "https://drive.google.com/file/d/1AbC_d/view?usp=sharing",
      "https://drive.google.com/file/d/1AbC_d/view?usp=sharing",
    ],
    ["TIKTOK", "https://youtu.be/EJNPYff3lxU", "https://youtu.be/EJNPYff3lxU"],
    ["TIKTOK", "https://vt.tiktok.com/ZSabc123/", "https://vt.tiktok.com/ZSabc123/"],
    [
      "YOUTUBE",
      "www.dropbox.com/scl/fi/abc/video.mp4?rlkey=x",
      "https://www.dropbox.com/scl/fi/abc/video.mp4?rlkey=x",
    ],
  ] as const)("%s takes %s", (platform, text, url) => {
    expect(parseVideoUrl(platform, text)).toEqual({ ok: true, url });
  });

  it("of another social platform is refused by name", () => {
    expect(parseVideoUrl("INSTAGRAM", "https://vt.tiktok.com/ZSabc123/")).toEqual({
      ok: false,
      fault: "otherPlatform",
      found: "TIKTOK",
    });
  });

  it("at an unknown place is refused", () => {
    expect(parseVideoUrl("INSTAGRAM", "https://example.com/video.mp4")).toEqual({
      ok: false,
      fault: "noVideoHost",
    });
    expect(parseVideoUrl("INSTAGRAM", "https://drive.google.com/")).toEqual({ ok: false, fault: "noPost" });
  });
});
