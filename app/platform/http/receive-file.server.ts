import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";
import { AppError, isAppError } from "~/kernel/app-error";
import { putStream } from "../storage.server";
import { fileNameOf } from "./file-name";

export type ReceivedFile = {
  /** As the browser named it: to be shown, never to be trusted or used as a path. */
  name: string;
  size: number;
  sha256: string;
};

const IDLE_MS = 30_000;
const TOTAL_MS = 20 * 60_000;

/**
 * Writes the one file of a multipart form straight into storage, without holding it in memory; 30 s without a byte or
 * 20 min in all end it. @returns null where the form was sent without choosing a file
 * @throws AppError `malformed`, `unsupported_media`, `too_large`
 */
export async function receiveFile(
  request: Request,
  { key, maxBytes }: { key: string; maxBytes: number },
): Promise<ReceivedFile | null> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) {
    throw new AppError("unsupported_media", "upload is not multipart/form-data");
  }
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes + 1024 ** 2) throw tooLarge(maxBytes);
  const stop = AbortSignal.timeout(TOTAL_MS);
  const source = Readable.fromWeb(request.body as WebStream<Uint8Array>);
  const idle = setTimeout(() => source.destroy(malformed("upload stalled", "ui:upload.stalled")), IDLE_MS);
  source.on("data", () => idle.refresh());
  try {
    return await store(source, type, key, maxBytes, stop);
  } catch (error) {
    throw isAppError(error) ? error : malformed("multipart form cannot be read", "ui:upload.broken", error);
  } finally {
    clearTimeout(idle);
    source.destroy();
  }
}

async function store(
  source: Readable,
  type: string,
  key: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReceivedFile | null> {
  const parser = busboy({
    headers: { "content-type": type },
    defParamCharset: "utf8",
    limits: { files: 1, fields: 10, fieldSize: 4_096, fieldNameSize: 200, parts: 11, headerPairs: 50 },
  });
  let received: ReceivedFile | null = null;
  let storing: Promise<void> | null = null;
  parser.on("file", (_, stream, info) => {
    const hash = createHash("sha256");
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(size > maxBytes ? tooLarge(maxBytes) : null, chunk);
      },
    });
    storing = putStream(key, async (partial) => {
      await pipeline(stream, meter, createWriteStream(partial, { flush: true }), { signal });
      if (size > 0 || info.filename)
        received = { name: fileNameOf(info.filename), size, sha256: hash.digest("hex") };
    }).catch((error: unknown) => {
      source.destroy();
      parser.destroy(error instanceof Error ? error : new Error("cannot store the upload"));
      throw error;
    });
    // Awaited below; without this a failure before that would count as unhandled.
    storing.catch(() => undefined);
  });
  const parsing = pipeline(source, parser, { signal }).catch((error: unknown) => error);
  const failed = await parsing;
  await storing;
  if (failed !== undefined) throw failed;
  return received;
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too_large", "upload is larger than allowed", {
    message: { key: "ui:upload.tooLarge", params: { megabytes: Math.round(maxBytes / 1e6), files: 1 } },
  });
}

function malformed(text: string, key: string, cause?: unknown): AppError {
  return new AppError("malformed", text, { message: { key }, cause });
}
