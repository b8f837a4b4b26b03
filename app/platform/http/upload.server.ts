import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";
import { AppError } from "~/kernel/app-error";
import { fileNameOf } from "./file-name";

export type UploadedFile = {
  /** Name of the form field. */
  field: string;
  /** As the browser named it: to be shown, never to be trusted or used as a path. */
  name: string;
  bytes: Buffer;
};

export type Upload = { files: UploadedFile[]; fields: URLSearchParams };

export type UploadLimits = {
  maxFiles: number;
  /** Of one file, in bytes. */
  maxFileBytes: number;
  maxFields?: number;
};

const MAX_FIELD_BYTES = 64 * 1024;
const IDLE_MS = 30_000;
const TOTAL_MS = 10 * 60_000;
/** All uploads of this process together may hold so much memory. */
const MAX_HELD_BYTES = 160 * 1024 * 1024;

let held = 0;

/**
 * Reads a multipart form into memory, with hard caps on the size of each file, the number of files and fields, the
 * time without a byte (30 s) and in all (10 min). An empty file field (a form sent without choosing) is left out.
 * @throws AppError `malformed`, `unsupported_media`, `too_large`, `unavailable`.
 */
export async function parseUpload(request: Request, limits: UploadLimits): Promise<Upload> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) {
    throw new AppError("unsupported_media", "upload is not multipart/form-data");
  }
  const declared = Number(request.headers.get("Content-Length") ?? 0);
  const maxTotal = limits.maxFiles * limits.maxFileBytes + 1024 * 1024;
  if (declared > maxTotal) throw tooLarge(limits);
  const claim = claimMemory();
  try {
    return await readForm(request.body as WebStream<Uint8Array>, type, limits, claim.add);
  } finally {
    claim.release();
  }
}

function claimMemory() {
  let mine = 0;
  return {
    add(count: number) {
      if (held + count > MAX_HELD_BYTES) {
        throw new AppError("unavailable", "uploads hold too much memory", {
          message: { key: "ui:upload.busy" },
          retryAfterSeconds: 15,
        });
      }
      held += count;
      mine += count;
    },
    release() {
      held -= mine;
      mine = 0;
    },
  };
}

function tooLarge(limits: UploadLimits): AppError {
  return new AppError("too_large", "upload is larger than allowed", {
    message: {
      key: "ui:upload.tooLarge",
      params: { megabytes: Math.max(1, Math.round(limits.maxFileBytes / 1e6)), files: limits.maxFiles },
    },
  });
}

function malformed(cause: unknown): AppError {
  return new AppError("malformed", "multipart form cannot be read", {
    message: { key: "ui:upload.broken" },
    cause,
  });
}

function readForm(
  body: WebStream<Uint8Array>,
  contentType: string,
  limits: UploadLimits,
  claim: (count: number) => void,
): Promise<Upload> {
  const parser = openParser(contentType, limits);
  const source = Readable.fromWeb(body);
  const upload: Upload = { files: [], fields: new URLSearchParams() };
  return new Promise((resolve, reject) => {
    const stop = (error: unknown) => {
      clearTimeout(idle);
      clearTimeout(total);
      source.unpipe(parser);
      source.destroy();
      // Busboy still touches the file's stream after the event in which this is called.
      setImmediate(() => parser.destroy());
      reject(error);
    };
    const late = () =>
      stop(new AppError("malformed", "upload stalled", { message: { key: "ui:upload.stalled" } }));
    const idle = setTimeout(late, IDLE_MS);
    const total = setTimeout(late, TOTAL_MS);
    source.on("data", () => idle.refresh());
    source.on("error", (error) => stop(malformed(error)));
    parser.on("file", (field, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        try {
          claim(chunk.length);
          chunks.push(chunk);
        } catch (error) {
          stop(error);
        }
      });
      stream.on("limit", () => stop(tooLarge(limits)));
      stream.on("error", (error) => stop(malformed(error)));
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        if (bytes.length === 0 && !info.filename) return;
        upload.files.push({ field, name: fileNameOf(info.filename), bytes });
      });
    });
    parser.on("field", (name, value, info) => {
      if (info.valueTruncated || info.nameTruncated) stop(tooLarge(limits));
      else upload.fields.append(name, value);
    });
    for (const event of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
      parser.on(event, () => stop(tooLarge(limits)));
    }
    parser.on("error", (error) => stop(malformed(error)));
    parser.on("close", () => {
      clearTimeout(idle);
      clearTimeout(total);
      resolve(upload);
    });
    source.pipe(parser);
  });
}

function openParser(contentType: string, limits: UploadLimits): busboy.Busboy {
  const fields = limits.maxFields ?? 40;
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        files: limits.maxFiles,
        // Busboy's limit is reached by a file of exactly that size.
        fileSize: limits.maxFileBytes + 1,
        fields,
        fieldSize: MAX_FIELD_BYTES,
        fieldNameSize: 200,
        parts: limits.maxFiles + fields,
        headerPairs: 50,
      },
    });
  } catch (cause) {
    throw malformed(cause);
  }
}
