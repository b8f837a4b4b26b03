import { type FileHandle, open } from "node:fs/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export type Part = {
  name: string;
  /** Pieces of the content, made while they are written. */
  content: Iterable<string | Buffer>;
  /** What the headers claim instead of the truth, to build hostile files. */
  claim?: { uncompressedSize?: number; encrypted?: boolean; crc?: number };
};

type Written = { name: Buffer; offset: number; crc: number; packed: number; size: number; flags: number };

const UTF8_FLAG = 0x0800;

/** Writes a zip to a file, part by part, so that a large one needs no memory. */
export async function writeZip(path: string, parts: Iterable<Part>): Promise<void> {
  const file = await open(path, "w");
  try {
    let offset = 0;
    const directory: Written[] = [];
    for (const part of parts) {
      const written = await writePart(file, offset, part);
      directory.push(written);
      offset += 30 + written.name.length + written.packed;
    }
    const entries = Buffer.concat(directory.map(directoryEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(directory.length, 8);
    end.writeUInt16LE(directory.length, 10);
    end.writeUInt32LE(entries.length, 12);
    end.writeUInt32LE(offset, 16);
    await file.write(Buffer.concat([entries, end]), 0, null, offset);
  } finally {
    await file.close();
  }
}

async function writePart(file: FileHandle, offset: number, part: Part): Promise<Written> {
  const name = Buffer.from(part.name);
  const packer = createDeflateRaw({ level: 6 });
  let [crc, size, packed] = [0, 0, 0];
  const drained = (async () => {
    for await (const chunk of packer as AsyncIterable<Buffer>) {
      await file.write(chunk, 0, chunk.length, offset + 30 + name.length + packed);
      packed += chunk.length;
    }
  })();
  for (const piece of part.content) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    crc = crc32Of(bytes, crc);
    size += bytes.length;
    if (!packer.write(bytes)) await new Promise((resolve) => packer.once("drain", resolve));
  }
  packer.end();
  await drained;
  const flags = UTF8_FLAG | (part.claim?.encrypted ? 1 : 0);
  const written = {
    name,
    offset,
    crc: part.claim?.crc ?? crc,
    packed,
    size: part.claim?.uncompressedSize ?? size,
    flags,
  };
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeFacts(header, 6, written);
  await file.write(Buffer.concat([header, name]), 0, null, offset);
  return written;
}

function writeFacts(header: Buffer, at: number, { flags, crc, packed, size, name }: Written): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(8, at + 2);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(size, at + 16);
  header.writeUInt16LE(name.length, at + 20);
}

function directoryEntry(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  writeFacts(header, 8, entry);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** Node 20 before 20.15 has no crc32. */
function crc32Of(bytes: Buffer, before: number): number {
  return typeof crc32 === "function" ? crc32(bytes, before) : slowCrc(bytes, before);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function slowCrc(bytes: Buffer, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
