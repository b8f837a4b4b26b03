import { Readable } from "node:stream";
import { AppError } from "~/kernel/app-error";
import { openFile } from "./storage.server";

const CONTENT_TYPES: Record<string, string> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
};

const KEY = /^(product|draft|evidence)\/[A-Za-z0-9_-]{43}$/;
const FILE = /^\d{1,4}\.(avif|webp|jpg)$/;

type PictureOptions = {
  /** For public pictures only: their address names their content for ever. */
  immutable?: boolean;
  /** The request, to answer a known ETag and HEAD without the bytes. */
  request?: Request;
};

/**
 * Answers one rendition of a stored picture. The address (`storageKey/WIDTH.ending`) decides the content type; nothing
 * else in the storage can be reached through it. `nosniff` and the content policy stand on every answer of this server
 * (platform/http/security.server).
 * @throws AppError `not_found`.
 */
export async function openPicture(
  storageKey: string,
  file: string,
  options: PictureOptions = {},
): Promise<Response> {
  const type = CONTENT_TYPES[file.split(".").at(-1) ?? ""];
  if (!KEY.test(storageKey) || !FILE.test(file) || !type) {
    throw new AppError("not_found", "not the address of a picture");
  }
  const etag = `"${storageKey.split("/")[1]}-${file}"`;
  const headers = new Headers({
    "Content-Type": type,
    "Cache-Control": options.immutable ? "public, max-age=31536000, immutable" : "private, no-store",
  });
  if (options.immutable) headers.set("ETag", etag);
  if (options.immutable && options.request?.headers.get("If-None-Match")?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  const stored = await openFile(`${storageKey}/${file}`);
  headers.set("Content-Length", String(stored.size));
  if (options.request?.method === "HEAD") {
    stored.stream.resume();
    return new Response(null, { headers });
  }
  return new Response(Readable.toWeb(stored.stream as Readable) as ReadableStream, { headers });
}
