import sharp from "sharp";
import { Canvas } from "./drawing/canvas";
import { parcel } from "./drawing/kitchen";
import { MOTIFS, type Motif } from "./drawing/motifs";
import { MOODS, type Mood } from "./drawing/palette";
import { drawLight, drawRoom } from "./drawing/scene";

/** The whole thing; a part of it from near by; how it is packed to be sent. */
export type PictureView = "front" | "detail" | "packaging";

export type PictureRequest = {
  /** Of the product: what is drawn follows from its words ("Keripik Tempe" is a bag of tempe crisps). */
  name: string;
  /** Not needed for drawing yet; callers give it so that a kind can have a picture of its own. */
  kind?: string;
  /** Room, light and small irregularities follow from it. */
  seed: string;
  view?: PictureView;
  /** Side of the square, in pixels; up to 1600. */
  size?: number;
};

/** As wide as the largest rendition that a product's page asks for on a sharp screen. */
const USUAL_SIZE = 1200;

/**
 * Draws a product as a still life: no photograph, no typeface, nobody's rights. The same request gives the same
 * picture on every machine.
 * @returns a JPEG.
 */
export async function drawProductPicture(request: PictureRequest): Promise<Buffer> {
  const { view = "front", size = USUAL_SIZE } = request;
  const motif = motifOf(request.name);
  const canvas = new Canvas(`${request.seed} ${view}`);
  // All views of a product share their room.
  const mood = new Canvas(request.seed).pick(motif.moods.map((index) => MOODS[index] as Mood));
  drawRoom(canvas, mood);
  if (view === "packaging") parcel(canvas, mood);
  else motif.draw(canvas, mood);
  drawLight(canvas);
  const [left, top, side] = view === "detail" ? motif.detail : motif.front;
  const svg = canvas.toSvg(size, `${left} ${top} ${side} ${side}`);
  return sharp(Buffer.from(svg))
    .composite([{ input: await paperGrain(), tile: true, blend: "soft-light" }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

function motifOf(name: string): Motif {
  const found = MOTIFS.find((motif) => motif.words.test(name));
  if (!found) throw new RangeError(`nothing to draw for ${name}`);
  return found;
}

let grain: Promise<Buffer> | undefined;

/** A tile of fine noise, as paper has it. Made once; it is the one thing that differs from run to run. */
function paperGrain(): Promise<Buffer> {
  grain ??= sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 9 },
    },
  })
    .greyscale()
    .png()
    .toBuffer();
  return grain;
}
