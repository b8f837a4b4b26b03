import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { photoSources, photoUrl } from "~/kernel/picture";
import { env } from "~/platform/env.server";
import { MAX_IMAGE_BYTES, processImage, type StoredImage } from "~/platform/images.server";
import { openPicture } from "~/platform/media.server";
import { useDatabase } from "../../setup/database";
import { anAnimatedPng, aPhoto, aPixelBomb, aTaggedPhoto, aZipPolyglot } from "./pictures";

useDatabase();

const fileOf = (image: StoredImage, name: string) =>
  path.join(env().GAUNG_HOME, "storage", image.storageKey, name);

describe("processImage", () => {
  it("stores every width in every format and says what it made", async () => {
    const image = await processImage(await aPhoto({ width: 1000, height: 800 }), { keyPrefix: "product" });
    expect(image).toMatchObject({ width: 1000, height: 800, widths: [320, 640, 960, 1000] });
    expect(image.colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(image.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(image.storageKey).toMatch(/^product\/[A-Za-z0-9_-]{43}$/);
    for (const width of image.widths) {
      for (const [ending, format] of [
        ["avif", "heif"],
        ["webp", "webp"],
        ["jpg", "jpeg"],
      ] as const) {
        const metadata = await sharp(fileOf(image, `${width}.${ending}`)).metadata();
        expect(metadata).toMatchObject({ format, width, height: Math.round(width * 0.8) });
      }
    }
  });

  it("removes EXIF, GPS and the colour profile from all renditions, and turns the picture upright", async () => {
    const tagged = await aTaggedPhoto(6);
    const before = await sharp(tagged).metadata();
    expect(before.exif).toBeDefined();
    expect(tagged.includes("TelefonRahasia")).toBe(true);
    const image = await processImage(tagged, { keyPrefix: "product" });
    // Orientation 6 is a quarter turn: 800 x 600 becomes 600 x 800.
    expect(image).toMatchObject({ width: 600, height: 800 });
    for (const width of image.widths) {
      for (const ending of ["avif", "webp", "jpg"]) {
        const file = fileOf(image, `${width}.${ending}`);
        const { exif, xmp, iptc, icc, orientation } = await sharp(file).metadata();
        expect({ exif, xmp, iptc, icc }).toEqual({
          exif: undefined,
          xmp: undefined,
          iptc: undefined,
          icc: undefined,
        });
        expect(orientation ?? 1).toBe(1);
        const bytes = await sharp(file).toBuffer();
        expect(bytes.includes("TelefonRahasia")).toBe(false);
      }
    }
  });

  it("never enlarges, and puts transparency on white", async () => {
    const transparent = await sharp({
      create: { width: 500, height: 500, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const image = await processImage(transparent, { keyPrefix: "draft" });
    expect(image.widths).toEqual([320, 500]);
    const { data } = await sharp(fileOf(image, "320.jpg")).raw().toBuffer({ resolveWithObject: true });
    expect([data[0], data[1], data[2]]).toEqual([255, 255, 255]);
  });

  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>';

  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ["an SVG", () => Buffer.from(svg), "unsupported_media", "notImage"],
    ["a page named .jpg", () => Buffer.from("<!doctype html><p>foto.jpg"), "unsupported_media", "notImage"],
    [
      "a ZIP",
      () => Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(100)]),
      "unsupported_media",
      "notImage",
    ],
    [
      "a GIF",
      async () =>
        sharp(await aPhoto())
          .gif()
          .toBuffer(),
      "unsupported_media",
      "notImage",
    ],
    [
      "a TIFF",
      async () =>
        sharp(await aPhoto())
          .tiff()
          .toBuffer(),
      "unsupported_media",
      "notImage",
    ],
    ["a picture that is a ZIP too", aZipPolyglot, "unsupported_media", "polyglot"],
    [
      "a picture with a page in its comment",
      async () => Buffer.concat([await aPhoto(), Buffer.from("<script>alert(1)</script>")]),
      "unsupported_media",
      "polyglot",
    ],
    [
      "a picture with PHP behind it",
      async () => Buffer.concat([await aPhoto(), Buffer.from("<?php system($_GET['c']); ?>")]),
      "unsupported_media",
      "polyglot",
    ],
    ["an APNG", anAnimatedPng, "unsupported_media", "animated"],
    [
      "HEIC",
      () => Buffer.from("0000001c66747970686569630000000068656963", "hex"),
      "unsupported_media",
      "heic",
    ],
    ["a cut-off JPEG", async () => (await aPhoto()).subarray(0, 9_000), "invalid", "broken"],
    [
      "a header without a picture",
      () => Buffer.from("ffd8ffe000104a464946000101000001", "hex"),
      "invalid",
      "broken",
    ],
    ["a bomb of 2.5 gigapixels", aPixelBomb, "too_large", "tooManyPixels"],
    ["a tiny picture", () => aPhoto({ width: 40, height: 40 }), "invalid", "tooSmall"],
    ["a ribbon", () => aPhoto({ width: 1200, height: 100 }), "invalid", "tooNarrow"],
    ["nothing", () => Buffer.alloc(0), "invalid", "empty"],
    ["16 MB", () => Buffer.alloc(MAX_IMAGE_BYTES + 1), "too_large", "tooLarge"],
  ])("refuses %s", async (_name, make, code, reason) => {
    await expect(processImage(await make(), { keyPrefix: "product" })).rejects.toMatchObject({
      code,
      userMessage: { key: `ui:upload.image.${reason}` },
    });
  });

  it("takes a photo with a motion video behind it and leaves the video out", async () => {
    const video = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42", "latin1"), Buffer.alloc(50_000, 7)]);
    const image = await processImage(Buffer.concat([await aPhoto(), video]), { keyPrefix: "product" });
    expect((await stat(fileOf(image, "320.jpg"))).size).toBeLessThan(60_000);
  });

  it("refuses animated WebP", async () => {
    const frames = [await aPhoto({ seed: 1 }), await aPhoto({ seed: 2 })];
    const animated = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    await expect(processImage(animated, { keyPrefix: "product" })).rejects.toMatchObject({
      userMessage: { key: "ui:upload.image.animated" },
    });
  });

  it("leaves nothing behind of what it refused", async () => {
    const before = await processImage(await aPhoto({ seed: 3 }), { keyPrefix: "evidence" });
    await expect(
      processImage((await aPhoto()).subarray(0, 9_000), { keyPrefix: "evidence" }),
    ).rejects.toMatchObject({ code: "invalid" });
    const folder = path.join(env().GAUNG_HOME, "storage", "evidence");
    expect(await readdir(folder)).toEqual([before.storageKey.split("/")[1]]);
  });
});

describe("openPicture", () => {
  it("serves a rendition for ever, and knows it again", async () => {
    const image = await processImage(await aPhoto(), { keyPrefix: "product" });
    const url = photoUrl(image, 320, "avif");
    expect(url).toBe(`/media/${image.storageKey}/320.avif`);
    const answer = await openPicture(image.storageKey, "320.avif", { immutable: true });
    expect(answer.headers.get("Content-Type")).toBe("image/avif");
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((await sharp(bytes).metadata()).width).toBe(320);
    const request = new Request("http://localhost/", {
      headers: { "If-None-Match": answer.headers.get("ETag") ?? "" },
    });
    expect((await openPicture(image.storageKey, "320.avif", { immutable: true, request })).status).toBe(304);
  });

  it("keeps private ones out of caches", async () => {
    const image = await processImage(await aPhoto(), { keyPrefix: "draft" });
    const answer = await openPicture(image.storageKey, "320.webp");
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    await answer.body?.cancel();
  });

  it.each([
    ["product/../../secret", "320.avif"],
    ["product/short", "320.avif"],
    [`other/${"a".repeat(43)}`, "320.avif"],
    [`product/${"a".repeat(43)}`, "../320.avif"],
    [`product/${"a".repeat(43)}`, "320.svg"],
    [`product/${"a".repeat(43)}`, "320.avif"],
  ])("does not serve %s/%s", async (key, file) => {
    await expect(openPicture(key, file)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("photoSources", () => {
  const picture = { storageKey: "product/abc", width: 1000, height: 800, widths: [1000, 320, 960, 640] };

  it("lists every width, smallest first", () => {
    expect(photoSources(picture)).toEqual({
      avif: [320, 640, 960, 1000].map((width) => `/media/product/abc/${width}.avif ${width}w`).join(", "),
      webp: [320, 640, 960, 1000].map((width) => `/media/product/abc/${width}.webp ${width}w`).join(", "),
      fallback: "/media/product/abc/960.jpg",
      width: 1000,
      height: 800,
    });
  });

  it("takes the widest where none is wide enough", () => {
    expect(photoUrl(picture, 2000, "jpg", "/x")).toBe("/x/product/abc/1000.jpg");
  });
});
