import { type Canvas, clipped, dark, ellipse, group, light, line, path, rect } from "./canvas";
import { emblem, jar, label, plate } from "./packs";
import { DYE, type Mood } from "./palette";
import { GROUND, leaf } from "./scene";
import { chilli, groundGoods, lime } from "./snacks";

/** A wooden board in perspective, for things to lie on. */
export function board(
  c: Canvas,
  x: number,
  y: number,
  width: number,
  depth: number,
  colour = "#b47a47",
): void {
  c.shadow(x, y + depth * 0.55, width * 0.52, depth * 0.5, 0.34);
  const [l, r] = [x - width / 2, x + width / 2];
  const top = `M${l + 60} ${y - depth / 2}H${r - 60}Q${r - 30} ${y - depth / 2} ${r - 18} ${y - depth / 3}L${r} ${y + depth / 3}Q${r + 8} ${y + depth / 2} ${r - 30} ${y + depth / 2}H${l + 30}Q${l - 8} ${y + depth / 2} ${l} ${y + depth / 3}L${l + 18} ${y - depth / 3}Q${l + 30} ${y - depth / 2} ${l + 60} ${y - depth / 2}Z`;
  const clip = c.clip(path(top, "#000"));
  const grain = Array.from({ length: 9 }, (_, index) => {
    const at = y - depth / 2 + ((index + 0.5) / 9) * depth;
    return `M${l} ${at}q${width * 0.25} ${c.between(-12, 12)} ${width * 0.5} 0t${width * 0.5} ${c.between(-6, 6)}`;
  });
  c.add(
    path(top, dark(colour, 0.45), 'transform="translate(0 26)"'),
    path(
      top,
      c.linear(
        [
          [0, dark(colour, 0.08)],
          [0.4, light(colour, 0.22)],
          [1, colour],
        ],
        30,
      ),
    ),
    clipped(clip, line(grain.join(""), dark(colour, 0.4), 5, 'opacity="0.28"')),
    line(`M${l + 34} ${y + depth / 2 - 3}H${r - 34}`, light(colour, 0.5), 4, 'opacity="0.6"'),
  );
}

/** A glazed bun with chocolate showing where it was cut. */
function bun(c: Canvas, x: number, y: number, rx: number, cut: boolean): string {
  const ry = rx * 0.66;
  const dome = `M${x - rx} ${y}C${x - rx * 1.04} ${y - ry * 1.25} ${x - rx * 0.4} ${y - ry * 1.42} ${x} ${y - ry * 1.42}S${x + rx * 1.04} ${y - ry * 1.25} ${x + rx} ${y}Q${x + rx * 0.96} ${y + ry * 0.34} ${x} ${y + ry * 0.36}T${x - rx} ${y}Z`;
  const crust = c.radial(
    [
      [0, "#f3bd6c"],
      [0.38, "#cf8434"],
      [0.78, "#9c5522"],
      [1, "#6b3716"],
    ],
    0.36,
    0.24,
    0.86,
  );
  const parts = [
    path(dome, crust),
    path(
      `M${x - rx * 0.93} ${y + ry * 0.06}Q${x} ${y + ry * 0.42} ${x + rx * 0.93} ${y + ry * 0.06}Q${x + rx * 0.9} ${y + ry * 0.34} ${x} ${y + ry * 0.36}T${x - rx * 0.93} ${y + ry * 0.06}Z`,
      "#f0cf95",
      'opacity="0.75"',
    ),
    path(
      `M${x - rx * 0.7} ${y - ry * 0.72}C${x - rx * 0.5} ${y - ry * 1.22} ${x - rx * 0.1} ${y - ry * 1.3} ${x + rx * 0.2} ${y - ry * 1.26}C${x - rx * 0.2} ${y - ry * 1.1} ${x - rx * 0.5} ${y - ry * 0.9} ${x - rx * 0.7} ${y - ry * 0.72}Z`,
      "#fff0c8",
      'opacity="0.72"',
    ),
  ];
  if (cut) {
    parts.push(
      ellipse(x + rx * 0.2, y - ry * 0.36, rx * 0.74, ry * 0.74, "#f7e3b8"),
      ellipse(
        x + rx * 0.2,
        y - ry * 0.36,
        rx * 0.74,
        ry * 0.74,
        c.radial([
          [0.6, "#f7e3b8", 0],
          [1, "#c98d45", 0.9],
        ]),
      ),
      path(
        `M${x - rx * 0.2} ${y - ry * 0.3}C${x - rx * 0.1} ${y - ry * 0.72} ${x + rx * 0.5} ${y - ry * 0.76} ${x + rx * 0.6} ${y - ry * 0.36}S${x + rx * 0.3} ${y + ry * 0.06} ${x + rx * 0.1} ${y - ry * 0.02}S${x - rx * 0.24} ${y - ry * 0.1} ${x - rx * 0.2} ${y - ry * 0.3}Z`,
        c.linear(
          [
            [0, "#6b3a20"],
            [1, "#2f1710"],
          ],
          70,
        ),
      ),
      ellipse(x + rx * 0.1, y - ry * 0.48, rx * 0.14, ry * 0.07, "#a87250", 'opacity="0.8"'),
      ...Array.from({ length: 22 }, () => {
        const at = c.between(0, 6.28);
        const far = c.between(0.62, 0.92);
        return ellipse(
          x + rx * 0.2 + Math.cos(at) * rx * 0.72 * far,
          y - ry * 0.36 + Math.sin(at) * ry * 0.72 * far,
          c.between(3, 8),
          c.between(2, 5),
          "#dcb877",
          'opacity="0.8"',
        );
      }),
    );
  } else {
    const lines = [-0.34, 0.02, 0.38].map(
      (at) =>
        `M${x + rx * at} ${y - ry * 1.34}Q${x + rx * (at + 0.16)} ${y - ry * 0.7} ${x + rx * (at + 0.04)} ${y - ry * 0.1}`,
    );
    parts.push(
      line(lines.join(""), "#4a2413", 20, 'opacity="0.85"'),
      line(lines.join(""), "#8a5233", 6, 'opacity="0.6" transform="translate(-5 0)"'),
    );
  }
  return parts.join("");
}

export const bread = (c: Canvas, _mood: Mood): void => {
  board(c, 800, 1290, 1120, 280);
  c.shadow(560, 1240, 230, 46, 0.4);
  c.add(bun(c, 560, 1220, 250, false));
  c.shadow(1030, 1230, 220, 44, 0.4);
  c.add(bun(c, 1030, 1210, 236, false));
  c.shadow(800, 1350, 260, 46, 0.44);
  c.add(bun(c, 790, 1330, 270, true));
  c.add(wheat(c, 330, 1400, -32), wheat(c, 300, 1430, -12));
  for (let index = 0; index < 26; index += 1)
    c.add(
      ellipse(
        c.between(420, 1220),
        c.between(1350, 1420),
        c.between(2, 7),
        c.between(2, 5),
        "#d9a45c",
        'opacity="0.8"',
      ),
    );
};

function wheat(c: Canvas, x: number, y: number, turn: number): string {
  const grains = Array.from({ length: 9 }, (_, index) => {
    const side = index % 2 ? 1 : -1;
    return `<ellipse cx="${190 + index * 20}" cy="${side * 13}" rx="24" ry="11" transform="rotate(${side * 28} ${190 + index * 20} ${side * 13})" fill="${c.random() < 0.5 ? "#e0b45f" : "#c9953f"}"/>`;
  });
  return group(`translate(${x} ${y}) rotate(${turn})`, line("M0 0H370", "#a97a35", 6), ...grains);
}

export const coffee = (c: Canvas, _mood: Mood): void => {
  groundGoods(c, "#5a3420", "#2f3a66", DYE.soga);
  for (let index = 0; index < 26; index += 1)
    c.add(bean(c, c.between(300, 900), c.between(1370, 1470), c.between(24, 32), c.between(0, 180)));
  c.add(bean(c, 1010, 1180, 28, 20), bean(c, 1090, 1172, 28, 70), bean(c, 1150, 1210, 27, 140));
};

function bean(c: Canvas, x: number, y: number, r: number, turn: number): string {
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    ellipse(r * 0.1, r * 0.3, r * 1.05, r * 0.66, "#1b1424", 'opacity="0.35"'),
    ellipse(
      0,
      0,
      r,
      r * 0.66,
      c.radial(
        [
          [0, "#a4683f"],
          [0.6, "#5f3219"],
          [1, "#34190d"],
        ],
        0.35,
        0.3,
        0.8,
      ),
    ),
    line(
      `M${-r * 0.86} ${-r * 0.06}Q${-r * 0.2} ${r * 0.22} 0 0T${r * 0.86} ${r * 0.04}`,
      "#2a130a",
      r * 0.13,
    ),
  );
}

export const palmSugar = (c: Canvas, _mood: Mood): void => {
  groundGoods(c, "#c08545", "#c9a36b", DYE.noni);
  c.add(ginger(c, 360, 1390, 1.1), ginger(c, 880, 1450, 0.7));
};

function ginger(c: Canvas, x: number, y: number, size: number): string {
  const skin = c.linear(
    [
      [0, "#e9bf8c"],
      [1, "#a9683d"],
    ],
    70,
  );
  return group(
    `translate(${x} ${y}) scale(${size})`,
    ellipse(10, 52, 190, 34, "#1b1424", 'opacity="0.3"'),
    path(
      "M-170 10C-176 -40 -110 -52 -84 -26C-74 -84 -16 -92 2 -46C30 -70 84 -62 92 -26C128 -46 178 -26 170 14C160 56 96 40 70 46C30 68 -50 66 -84 46C-120 60 -164 50 -170 10Z",
      skin,
    ),
    line(
      "M-120 -34Q-106 0 -124 46M-70 -20Q-54 12 -70 48M10 -40Q24 6 4 54M84 -22Q100 10 82 44",
      "#8a5330",
      4,
      'opacity="0.5"',
    ),
    ellipse(164, 4, 17, 26, "#f0cf7c", 'stroke="#b0673a" stroke-width="4"'),
    line("M-140 -14Q-130 -26 -112 -24M-50 -46Q-36 -62 -18 -52", "#ffe6c4", 7, 'opacity="0.7"'),
  );
}

export const sambal = (c: Canvas, _mood: Mood): void => {
  const pieces = (box: { x: number; y: number; width: number; height: number }) =>
    Array.from({ length: 150 }, () =>
      ellipse(
        box.x + c.random() * box.width,
        box.y + 30 + c.random() * box.height,
        c.between(5, 17),
        c.between(4, 10),
        c.pick(["#e2562f", "#f0b04d", "#8f1f16", "#c93a22", "#f7d98e"]),
        `opacity="0.8" transform="rotate(${c.between(0, 180)} ${box.x + box.width / 2} ${box.y + box.height / 2})"`,
      ),
    ).join("");
  jar(c, 660, {
    lid: "#2b2a2f",
    liquid: "#b3311d",
    width: 430,
    height: 600,
    inside: pieces,
    label: { paper: DYE.cream, ink: "#7a2018", band: DYE.night },
  });
  plate(c, 1080, 1310, 240, "#2f3a66");
  c.add(
    path(
      "M890 1312C930 1240 1010 1226 1080 1216C1170 1226 1230 1250 1268 1312C1210 1356 950 1356 890 1312Z",
      c.linear(
        [
          [0, "#e0502c"],
          [1, "#8f1f16"],
        ],
        70,
      ),
    ),
  );
  for (let index = 0; index < 90; index += 1)
    c.add(
      ellipse(
        1080 + c.between(-165, 165),
        1290 + c.between(-50, 36),
        c.between(4, 13),
        c.between(3, 8),
        c.pick(["#f0b04d", "#f7d98e", "#c93a22", "#ff8a5c"]),
        'opacity="0.85"',
      ),
    );
  c.add(shell(c, 1060, 1236, 52, -14), shell(c, 1150, 1262, 44, 20));
  c.add(
    chilli(c, 330, 1380, 230, 8),
    chilli(c, 420, 1440, 210, -14),
    chilli(c, 690, 1450, 180, 4, "#3f7a3c"),
    lime(c, 350, 1320, 58),
  );
};

function shell(c: Canvas, x: number, y: number, r: number, turn: number): string {
  const fan = `M0 ${r * 0.5}C${-r} ${r * 0.3} ${-r} ${-r * 0.5} 0 ${-r * 0.6}C${r} ${-r * 0.5} ${r} ${r * 0.3} 0 ${r * 0.5}Z`;
  const ribs = [-0.6, -0.3, 0, 0.3, 0.6].map(
    (at) => `M0 ${r * 0.46}Q${r * at} ${-r * 0.05} ${r * at} ${-r * 0.5}`,
  );
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    path(
      fan,
      c.linear(
        [
          [0, "#fbeedb"],
          [1, "#c99a78"],
        ],
        60,
      ),
    ),
    line(ribs.join(""), "#a5714f", 3.5, 'opacity="0.7"'),
  );
}

export const honey = (c: Canvas, _mood: Mood): void => {
  const [l, r, t, b] = [480, 820, 620, GROUND];
  c.shadow(650, b - 4, 200, 48);
  const body = `M${l + 90} ${t}H${r - 90}V${t + 60}C${r - 60} ${t + 110} ${r} ${t + 120} ${r} ${t + 200}V${b - 50}Q${r} ${b} ${r - 50} ${b + 4}Q650 ${b + 16} ${l + 50} ${b + 4}Q${l} ${b} ${l} ${b - 50}V${t + 200}C${l} ${t + 120} ${l + 60} ${t + 110} ${l + 90} ${t + 60}Z`;
  const clip = c.clip(path(body, "#000"));
  c.add(
    clipped(
      clip,
      rect(
        l,
        t,
        340,
        660,
        0,
        c.linear(
          [
            [0, "#7a3c0c"],
            [0.16, "#d98a1e"],
            [0.34, "#ffc553"],
            [0.62, "#e79a27"],
            [1, "#6b330a"],
          ],
          0,
        ),
      ),
      rect(l, t, 340, 110, 0, "#fff3d0", 'opacity="0.35"'),
      ellipse(650, t + 112, 150, 14, "#ffe09a", 'opacity="0.8"'),
    ),
    label(c, 528, 870, 244, 270, { paper: DYE.cream, ink: "#6b3a10", band: DYE.moss }),
    clipped(clip, path(`M${l + 26} ${t + 210}q-8 190 0 400h26q-8 -200 4 -400Z`, "#fff8e0", 'opacity="0.55"')),
    rect(
      560,
      560,
      180,
      78,
      16,
      c.linear(
        [
          [0, "#4a2f1c"],
          [0.35, "#a3744a"],
          [1, "#3a2416"],
        ],
        0,
      ),
    ),
    line("M572 640Q650 664 728 640", "#d9c19a", 14),
  );
  c.add(...honeycomb(c, 1080, 1250));
  c.add(dipper(c, 930, 1400));
};

function honeycomb(c: Canvas, x: number, y: number): string[] {
  c.shadow(x, y + 90, 260, 50, 0.38);
  const slab = `M${x - 250} ${y - 60}L${x - 60} ${y - 150}L${x + 240} ${y - 96}L${x + 270} ${y + 20}L${x + 40} ${y + 110}L${x - 240} ${y + 50}Z`;
  const clip = c.clip(path(slab, "#000"));
  const cell = `<path d="M26 0L52 15V45L26 60L0 45V15Z" fill="#f3b23a" stroke="#fbe09a" stroke-width="7"/><path d="M26 10L44 20V42L26 50L9 42V20Z" fill="#c9761a"/><ellipse cx="21" cy="24" rx="6" ry="4" fill="#ffe9ae"/>`;
  const cells = c.pattern(
    52,
    `${cell}<g transform="translate(26 45)">${cell}</g><g transform="translate(-26 45)">${cell}</g><g transform="translate(26 -45)">${cell}</g><g transform="translate(-26 -45)">${cell}</g>`,
    { height: 90, transform: "skewX(-16) scale(1 0.72)" },
  );
  return [
    path(slab, "#8a4a10", 'transform="translate(0 40)"'),
    clipped(clip, rect(x - 300, y - 200, 620, 400, 0, "#d98f28"), rect(x - 300, y - 200, 620, 400, 0, cells)),
    path(`M${x - 40} ${y + 96}q-6 70 14 92q30 12 22 -40q2 -30 8 -62Z`, "#f0a52c", 'opacity="0.9"'),
  ];
}

function dipper(c: Canvas, x: number, y: number): string {
  const rings = Array.from({ length: 5 }, (_, index) =>
    ellipse(
      -150 + index * 26,
      0,
      17,
      46 - Math.abs(index - 2) * 7,
      c.linear(
        [
          [0, "#d9a463"],
          [1, "#8a5527"],
        ],
        90,
      ),
      'stroke="#6d3f1a" stroke-width="3"',
    ),
  );
  return group(
    `translate(${x} ${y}) rotate(14)`,
    ellipse(10, 46, 230, 22, "#1b1424", 'opacity="0.25"'),
    rect(
      -70,
      -11,
      330,
      22,
      11,
      c.linear(
        [
          [0, "#dcae72"],
          [1, "#8f5a2b"],
        ],
        90,
      ),
    ),
    ...rings,
  );
}

export const fish = (c: Canvas, _mood: Mood): void => {
  c.shadow(800, 1320, 620, 90, 0.34);
  c.add(bananaLeaf(c));
  for (const [x, y, turn, size] of [
    [770, 1180, -7, 1.02],
    [830, 1320, 5, 1.12],
  ] as const)
    c.add(milkfish(c, x, y, turn, size));
  c.add(
    chilli(c, 1190, 1420, 190, -10),
    lime(c, 400, 1410, 64),
    leaf(c, 520, 1440, 130, -20, DYE.leaf),
    chilli(c, 600, 1452, 150, 6, "#3f7a3c"),
  );
};

function bananaLeaf(c: Canvas): string {
  const shape =
    "M150 1270C320 1130 620 1080 860 1090C1140 1090 1380 1150 1480 1250C1400 1390 1120 1440 820 1440C520 1440 260 1400 150 1270Z";
  const clip = c.clip(path(shape, "#000"));
  const ribs = Array.from(
    { length: 34 },
    (_, index) =>
      `M${170 + index * 40} 1265Q${230 + index * 40} ${1190} ${250 + index * 40} 1080M${170 + index * 40} 1265Q${230 + index * 40} 1350 ${236 + index * 40} 1450`,
  );
  return (
    path(shape, "#1f3a26", 'transform="translate(0 20)"') +
    clipped(
      clip,
      rect(
        100,
        1050,
        1420,
        420,
        0,
        c.linear(
          [
            [0, "#7fa458"],
            [0.5, "#55803f"],
            [1, "#3a5f35"],
          ],
          80,
        ),
      ),
      line(ribs.join(""), "#35592f", 4, 'opacity="0.4"'),
    ) +
    line("M160 1268Q800 1240 1470 1252", "#b7cd84", 9, 'opacity="0.8"')
  );
}

function milkfish(c: Canvas, x: number, y: number, turn: number, size: number): string {
  const body =
    "M-430 0C-340 -96 -120 -128 90 -102C220 -86 300 -44 350 -8C300 46 220 84 80 98C-120 118 -340 92 -430 0Z";
  const clip = c.clip(path(body, "#000"));
  const scale = c.pattern(
    40,
    `<path d="M0 20A20 20 0 0 0 40 20" fill="none" stroke="#7a6a3c" stroke-width="2.500"/><path d="M-20 0A20 20 0 0 0 20 0M20 0A20 20 0 0 0 60 0" fill="none" stroke="#7a6a3c" stroke-width="2.500"/>`,
    { transform: "rotate(90)" },
  );
  return group(
    `translate(${x} ${y}) rotate(${turn}) scale(${size})`,
    ellipse(0, 84, 400, 36, "#1b2417", 'opacity="0.4"'),
    path(
      "M330 -12C380 -60 430 -104 492 -124C466 -60 460 -30 462 -4C464 30 476 70 500 118C430 104 380 50 330 4Z",
      c.linear(
        [
          [0, "#b8862f"],
          [1, "#6f4d1c"],
        ],
        0,
      ),
    ),
    path("M-60 -112C0 -176 60 -170 104 -154L90 -98Z", "#8f6624"),
    path("M-40 108C0 160 40 158 70 148L60 98Z", "#8f6624"),
    path(
      body,
      c.linear(
        [
          [0, "#a8742a"],
          [0.36, "#e0ac4e"],
          [0.66, "#f4d68c"],
          [1, "#b8843a"],
        ],
        90,
      ),
    ),
    clipped(
      clip,
      rect(-300, -130, 640, 260, 0, scale, 'opacity="0.5"'),
      path("M-440 -140H-276C-246 -50 -246 50 -280 140H-440Z", "#b07a2c", 'opacity="0.75"'),
      line("M-120 -80q20 80 0 160M20 -90q20 90 0 180M150 -70q18 70 0 140", "#7a4a16", 7, 'opacity="0.55"'),
    ),
    line("M-276 -84C-250 -40 -250 40 -280 84", "#6f4b1a", 6, 'opacity="0.7"'),
    ellipse(-356, -18, 20, 20, "#f8ecc8"),
    ellipse(-356, -18, 10, 10, "#2a1d12"),
    line("M-424 12Q-396 24 -372 18", "#6f4b1a", 5),
    path("M-330 -52C-200 -98 0 -104 140 -80C0 -88 -180 -70 -330 -52Z", "#fff4cf", 'opacity="0.6"'),
  );
}

export const greens = (c: Canvas, _mood: Mood): void => {
  c.shadow(800, 1340, 520, 90, 0.4);
  const leaves = [
    [-58, 560, 0.3],
    [-34, 640, 0.34],
    [-14, 690, 0.36],
    [8, 700, 0.36],
    [28, 660, 0.34],
    [50, 600, 0.32],
    [-46, 480, 0.34],
    [18, 520, 0.38],
    [-8, 560, 0.4],
    [38, 470, 0.36],
  ] as const;
  for (const [turn, length, wide] of leaves) {
    const colour = c.pick(["#5d9448", "#4a8040", "#74a853", "#3f7339"]);
    const at = (turn - 90) * (Math.PI / 180);
    c.add(
      line(
        `M800 1330Q${800 + Math.cos(at) * 120} ${1250} ${800 + Math.cos(at) * 260} ${1300 + Math.sin(at) * 330}`,
        "#dfe8b8",
        36,
      ),
    );
    c.add(
      ruffled(c, 800 + Math.cos(at) * 230, 1300 + Math.sin(at) * 290, length * 0.72, turn - 90, colour, wide),
    );
  }
  c.add(
    path(
      "M700 1200C720 1300 730 1360 740 1410H866C874 1360 884 1300 900 1200C850 1240 750 1240 700 1200Z",
      c.linear(
        [
          [0, "#c9dc9a"],
          [0.4, "#f4f7dc"],
          [1, "#b6cc86"],
        ],
        0,
      ),
    ),
    line(
      "M742 1240L756 1400M780 1250L784 1404M822 1250L818 1404M860 1240L846 1400",
      "#9ab56a",
      5,
      'opacity="0.6"',
    ),
    path(
      "M712 1262Q800 1300 888 1262V1312Q800 1350 712 1312Z",
      c.linear(
        [
          [0, "#8a5a2c"],
          [0.4, "#d9ab6a"],
          [1, "#7a4a20"],
        ],
        0,
      ),
    ),
    line("M712 1278Q800 1316 888 1278M712 1296Q800 1334 888 1296", "#6b4018", 4, 'opacity="0.6"'),
  );
  for (let index = 0; index < 26; index += 1)
    c.add(
      ellipse(
        c.between(440, 1160),
        c.between(660, 1150),
        c.between(4, 8),
        c.between(4, 8),
        "#f3fbe6",
        'opacity="0.75"',
      ),
    );
};

/** A broad leaf with a wavy edge, pale ribs. */
function ruffled(
  c: Canvas,
  x: number,
  y: number,
  length: number,
  angle: number,
  colour: string,
  wide: number,
): string {
  const w = length * wide * 1.15;
  const edge = (side: 1 | -1) =>
    Array.from(
      { length: 6 },
      (_, index) =>
        `Q${(length * (index + 0.5)) / 6} ${side * w * (0.5 + Math.sin(((index + 0.5) / 6) * 3) * 0.75) * 1.16} ${(length * (index + 1)) / 6} ${side * w * Math.sin(((index + 1) / 6) * 3.1) * 0.9}`,
    );
  const half = (side: 1 | -1) => `M0 0${edge(side).join("")}L${length} 0Z`;
  const ribs = [0.2, 0.36, 0.52, 0.68, 0.82].map(
    (at) =>
      `M${length * at} 0L${length * (at + 0.12)} ${-w * 0.7}M${length * at} 0L${length * (at + 0.12)} ${w * 0.7}`,
  );
  return group(
    `translate(${x} ${y}) rotate(${angle})`,
    path(
      half(-1),
      c.linear(
        [
          [0, light(colour, 0.26)],
          [1, colour],
        ],
        90,
      ),
    ),
    path(
      half(1),
      c.linear(
        [
          [0, colour],
          [1, dark(colour, 0.28)],
        ],
        90,
      ),
    ),
    line(`M0 0H${length * 0.94}`, "#dfe8b8", length * 0.035),
    line(ribs.join(""), "#cfe0a4", length * 0.012, 'opacity="0.7"'),
  );
}

/** A box in kraft paper with a batik ribbon: for goods that nobody has drawn. */
export const parcel = (c: Canvas, mood: Mood): void => {
  const [l, r, t, b] = [500, 1060, 780, GROUND + 40];
  c.shadow(790, b, 330, 60);
  const kraft = "#c79b68";
  c.add(
    path(
      `M${l} ${t}L${r} ${t}L${r} ${b}L${l} ${b}Z`,
      c.linear(
        [
          [0, light(kraft, 0.2)],
          [1, dark(kraft, 0.14)],
        ],
        30,
      ),
    ),
    path(
      `M${r} ${t}L${r + 110} ${t - 90}V${b - 110}L${r} ${b}Z`,
      c.linear(
        [
          [0, dark(kraft, 0.3)],
          [1, dark(kraft, 0.44)],
        ],
        0,
      ),
    ),
    path(`M${l} ${t}L${l + 120} ${t - 90}H${r + 110}L${r} ${t}Z`, light(kraft, 0.36)),
    rect(740, t, 110, b - t, 0, mood.accent),
    rect(l, 990, r - l, 100, 0, mood.accent),
    path(`M740 ${t}l110 -90h110l-110 90Z`, light(mood.accent, 0.25)),
    emblem(795, 1040, 62, light(mood.accent, 0.75)),
    path(
      "M795 780C690 690 600 690 590 740C590 790 700 800 795 780C890 690 1000 680 1000 736C996 790 890 800 795 780Z",
      c.linear(
        [
          [0, light(mood.accent, 0.3)],
          [1, dark(mood.accent, 0.2)],
        ],
        80,
      ),
    ),
    ellipse(795, 776, 34, 26, dark(mood.accent, 0.2)),
  );
  c.add(leaf(c, 430, 1400, 190, -34, DYE.leaf), leaf(c, 440, 1404, 160, -4, DYE.moss));
};
