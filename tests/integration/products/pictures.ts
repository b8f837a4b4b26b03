import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** A photograph-like picture: gradients and noise, so that codecs have something to do. */
export async function aPhoto(
  options: { width?: number; height?: number; seed?: number } = {},
): Promise<Buffer> {
  const { width = 700, height = 560, seed = 1 } = options;
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    const x = index % width;
    const y = Math.floor(index / width);
    pixels[index * 3] = (x * 255) / width;
    pixels[index * 3 + 1] = (y * 255) / height;
    pixels[index * 3 + 2] = (x * y * seed) % 251;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** The same as a telephone writes it: EXIF with camera, GPS position, and an orientation. */
export async function aTaggedPhoto(orientation = 6): Promise<Buffer> {
  return sharp(await aPhoto({ width: 800, height: 600 }))
    .withExif({
      IFD0: { Make: "TelefonRahasia", Model: "X-100", Copyright: "Petugas Lapas" },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "7/1 26/1 5292/100",
        GPSLongitudeRef: "E",
        GPSLongitude: "112/1 43/1 468/100",
      },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of a few kilobytes that says it is 50,000 by 50,000 pixels: 7.5 GB once decoded. */
export function aPixelBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(50_000, 0);
  header.writeUInt32BE(50_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(4_000_000));
  return Buffer.concat([PNG, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

/** A PNG with an animation control chunk: APNG. */
export async function anAnimatedPng(): Promise<Buffer> {
  const still = await sharp(await aPhoto({ width: 600, height: 500 }))
    .png()
    .toBuffer();
  const afterHeader = 8 + 25;
  const control = chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  return Buffer.concat([still.subarray(0, afterHeader), control, still.subarray(afterHeader)]);
}

/** A picture with a ZIP archive behind it, as readers that search from the end unpack it. */
export async function aZipPolyglot(): Promise<Buffer> {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  return Buffer.concat([await aPhoto(), Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(40), end]);
}
