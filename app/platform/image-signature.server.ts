/** What the first bytes say a file is: only these loaders are ever run on an upload. */
export type ImageFormat = "jpeg" | "png" | "webp" | "avif" | "heic";

/** Why a file is not taken as a picture. */
export type ImageRefusal = "notImage" | "heic" | "animated" | "polyglot";

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEIC_BRANDS = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]);

/**
 * Recognises a picture by its signature, never by its name: JPEG, PNG, WebP, and the ISO BMFF brands of AVIF and
 * HEIC (ISO/IEC 23008-12). Null for anything else: SVG, GIF, PDF, HTML, archives.
 */
export function sniffImage(bytes: Buffer): ImageFormat | null {
  if (bytes.length < 16) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return "png";
  if (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP") return "webp";
  if (bytes.toString("latin1", 4, 8) !== "ftyp") return null;
  const brands = boxBrands(bytes);
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? "heic" : null;
}

function boxBrands(bytes: Buffer): string[] {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands = [bytes.toString("latin1", 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString("latin1", at, at + 4));
  return brands;
}

/** Whether a PNG is an APNG: it holds an `acTL` chunk before its first `IDAT` (libvips would show one frame only). */
function isAnimatedPng(bytes: Buffer): boolean {
  const data = bytes.indexOf("IDAT", 8, "latin1");
  const control = bytes.indexOf("acTL", 8, "latin1");
  return control !== -1 && (data === -1 || control < data);
}

/** Whether an AVIF is an image sequence: its main brand says so. */
function isAvifSequence(bytes: Buffer): boolean {
  return bytes.toString("latin1", 8, 12) === "avis";
}

/** The end record of a ZIP must sit so that its comment runs exactly to the end of the file (APPNOTE 4.3.16). */
function endsAsZip(bytes: Buffer): boolean {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.lastIndexOf("PK\x05\x06", bytes.length - 22, "latin1"); at >= earliest; ) {
    if (at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true;
    at = at === 0 ? -1 : bytes.lastIndexOf("PK\x05\x06", at - 1, "latin1");
  }
  return false;
}

// Long enough not to occur by chance in 15 MB of compressed data. XMP ("<?xpacket", "<x:xmpmeta") does not match.
const ACTIVE_TEXT = /<script[\s>]|<html[\s>]|<!doctype\s|<\?php\s|<iframe[\s>]/i;

/**
 * Whether a picture is at the same time something that a browser or a server could run or unpack: a ZIP or JAR, a
 * PDF, HTML, PHP. Pictures from telephones do carry data after the image (motion photos, gain maps), so trailing
 * bytes alone are no reason to refuse. What is kept is re-encoded anyway; refusing says so to the person.
 */
export function isPolyglot(bytes: Buffer): boolean {
  if (endsAsZip(bytes)) return true;
  if (bytes.subarray(0, 1024).includes("%PDF-")) return true;
  return ACTIVE_TEXT.test(bytes.toString("latin1"));
}

/** Looks at the bytes before any decoder does. @returns the format, or why the file is refused. */
export function inspectImage(bytes: Buffer): { format: ImageFormat } | { refused: ImageRefusal } {
  const format = sniffImage(bytes);
  if (!format) return { refused: "notImage" };
  if (format === "heic") return { refused: "heic" };
  if (isPolyglot(bytes)) return { refused: "polyglot" };
  if (format === "png" && isAnimatedPng(bytes)) return { refused: "animated" };
  if (format === "avif" && isAvifSequence(bytes)) return { refused: "animated" };
  return { format };
}
