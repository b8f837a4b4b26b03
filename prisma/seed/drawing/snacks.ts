import { type Canvas, clipped, dark, ellipse, group, light, line, path, rect } from "./canvas";
import { jar, plate, pouch, windowBag } from "./packs";
import { DYE, type Mood } from "./palette";
import { GROUND, leaf } from "./scene";

export type Bite = (c: Canvas, x: number, y: number, r: number, turn: number) => string;

/** A disc that bends: lit above, dark below, with a thin edge. */
function crisp(
  c: Canvas,
  x: number,
  y: number,
  r: number,
  turn: number,
  colour: string,
  inside: string,
  squash = 0.62,
): string {
  const fill = c.linear(
    [
      [0, light(colour, 0.4)],
      [0.5, colour],
      [1, dark(colour, 0.3)],
    ],
    65,
  );
  const edge = `M${-r} 0C${-r} ${-r * squash * 1.2} ${-r * 0.3} ${-r * squash * 1.25} ${r * 0.15} ${-r * squash}S${r * 1.05} ${-r * 0.3} ${r} ${r * 0.1}S${r * 0.5} ${r * squash} ${0} ${r * squash}S${-r} ${r * 0.6 * squash} ${-r} 0Z`;
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    path(edge, dark(colour, 0.5), `transform="translate(${r * 0.05} ${r * 0.11})"`),
    path(edge, fill),
    inside,
    path(
      `M${-r * 0.86} ${-r * 0.1}C${-r * 0.8} ${-r * squash} ${-r * 0.2} ${-r * squash} ${r * 0.1} ${-r * squash * 0.86}C${-r * 0.3} ${-r * 0.5} ${-r * 0.6} ${-r * 0.3} ${-r * 0.86} ${-r * 0.1}Z`,
      "#fffbe9",
      'opacity="0.45"',
    ),
  );
}

const speckles = (c: Canvas, r: number, count: number, draw: (x: number, y: number) => string) =>
  Array.from({ length: count }, () => {
    const angle = c.between(0, 6.28);
    const far = Math.sqrt(c.random()) * r * 0.72;
    return draw(Math.cos(angle) * far, Math.sin(angle) * far * 0.6);
  }).join("");

export const tempeChip: Bite = (c, x, y, r, turn) =>
  crisp(
    c,
    x,
    y,
    r,
    turn,
    "#d9a24a",
    speckles(c, r, 11, (dx, dy) =>
      ellipse(dx, dy, r * 0.15, r * 0.1, c.random() < 0.5 ? "#f3d694" : "#b97a2e", 'opacity="0.9"'),
    ),
  );

export const bananaChip: Bite = (c, x, y, r, turn) =>
  crisp(
    c,
    x,
    y,
    r,
    turn,
    "#edc04c",
    `${ellipse(0, 0, r * 0.44, r * 0.22, "#f8de8c", 'opacity="0.85"')}${[-0.24, -0.08, 0.08, 0.24].map((at) => ellipse(r * at, (at > 0 ? -1 : 1) * r * 0.02, r * 0.035, r * 0.055, "#7a4a1c")).join("")}`,
    0.5,
  );

/** Thin, wavy, full of bubbles: the edge goes up and down as it puffed in the oil. */
export const prawnCracker: Bite = (c, x, y, r, turn) => {
  const points = Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * 6.283;
    const far = r * c.between(0.88, 1.14);
    return [Math.cos(angle) * far * 1.16, Math.sin(angle) * far * 0.66] as const;
  });
  const edge = points.map(([px, py], index) => {
    const [nx, ny] = points[(index + 1) % points.length] ?? [0, 0];
    return `${index === 0 ? `M${(px + nx) / 2} ${(py + ny) / 2}` : ""}Q${nx} ${ny} ${(nx + (points[(index + 2) % 12]?.[0] ?? 0)) / 2} ${(ny + (points[(index + 2) % 12]?.[1] ?? 0)) / 2}`;
  });
  const shape = `${edge.join("")}Z`;
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    path(shape, "#8a4d36", `opacity="0.6" transform="translate(${r * 0.04} ${r * 0.1})"`),
    path(
      shape,
      c.linear(
        [
          [0, "#ffeeda"],
          [0.45, "#f6cfae"],
          [1, "#dd9a76"],
        ],
        70,
      ),
    ),
    line(
      `M${-r * 0.8} ${r * 0.1}Q${-r * 0.3} ${-r * 0.34} ${r * 0.1} ${-r * 0.06}T${r * 0.9} ${-r * 0.1}`,
      "#fff8ea",
      r * 0.13,
      'opacity="0.75"',
    ),
    line(
      `M${-r * 0.6} ${r * 0.34}Q${-r * 0.1} ${r * 0.06} ${r * 0.3} ${r * 0.3}T${r * 0.8} ${r * 0.18}`,
      "#c97f5c",
      r * 0.06,
      'opacity="0.5"',
    ),
    speckles(c, r, 13, (dx, dy) =>
      ellipse(
        dx,
        dy,
        r * c.between(0.03, 0.07),
        r * c.between(0.025, 0.05),
        c.random() < 0.7 ? "#fffaf0" : "#d0704f",
        'opacity="0.85"',
      ),
    ),
  );
};

export const amplang: Bite = (c, x, y, r, turn) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    ellipse(r * 0.05, r * 0.12, r, r * 0.78, "#8a5b2a", 'opacity="0.7"'),
    ellipse(
      0,
      0,
      r,
      r * 0.78,
      c.radial(
        [
          [0, "#fff0cf"],
          [0.5, "#ecc78b"],
          [1, "#b47c3d"],
        ],
        0.34,
        0.28,
        0.8,
      ),
    ),
    speckles(c, r, 9, (dx, dy) => ellipse(dx, dy, r * 0.07, r * 0.05, "#b98145", 'opacity="0.55"')),
  );

export const nastar: Bite = (c, x, y, r) =>
  group(
    `translate(${x} ${y})`,
    ellipse(0, r * 0.12, r, r * 0.92, "#7a4416", 'opacity="0.75"'),
    ellipse(
      0,
      0,
      r,
      r * 0.92,
      c.radial(
        [
          [0, "#ffe39b"],
          [0.42, "#eeb046"],
          [1, "#b06a1e"],
        ],
        0.36,
        0.3,
        0.8,
      ),
    ),
    ellipse(-r * 0.3, -r * 0.4, r * 0.3, r * 0.16, "#fff7d6", 'opacity="0.7"'),
    line(`M0 ${-r * 0.2}V${-r * 0.52}`, "#5b3215", r * 0.12),
    ellipse(0, -r * 0.54, r * 0.12, r * 0.1, "#4a270f"),
  );

export const peanutCookie: Bite = (c, x, y, r, turn) =>
  group(
    `translate(${x} ${y})`,
    ellipse(0, r * 0.14, r, r * 0.86, "#64380f", 'opacity="0.75"'),
    ellipse(
      0,
      0,
      r,
      r * 0.86,
      c.radial(
        [
          [0, "#eec486"],
          [0.55, "#cf924b"],
          [1, "#8f5722"],
        ],
        0.36,
        0.3,
        0.82,
      ),
    ),
    group(
      `rotate(${turn})`,
      path(
        `M${-r * 0.42} 0C${-r * 0.42} ${-r * 0.3} ${-r * 0.1} ${-r * 0.26} 0 ${-r * 0.14}C${r * 0.1} ${-r * 0.26} ${r * 0.42} ${-r * 0.3} ${r * 0.42} 0C${r * 0.42} ${r * 0.3} ${r * 0.1} ${r * 0.26} 0 ${r * 0.14}C${-r * 0.1} ${r * 0.26} ${-r * 0.42} ${r * 0.3} ${-r * 0.42} 0Z`,
        c.linear(
          [
            [0, "#fff0cd"],
            [1, "#dfae6d"],
          ],
          70,
        ),
      ),
      line(`M${-r * 0.34} 0H${r * 0.34}`, "#b17a3d", r * 0.04),
    ),
  );

export const snowCrescent: Bite = (c, x, y, r, turn) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    path(
      `M${-r} ${r * 0.3}A${r} ${r} 0 0 1 ${r} ${r * 0.3}Q${r * 0.8} ${r * 0.62} ${r * 0.5} ${r * 0.34}A${r * 0.56} ${r * 0.56} 0 0 0 ${-r * 0.5} ${r * 0.34}Q${-r * 0.8} ${r * 0.62} ${-r} ${r * 0.3}Z`,
      "#b9a58c",
      `transform="translate(0 ${r * 0.1})"`,
    ),
    path(
      `M${-r} ${r * 0.3}A${r} ${r} 0 0 1 ${r} ${r * 0.3}Q${r * 0.8} ${r * 0.62} ${r * 0.5} ${r * 0.34}A${r * 0.56} ${r * 0.56} 0 0 0 ${-r * 0.5} ${r * 0.34}Q${-r * 0.8} ${r * 0.62} ${-r} ${r * 0.3}Z`,
      c.radial(
        [
          [0, "#ffffff"],
          [0.6, "#faf2e4"],
          [1, "#d8c8b0"],
        ],
        0.35,
        0.2,
        0.9,
      ),
    ),
    line(
      `M${-r * 0.7} ${-r * 0.1}A${r * 0.8} ${r * 0.8} 0 0 1 ${r * 0.3} ${-r * 0.56}`,
      "#ffffff",
      r * 0.12,
      'opacity="0.9"',
    ),
  );

export const wafer: Bite = (c, x, y, r, turn) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    rect(-r * 1.5, -r * 0.34, r * 3, r * 0.8, r * 0.36, "#6d3f16", 'opacity="0.7"'),
    rect(
      -r * 1.5,
      -r * 0.42,
      r * 3,
      r * 0.8,
      r * 0.36,
      c.linear(
        [
          [0, "#ffe0a0"],
          [0.4, "#e3a853"],
          [1, "#a9682a"],
        ],
        90,
      ),
    ),
    line(
      Array.from(
        { length: 9 },
        (_, index) => `M${-r * 1.25 + index * r * 0.3} ${-r * 0.4}l${r * 0.16} ${r * 0.74}`,
      ).join(""),
      "#9a5c22",
      r * 0.05,
      'opacity="0.55"',
    ),
    ellipse(r * 1.5, -r * 0.02, r * 0.2, r * 0.4, "#f2c67c"),
    line(
      `M${r * 1.5} ${-r * 0.26}a${r * 0.13} ${r * 0.25} 0 1 0 ${r * 0.06} ${r * 0.36}a${r * 0.07} ${r * 0.14} 0 0 0 ${-r * 0.04} ${-r * 0.2}`,
      "#9a5c22",
      r * 0.06,
    ),
    Array.from({ length: 7 }, () =>
      ellipse(c.between(-1.2, 1.2) * r, c.between(-0.28, 0.2) * r, r * 0.07, r * 0.045, "#fff3d3"),
    ).join(""),
  );

/** Rows of bites that fill a box, the upper ones behind. */
export function filled(c: Canvas, bite: Bite, r: number, flat = false) {
  return (box: { x: number; y: number; width: number; height: number }): string => {
    const parts: string[] = [];
    const [dx, dy] = flat ? [r * 2.5, r * 0.76] : [r * 1.72, r * 1.3];
    let row = 0;
    for (let y = box.y + r * 0.4; y < box.y + box.height + r; y += dy, row += 1) {
      for (let x = box.x - (row % 2) * dx * 0.5; x < box.x + box.width + r; x += dx) {
        parts.push(
          bite(
            c,
            x + c.between(-0.14, 0.14) * r,
            y + c.between(-0.1, 0.1) * r,
            r,
            flat ? c.between(-4, 4) : c.between(-40, 40),
          ),
        );
      }
    }
    return parts.join("");
  };
}

/** A heap of bites, the lower and nearer ones in front. */
export function heap(
  c: Canvas,
  bite: Bite,
  x: number,
  y: number,
  width: number,
  height: number,
  r: number,
  count: number,
): void {
  const places = Array.from({ length: count }, () => {
    const up = c.random();
    return { dx: c.between(-0.5, 0.5) * width * (1 - up * 0.72), dy: -up * height };
  }).sort((a, b) => a.dy - b.dy);
  for (const { dx, dy } of places)
    c.add(bite(c, x + dx, y + dy, r * c.between(0.88, 1.12), c.between(-50, 50)));
}

const paper = (band: string) => ({ paper: DYE.cream, ink: dark(band, 0.25), band });

function bagOf(bite: Bite, colour: string, band: string, dish: string) {
  return (c: Canvas, _mood: Mood): void => {
    windowBag(c, 660, { colour, label: paper(band), inside: filled(c, bite, 56) });
    plate(c, 1080, 1290, 270, dish);
    heap(c, bite, 1080, 1290, 430, 120, 72, 30);
    for (const [x, y] of [
      [560, 1370],
      [700, 1420],
      [420, 1330],
    ] as const) {
      c.shadow(x, y + 24, 60, 16, 0.3);
      c.add(bite(c, x, y, 66, c.between(-40, 40)));
    }
  };
}

export const prawnCrackers = (c: Canvas, mood: Mood) => {
  bagOf(prawnCracker, "#b2402f", DYE.indigo, "#30406f")(c, mood);
  c.add(chilli(c, 800, 1440, 150, 8), leaf(c, 330, 1400, 150, -28, DYE.leaf), lime(c, 300, 1350, 62));
};

export const tempeChips = (c: Canvas, mood: Mood) => {
  bagOf(tempeChip, "#3f6b4c", DYE.soga, "#e9d6b4")(c, mood);
  c.add(
    leaf(c, 820, 1430, 150, 12, "#4f7d4a"),
    leaf(c, 850, 1440, 120, -30, "#5c8b52"),
    chilli(c, 330, 1410, 130, 20),
  );
};

export const bananaChips = (c: Canvas, mood: Mood) => {
  bagOf(bananaChip, "#d4952f", DYE.moss, "#3b5d6d")(c, mood);
  c.add(banana(c, 300, 1350, 1));
};

export const amplangSnack = (c: Canvas, mood: Mood) => {
  bagOf(amplang, "#2f6a86", DYE.noni, "#e8dcc3")(c, mood);
  c.add(leaf(c, 300, 1400, 160, -20, DYE.leaf));
};

function jarOf(bite: Bite, r: number, lid: string, band: string, flat = false) {
  return (c: Canvas, _mood: Mood): void => {
    jar(c, 640, { lid, label: paper(band), inside: filled(c, bite, r, flat), width: 500, height: 640 });
    plate(c, 1080, 1300, 280, "#f0e4cc");
    heap(c, bite, 1080, 1296, 400, 100, flat ? 74 : 80, flat ? 11 : 15);
    for (const [x, y] of [
      [470, 1400],
      [680, 1440],
    ] as const) {
      c.shadow(x, y + 40, 80, 20, 0.34);
      c.add(bite(c, x, y, 78, c.between(-14, 14)));
    }
  };
}

export const nastarJar = (c: Canvas, mood: Mood) => {
  jarOf(nastar, 52, "#c9953f", DYE.noni)(c, mood);
  c.add(pineapple(c, 300, GROUND + 30));
};
export const peanutJar = (c: Canvas, mood: Mood) => {
  jarOf(peanutCookie, 54, "#a63a2c", DYE.indigo)(c, mood);
  for (const [x, y, turn] of [
    [300, 1330, 20],
    [390, 1420, -30],
    [860, 1460, 10],
  ] as const)
    c.add(peanutShell(c, x, y, turn));
};
export const waferJar = (c: Canvas, mood: Mood) => {
  jarOf(wafer, 44, "#3f5a8a", DYE.soga, true)(c, mood);
};
export const snowJar = (c: Canvas, mood: Mood) => {
  jarOf(snowCrescent, 54, "#6f8a6a", DYE.night)(c, mood);
};

function peanutShell(c: Canvas, x: number, y: number, turn: number): string {
  const shell = "M-70 0C-72 -40 -26 -46 0 -22C26 -46 74 -40 72 0C72 42 26 44 0 24C-26 44 -70 42 -70 0Z";
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    path(shell, "#1b1424", 'opacity="0.28" transform="translate(8 14)"'),
    path(
      shell,
      c.linear(
        [
          [0, "#f0cf95"],
          [1, "#b17b3c"],
        ],
        80,
      ),
    ),
    line(
      "M-58 -8Q-30 -24 0 -6Q30 -24 60 -8M-58 14Q-30 4 0 12Q30 4 60 14M-40 -26V26M-20 -28V30M24 -28V30M46 -28V26",
      "#94612a",
      3,
      'opacity="0.55"',
    ),
  );
}

export function chilli(
  c: Canvas,
  x: number,
  y: number,
  length: number,
  turn: number,
  colour = "#b8271f",
): string {
  const l = length;
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    path(
      `M0 0C${l * 0.2} ${-l * 0.2} ${l * 0.7} ${-l * 0.16} ${l} ${l * 0.12}C${l * 0.66} ${l * 0.12} ${l * 0.2} ${l * 0.16} 0 0Z`,
      "#1b1424",
      `opacity="0.25" transform="translate(5 12)"`,
    ),
    path(
      `M0 0C${l * 0.2} ${-l * 0.2} ${l * 0.7} ${-l * 0.16} ${l} ${l * 0.12}C${l * 0.66} ${l * 0.12} ${l * 0.2} ${l * 0.16} 0 0Z`,
      c.linear(
        [
          [0, light(colour, 0.3)],
          [1, dark(colour, 0.25)],
        ],
        85,
      ),
    ),
    path(
      `M${l * 0.12} ${-l * 0.06}Q${l * 0.45} ${-l * 0.14} ${l * 0.74} ${-l * 0.02}Q${l * 0.45} ${-l * 0.08} ${l * 0.12} ${-l * 0.06}Z`,
      "#ffd9c9",
      'opacity="0.7"',
    ),
    line(`M2 0Q${-l * 0.1} ${-l * 0.02} ${-l * 0.2} ${-l * 0.1}`, "#4f7350", l * 0.06),
  );
}

function banana(c: Canvas, x: number, y: number, size: number): string {
  const one = (turn: number, colour: string) =>
    group(
      `rotate(${turn})`,
      path(
        "M0 0C60 50 170 70 250 20C262 10 272 18 264 32C200 116 60 110 -12 20C-18 8 -8 -8 0 0Z",
        c.linear(
          [
            [0, light(colour, 0.3)],
            [1, dark(colour, 0.22)],
          ],
          70,
        ),
      ),
      line("M8 12C80 76 180 76 256 26", dark(colour, 0.3), 4, 'opacity="0.5"'),
    );
  return group(
    `translate(${x} ${y}) scale(${size})`,
    path("M-10 60C80 150 220 130 290 60C220 190 20 190 -10 60Z", "#1b1424", 'opacity="0.22"'),
    one(18, "#dfae35"),
    one(2, "#e9bd48"),
    one(-14, "#f0c957"),
    path("M-16 -6l18 -16l14 16l-14 18Z", "#6b4a1e"),
  );
}

function pineapple(c: Canvas, x: number, ground: number): string {
  c.shadow(x, ground - 6, 120, 30, 0.34);
  const fruit = c.clip(`<ellipse cx="${x}" cy="${ground - 140}" rx="112" ry="150"/>`);
  const eyes = c.pattern(
    46,
    `<path d="M0 23L23 0L46 23L23 46Z" fill="none" stroke="#8d5a1c" stroke-width="4"/><circle cx="23" cy="23" r="4.500" fill="#6f4313"/>`,
  );
  const crown = [-64, -42, -20, 0, 20, 42, 64].map((turn, index) =>
    leaf(c, x, ground - 270, 150 + (index % 2) * 46, turn - 90, index % 2 ? "#557d4d" : "#3f6644", 0.15),
  );
  return [
    ...crown,
    clipped(
      fruit,
      rect(
        x - 120,
        ground - 300,
        240,
        320,
        0,
        c.radial(
          [
            [0, "#f6cf6a"],
            [0.6, "#d99a33"],
            [1, "#8d5419"],
          ],
          0.35,
          0.3,
          0.85,
        ),
      ),
      rect(x - 120, ground - 300, 240, 320, 0, eyes, 'opacity="0.75"'),
    ),
  ].join("");
}

/** Half a lime, cut side to the viewer. */
export function lime(c: Canvas, x: number, y: number, r: number): string {
  const parts = Array.from({ length: 8 }, (_, index) => {
    const at = ((index + 0.5) / 8) * 6.283;
    return ellipse(
      Math.cos(at) * r * 0.5,
      Math.sin(at) * r * 0.5,
      r * 0.33,
      r * 0.15,
      "#d9e78e",
      `transform="rotate(${(at * 180) / Math.PI} ${Math.cos(at) * r * 0.5} ${Math.sin(at) * r * 0.5})"`,
    );
  });
  return group(
    `translate(${x} ${y})`,
    ellipse(r * 0.14, r * 0.82, r * 1.05, r * 0.24, "#1b1424", 'opacity="0.3"'),
    ellipse(
      0,
      0,
      r,
      r * 0.94,
      c.linear(
        [
          [0, "#86a94a"],
          [1, "#4d7431"],
        ],
        60,
      ),
    ),
    ellipse(0, -r * 0.03, r * 0.9, r * 0.84, "#f1f2c4"),
    ellipse(0, -r * 0.03, r * 0.82, r * 0.76, "#b9d069"),
    ...parts,
    ellipse(0, 0, r * 0.1, r * 0.1, "#f1f2c4"),
  );
}

/** Ginger-coloured sugar, coffee: a pouch and its heap. */
export function groundGoods(c: Canvas, colour: string, pack: string, band: string): void {
  pouch(c, 640, { width: 460, height: 690, colour: pack, label: paper(band) });
  plate(c, 1070, 1310, 250, "#e9dcc2");
  const mound = c.linear(
    [
      [0, light(colour, 0.3)],
      [0.5, colour],
      [1, dark(colour, 0.4)],
    ],
    60,
  );
  c.add(
    path(
      "M850 1316C900 1250 990 1190 1070 1176C1150 1186 1250 1250 1292 1316C1230 1376 920 1376 850 1316Z",
      mound,
    ),
  );
  for (let index = 0; index < 260; index += 1) {
    const at = c.random();
    const x = 1070 + c.between(-200, 200) * (0.3 + at * 0.75);
    c.add(
      ellipse(
        x,
        1190 + at * 140,
        c.between(2, 5),
        c.between(2, 4),
        c.random() < 0.5 ? light(colour, 0.45) : dark(colour, 0.35),
        'opacity="0.8"',
      ),
    );
  }
}
