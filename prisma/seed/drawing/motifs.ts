import type { Canvas } from "./canvas";
import { batikFern, batikFlowers, glasses, ring, sandals, wallet } from "./cloth";
import { coirMat, coirPot, cuttingBoard, incense, pinisi, rattanBag, sailingShip, wovenBox } from "./craft";
import { bread, coffee, fish, greens, honey, palmSugar, parcel, sambal } from "./kitchen";
import type { Mood } from "./palette";
import {
  amplangSnack,
  bananaChips,
  nastarJar,
  peanutJar,
  prawnCrackers,
  snowJar,
  tempeChips,
  waferJar,
} from "./snacks";
import { bookshelf, chair, foldingTable } from "./timber";

/** A square cut out of the 1600 by 1600 drawing: left, top, side. */
export type Crop = readonly [left: number, top: number, side: number];

export type Motif = {
  /** Found in a product's name. */
  words: RegExp;
  draw: (canvas: Canvas, mood: Mood) => void;
  /** Rooms in which the colours of the thing stand out. */
  moods: readonly number[];
  front: Crop;
  detail: Crop;
};

const PACK: Crop = [190, 380, 1190];
const STAND: Crop = [130, 270, 1310];
const LOW: Crop = [150, 360, 1210];

/** What can be drawn; the first whose words occur in the name is. The last one fits everything. */
export const MOTIFS: readonly Motif[] = [
  { words: /kerupuk|krupuk/i, draw: prawnCrackers, moods: [0, 2, 5], front: PACK, detail: [780, 1010, 590] },
  {
    words: /keripik tempe|tempe/i,
    draw: tempeChips,
    moods: [4, 3, 5],
    front: PACK,
    detail: [780, 1010, 590],
  },
  { words: /pisang/i, draw: bananaChips, moods: [5, 2, 1], front: PACK, detail: [780, 1010, 590] },
  { words: /amplang/i, draw: amplangSnack, moods: [0, 3, 4], front: PACK, detail: [780, 1010, 590] },
  { words: /nastar/i, draw: nastarJar, moods: [3, 2, 5], front: PACK, detail: [760, 1000, 600] },
  { words: /kacang/i, draw: peanutJar, moods: [5, 2, 0], front: PACK, detail: [760, 1000, 600] },
  { words: /semprong/i, draw: waferJar, moods: [2, 3, 0], front: PACK, detail: [760, 1000, 600] },
  {
    words: /putri salju|kue kering/i,
    draw: snowJar,
    moods: [1, 3, 5],
    front: PACK,
    detail: [760, 1000, 600],
  },
  { words: /sambal|petis/i, draw: sambal, moods: [4, 5, 2], front: PACK, detail: [780, 1000, 600] },
  {
    words: /roti|bakpao|donat/i,
    draw: bread,
    moods: [4, 5, 2],
    front: [200, 440, 1160],
    detail: [420, 960, 640],
  },
  { words: /kopi/i, draw: coffee, moods: [2, 3, 0], front: PACK, detail: [700, 960, 620] },
  {
    words: /gula|jahe/i,
    draw: palmSugar,
    moods: [2, 5, 3],
    front: [130, 350, 1260],
    detail: [740, 960, 620],
  },
  { words: /madu/i, draw: honey, moods: [5, 1, 2], front: PACK, detail: [760, 960, 620] },
  { words: /bandeng|ikan/i, draw: fish, moods: [1, 3, 5], front: [150, 380, 1220], detail: [250, 960, 640] },
  {
    words: /sawi|pakcoy|sayur|kangkung/i,
    draw: greens,
    moods: [3, 0, 5],
    front: STAND,
    detail: [420, 620, 720],
  },
  {
    words: /pakis|batik.*(cap|alam)/i,
    draw: batikFern,
    moods: [2, 5, 4],
    front: [190, 300, 1220],
    detail: [440, 560, 680],
  },
  {
    words: /batik|kain|sarung/i,
    draw: batikFlowers,
    moods: [4, 3, 2],
    front: [190, 300, 1220],
    detail: [440, 560, 680],
  },
  {
    words: /sandal|sepatu/i,
    draw: sandals,
    moods: [2, 5, 4],
    front: [200, 420, 1180],
    detail: [480, 920, 640],
  },
  {
    words: /dompet|kulit/i,
    draw: wallet,
    moods: [5, 2, 4],
    front: [220, 450, 1150],
    detail: [420, 800, 640],
  },
  {
    words: /kacamata/i,
    draw: glasses,
    moods: [4, 2, 5],
    front: [200, 360, 1190],
    detail: [280, 720, 620],
  },
  {
    words: /cincin|perak|gelang/i,
    draw: ring,
    moods: [3, 0, 2],
    front: [200, 400, 1170],
    detail: [440, 540, 640],
  },
  { words: /rotan|tas/i, draw: rattanBag, moods: [2, 5, 3], front: STAND, detail: [420, 720, 660] },
  {
    words: /keben|kotak/i,
    draw: wovenBox,
    moods: [3, 5, 2],
    front: [210, 400, 1170],
    detail: [450, 640, 640],
  },
  { words: /keset|sabut.*rajut/i, draw: coirMat, moods: [4, 5, 2], front: LOW, detail: [420, 1000, 580] },
  {
    words: /pot|sabut/i,
    draw: coirPot,
    moods: [0, 3, 4],
    front: [160, 110, 1280],
    detail: [480, 760, 640],
  },
  {
    words: /pinisi/i,
    draw: pinisi,
    moods: [3, 5, 2],
    front: [100, 270, 1290],
    detail: [560, 800, 640],
  },
  {
    words: /kapal|perahu/i,
    draw: sailingShip,
    moods: [5, 2, 3],
    front: [110, 270, 1290],
    detail: [560, 760, 660],
  },
  { words: /talenan/i, draw: cuttingBoard, moods: [2, 5, 4], front: STAND, detail: [420, 680, 660] },
  {
    words: /dupa/i,
    draw: incense,
    moods: [0, 2, 5],
    front: [180, 340, 1240],
    detail: [500, 540, 680],
  },
  { words: /kursi|bangku/i, draw: chair, moods: [5, 2, 4], front: STAND, detail: [420, 640, 700] },
  { words: /rak|lemari/i, draw: bookshelf, moods: [2, 3, 5], front: STAND, detail: [460, 560, 680] },
  { words: /meja/i, draw: foldingTable, moods: [3, 2, 5], front: STAND, detail: [320, 640, 780] },
  { words: /(?:)/, draw: parcel, moods: [5, 2, 3], front: [220, 420, 1150], detail: [440, 620, 700] },
];
