import { type Canvas, dark, ellipse, group, light, line, path, rect } from "./canvas";
import { DYE, type Mood } from "./palette";
import { leaf } from "./scene";

/** A beam from one point to another, lit on its left. */
function beam(
  c: Canvas,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
  colour: string,
): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const turn = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const fill = c.linear(
    [
      [0, light(colour, 0.36)],
      [0.5, colour],
      [1, dark(colour, 0.36)],
    ],
    90,
  );
  const grain = [0.3, 0.55, 0.78].map(
    (at) => `M6 ${-width / 2 + width * at}q${length / 2} ${c.between(-4, 4)} ${length - 12} 0`,
  );
  return group(
    `translate(${x1} ${y1}) rotate(${turn})`,
    rect(0, -width / 2, length, width, 9, fill),
    line(grain.join(""), dark(colour, 0.4), 2.5, 'opacity="0.4"'),
  );
}

export const chair = (c: Canvas, _mood: Mood): void => {
  const teak = "#b0713a";
  const back = dark(teak, 0.24);
  c.shadow(830, 1400, 420, 76, 0.42);
  c.add(
    beam(c, 1020, 980, 1050, 1370, 42, back),
    beam(c, 640, 960, 610, 1330, 40, back),
    beam(c, 560, 1190, 1080, 1190, 26, back),
    beam(c, 560, 420, 600, 1000, 46, teak),
    beam(c, 1000, 420, 1010, 1000, 46, teak),
    beam(c, 556, 452, 1010, 452, 70, teak),
    beam(c, 572, 900, 1010, 900, 40, teak),
    ...[640, 710, 780, 850, 920].map((x) => beam(c, x, 480, x + 6, 890, 30, light(teak, 0.08))),
    path(
      "M520 1000L1080 1000L1160 1090Q1164 1110 1140 1110H470Q446 1110 452 1090Z",
      c.linear(
        [
          [0, light(teak, 0.42)],
          [1, teak],
        ],
        30,
      ),
    ),
    ...[0, 1, 2, 3, 4].map((index) =>
      line(`M${560 + index * 112} 1004L${520 + index * 138} 1106`, dark(teak, 0.45), 4, 'opacity="0.5"'),
    ),
    rect(
      452,
      1096,
      710,
      46,
      12,
      c.linear(
        [
          [0, light(teak, 0.14)],
          [1, dark(teak, 0.34)],
        ],
        90,
      ),
    ),
    beam(c, 492, 1130, 470, 1430, 52, teak),
    beam(c, 1120, 1130, 1146, 1430, 52, teak),
    beam(c, 484, 1300, 1134, 1300, 30, teak),
    // Arms.
    beam(c, 586, 790, 440, 830, 40, light(teak, 0.1)),
    beam(c, 452, 836, 470, 1100, 36, teak),
    beam(c, 1008, 790, 1166, 830, 40, teak),
    beam(c, 1154, 836, 1144, 1100, 36, dark(teak, 0.1)),
    path(
      "M600 940C700 920 880 920 990 944L1040 1020C900 1000 660 1000 548 1024Z",
      c.linear(
        [
          [0, "#4a5aa0"],
          [1, DYE.night],
        ],
        40,
      ),
    ),
    path("M548 1024C660 1000 900 1000 1040 1020V1050C900 1032 660 1032 548 1054Z", dark(DYE.night, 0.2)),
    line("M610 962C720 940 880 942 980 964", DYE.gold, 5, 'stroke-dasharray="14 12"'),
  );
  c.add(plant(c, 1330, 1380, 0.9));
};

/** A plant in a clay pot. */
export function plant(c: Canvas, x: number, y: number, size: number): string {
  c.shadow(x, y + 6, 96 * size, 24, 0.36);
  const leaves = [-160, -135, -112, -92, -70, -46, -22].map((turn, index) =>
    leaf(c, 0, -150, 190 + (index % 3) * 50, turn, c.pick(["#4c7a45", "#3f6d3c", "#6b9a55"]), 0.2),
  );
  return group(
    `translate(${x} ${y}) scale(${size})`,
    ...leaves,
    path(
      "M-90 -160H90L66 0Q64 10 50 10H-50Q-64 10 -66 0Z",
      c.linear(
        [
          [0, "#8a4a30"],
          [0.35, "#d98d66"],
          [1, "#6d3522"],
        ],
        0,
      ),
    ),
    rect(
      -100,
      -184,
      200,
      44,
      10,
      c.linear(
        [
          [0, "#9a5638"],
          [0.35, "#e39b74"],
          [1, "#7a3d28"],
        ],
        0,
      ),
    ),
  );
}

export const bookshelf = (c: Canvas, _mood: Mood): void => {
  const wood = "#c08a52";
  const [l, r, t, b] = [470, 1130, 330, 1390];
  c.shadow(820, b + 6, 400, 66, 0.42);
  c.add(
    rect(l, t, r - l, b - t, 10, dark(wood, 0.62)),
    rect(
      l,
      t,
      r - l,
      b - t,
      10,
      c.linear(
        [
          [0, "#fff3d4", 0.1],
          [1, "#1d1424", 0.3],
        ],
        20,
      ),
    ),
  );
  const shelves = [t + 250, t + 510, t + 770, t + 1030];
  const spines = [
    "#28346b",
    "#a63a2c",
    "#d59a3f",
    "#4f7350",
    "#f3e6cd",
    "#7d93bf",
    "#5b3a22",
    "#cf7a62",
    "#31513c",
  ];
  shelves.forEach((shelf, row) => {
    let x = l + 40;
    const stop = row === 1 ? r - 250 : row === 3 ? l + 60 : r - 120;
    while (x < stop) {
      const width = c.between(26, 58);
      const height = c.between(130, 205);
      const colour = c.pick(spines);
      c.add(
        rect(
          x,
          shelf - height,
          width,
          height,
          4,
          c.linear(
            [
              [0, light(colour, 0.22)],
              [0.5, colour],
              [1, dark(colour, 0.3)],
            ],
            0,
          ),
        ),
        rect(x + 5, shelf - height + 22, width - 10, 7, 2, light(colour, 0.6), 'opacity="0.8"'),
        rect(x + 5, shelf - 40, width - 10, 5, 2, light(colour, 0.6), 'opacity="0.6"'),
      );
      x += width + c.between(0, 5);
    }
    if (row === 0 || row === 2)
      c.add(
        group(
          `translate(${x + 30} ${shelf}) rotate(-14)`,
          rect(
            0,
            -170,
            40,
            170,
            4,
            c.linear(
              [
                [0, "#d98d66"],
                [1, "#8a4a30"],
              ],
              0,
            ),
          ),
        ),
      );
  });
  c.add(plant(c, r - 130, shelves[1] ?? 0, 0.62));
  c.add(
    rect(
      l + 60,
      (shelves[3] ?? 0) - 150,
      240,
      150,
      12,
      c.linear(
        [
          [0, "#d9b27a"],
          [1, "#a3713f"],
        ],
        40,
      ),
    ),
    line(
      Array.from({ length: 7 }, (_, index) => `M${l + 62} ${(shelves[3] ?? 0) - 130 + index * 20}h236`).join(
        "",
      ),
      "#7d5226",
      4,
      'opacity="0.5"',
    ),
    ellipse(
      r - 180,
      (shelves[3] ?? 0) - 70,
      84,
      70,
      c.radial(
        [
          [0, "#e9d6b4"],
          [1, "#8a6a44"],
        ],
        0.35,
        0.3,
        0.8,
      ),
    ),
    ellipse(r - 180, (shelves[3] ?? 0) - 136, 34, 10, "#5b3a22"),
  );
  c.add(
    ...shelves.map((shelf) =>
      rect(
        l - 6,
        shelf,
        r - l + 12,
        30,
        5,
        c.linear(
          [
            [0, light(wood, 0.5)],
            [0.4, wood],
            [1, dark(wood, 0.4)],
          ],
          90,
        ),
      ),
    ),
    rect(
      l - 10,
      t - 16,
      r - l + 20,
      36,
      6,
      c.linear(
        [
          [0, light(wood, 0.55)],
          [1, dark(wood, 0.15)],
        ],
        90,
      ),
    ),
    beam(c, l, t - 10, l, b + 14, 44, wood),
    beam(c, r, t - 10, r, b + 14, 44, dark(wood, 0.14)),
    ...shelves.flatMap((shelf) => [l, r].map((x) => ellipse(x, shelf + 14, 10, 10, "#e2c07a"))),
  );
  c.add(plant(c, 1330, 1400, 0.8));
};

export const foldingTable = (c: Canvas, _mood: Mood): void => {
  const wood = "#c99358";
  c.shadow(820, 1400, 470, 70, 0.42);
  c.add(
    beam(c, 1150, 900, 640, 1380, 40, dark(wood, 0.3)),
    beam(c, 560, 900, 1080, 1380, 40, dark(wood, 0.3)),
    beam(c, 1090, 930, 560, 1420, 46, wood),
    beam(c, 500, 930, 1050, 1420, 46, wood),
    beam(c, 620, 1310, 1010, 1310, 28, wood),
    ellipse(798, 1180, 20, 20, "#e2c07a"),
    path(
      "M470 790H1180L1310 900Q1316 926 1290 926H340Q314 926 326 900Z",
      c.linear(
        [
          [0, light(wood, 0.5)],
          [0.6, light(wood, 0.14)],
          [1, wood],
        ],
        25,
      ),
    ),
    line("M420 830H1226M372 872H1272", dark(wood, 0.4), 4, 'opacity="0.35"'),
    path(
      "M326 900H1310V928Q1308 946 1288 946H348Q328 946 326 928Z",
      c.linear(
        [
          [0, wood],
          [1, dark(wood, 0.45)],
        ],
        90,
      ),
    ),
    // What a child learns with.
    path("M560 824L760 806L800 868L580 888Z", "#fbf4e4"),
    path("M760 806L950 824L960 884L800 868Z", "#efe3cb"),
    line("M600 832l140 -12M610 848l140 -12M620 864l140 -12M800 830l130 12M806 846l134 12", "#7d93bf", 4),
    line("M980 872l150 -34", "#d59a3f", 16),
    path("M1130 828l32 -2l-22 22Z", "#f3e0bf"),
    path(
      "M1080 690V800Q1082 820 1120 822T1160 800V690Z",
      c.linear(
        [
          [0, "#33407a"],
          [0.4, "#6f7fbf"],
          [1, "#1c2149"],
        ],
        0,
      ),
    ),
    ...[
      [1094, 620, "#a63a2c"],
      [1118, 596, "#d59a3f"],
      [1142, 630, "#4f7350"],
    ].map(([x, y, colour]) => rect(Number(x) - 7, Number(y), 14, 90, 4, String(colour))),
    ellipse(1120, 692, 40, 10, "#1c2149"),
  );
  c.add(plant(c, 1340, 1400, 0.8));
};
