import { type Canvas, clipped, dark, ellipse, group, light, line, path, rect } from "./canvas";
import { frangipani } from "./cloth";
import { DYE, type Mood } from "./palette";
import { GROUND, leaf } from "./scene";
import { chilli } from "./snacks";

/** Strips over and under one another. */
function weave(c: Canvas, a: string, b: string, size: number, transform = ""): string {
  const h = size / 2;
  const strip = (x: number, y: number, w: number, k: number, colour: string) =>
    `<rect x="${x + 1}" y="${y + 1}" width="${w - 2}" height="${k - 2}" rx="${size * 0.09}" fill="${colour}"/><rect x="${x + 3}" y="${y + 3}" width="${w - 6}" height="${k * 0.28}" rx="3" fill="#fff6e0" opacity="0.28"/>`;
  const tile = `<rect width="${size}" height="${size}" fill="${dark(a, 0.6)}"/>${strip(-h * 0.1, 0, h * 1.2, h, a)}${strip(h * 0.9, h, h * 1.2, h, a)}${strip(h, -h * 0.1, h, h * 1.2, b)}${strip(0, h * 0.9, h, h * 1.2, b)}`;
  return c.pattern(size, tile, { transform });
}

export const rattanBag = (c: Canvas, _mood: Mood): void => {
  const shape =
    "M430 760H1170C1200 900 1210 1060 1190 1210Q1180 1280 1100 1286H500Q420 1280 410 1210C390 1060 400 900 430 760Z";
  const clip = c.clip(path(shape, "#000"));
  const cane = "#cf9c57";
  c.shadow(800, 1280, 430, 74, 0.46);
  const handle = (dy: number) => `M560 ${790 + dy}C560 ${380 + dy} 1040 ${380 + dy} 1040 ${790 + dy}`;
  c.add(
    line(handle(-24), dark(cane, 0.5), 42),
    line(handle(-24), dark(cane, 0.24), 32),
    path(shape, "#5b3717"),
    clipped(
      clip,
      rect(380, 740, 860, 560, 0, weave(c, cane, light(cane, 0.24), 64, "rotate(45)")),
      rect(380, 930, 860, 150, 0, weave(c, "#8a3a2a", "#2f2a3f", 64, "rotate(45)")),
      rect(380, 922, 860, 10, 0, DYE.cloth),
      rect(380, 1078, 860, 10, 0, DYE.cloth),
      rect(
        380,
        740,
        860,
        560,
        0,
        c.linear(
          [
            [0, "#1d1424", 0.36],
            [0.16, "#1d1424", 0],
            [0.4, "#fff3d4", 0.22],
            [0.7, "#1d1424", 0.06],
            [1, "#1d1424", 0.5],
          ],
          4,
        ),
      ),
      rect(
        380,
        1200,
        860,
        100,
        0,
        c.linear(
          [
            [0, "#1d1424", 0],
            [1, "#1d1424", 0.4],
          ],
          90,
        ),
      ),
    ),
    rect(
      412,
      732,
      776,
      56,
      28,
      c.linear(
        [
          [0, light(cane, 0.5)],
          [0.5, cane],
          [1, dark(cane, 0.4)],
        ],
        90,
      ),
    ),
    ...Array.from({ length: 25 }, (_, index) =>
      line(`M${430 + index * 31} 738l-14 44`, dark(cane, 0.4), 5, 'opacity="0.55"'),
    ),
    line(handle(10), dark(cane, 0.45), 44),
    line(handle(10), cane, 34),
    line(handle(2), light(cane, 0.55), 9, 'opacity="0.8"'),
    line(handle(10), dark(cane, 0.4), 36, 'stroke-dasharray="5 24" opacity="0.5"'),
    ...[560, 1040].flatMap((x) => [
      rect(
        x - 36,
        760,
        72,
        150,
        16,
        c.linear(
          [
            [0, "#8a4f27"],
            [1, "#5b3018"],
          ],
          30,
        ),
      ),
      line(`M${x - 22} 776v118M${x + 22} 776v118`, "#e6c48f", 4, 'stroke-dasharray="12 9"'),
      ellipse(x, 880, 11, 11, "#e2c07a"),
    ]),
  );
  c.add(
    leaf(c, 330, 1430, 210, -40, DYE.leaf),
    leaf(c, 350, 1436, 190, -10, DYE.moss),
    leaf(c, 1230, 1430, 150, -160, DYE.leaf),
  );
};

export const wovenBox = (c: Canvas, _mood: Mood): void => {
  const [l, r, t, b] = [480, 1120, 840, 1270];
  c.shadow(810, b, 370, 66, 0.46);
  const paper = weave(c, "#d8cfbd", "#efe7d6", 54);
  const box = c.clip(
    path(
      `M${l} ${t}H${r}L${r - 24} ${b - 20}Q${r - 28} ${b} ${r - 60} ${b}H${l + 60}Q${l + 28} ${b} ${l + 24} ${b - 20}Z`,
      "#000",
    ),
  );
  const lid = c.clip(
    path(
      `M${l - 30} ${t + 30}L${l + 40} ${t - 190}Q${l + 60} ${t - 220} ${l + 100} ${t - 220}H${r - 100}Q${r - 60} ${t - 220} ${r - 40} ${t - 190}L${r + 30} ${t + 30}Z`,
      "#000",
    ),
  );
  const print = Array.from({ length: 200 }, () =>
    rect(
      c.between(l - 30, r + 20),
      c.between(t - 220, b),
      c.between(8, 26),
      3,
      0,
      "#4a4a55",
      'opacity="0.35"',
    ),
  );
  c.add(
    clipped(
      box,
      rect(l, t, 640, 440, 0, paper),
      ...print,
      rect(l, t + 170, 640, 90, 0, weave(c, "#a63a2c", "#d59a3f", 54)),
      rect(
        l,
        t,
        640,
        440,
        0,
        c.linear(
          [
            [0, "#1d1424", 0.3],
            [0.3, "#fff3d4", 0.16],
            [1, "#1d1424", 0.5],
          ],
          6,
        ),
      ),
      rect(
        l,
        t,
        640,
        90,
        0,
        c.linear(
          [
            [0, "#1d1424", 0.6],
            [1, "#1d1424", 0],
          ],
          90,
        ),
      ),
    ),
    clipped(
      lid,
      rect(l - 40, t - 230, 720, 270, 0, paper),
      ...print.slice(0, 90),
      rect(l - 40, t - 30, 720, 60, 0, weave(c, "#28346b", "#d59a3f", 54)),
      rect(
        l - 40,
        t - 230,
        720,
        270,
        0,
        c.linear(
          [
            [0, "#fff3d4", 0.34],
            [0.5, "#fff3d4", 0],
            [1, "#1d1424", 0.42],
          ],
          25,
        ),
      ),
    ),
    line(`M${l - 30} ${t + 30}H${r + 30}`, "#6f6552", 7, 'opacity="0.7"'),
    ellipse(800, t - 224, 66, 22, "#8a7f69"),
    rect(
      764,
      t - 286,
      72,
      66,
      26,
      c.linear(
        [
          [0, "#efe7d6"],
          [1, "#9a8f78"],
        ],
        30,
      ),
    ),
  );
  c.add(
    frangipani(c, 400, 1400, 66),
    frangipani(c, 500, 1450, 48),
    frangipani(c, 1220, 1420, 58),
    leaf(c, 330, 1440, 140, 10, DYE.leaf),
  );
};

/** Short strokes of fibre over a clip. */
function fibres(
  c: Canvas,
  count: number,
  box: [number, number, number, number],
  length: number,
  colours: readonly string[],
  angle = [0, 360],
): string[] {
  return Array.from({ length: count }, () => {
    const x = c.between(box[0], box[2]);
    const y = c.between(box[1], box[3]);
    const turn = (c.between(angle[0] ?? 0, angle[1] ?? 360) * Math.PI) / 180;
    const [dx, dy] = [Math.cos(turn) * length, Math.sin(turn) * length];
    return line(
      `M${x} ${y}q${dx / 2 + c.between(-9, 9)} ${dy / 2 + c.between(-9, 9)} ${dx} ${dy}`,
      c.pick(colours),
      c.between(2, 4.5),
      'opacity="0.75"',
    );
  });
}

const COIR = ["#d9a867", "#b27a3c", "#8a5526", "#e9c48a", "#6d3f1a"] as const;

export const coirMat = (c: Canvas, _mood: Mood): void => {
  const mat =
    "M270 1150L1230 1080Q1266 1078 1276 1110L1350 1350Q1358 1384 1320 1386L330 1430Q292 1432 282 1400L226 1190Q218 1156 270 1150Z";
  const clip = c.clip(path(mat, "#000"));
  c.shadow(800, 1390, 590, 80, 0.4);
  c.add(
    path(mat, "#4a2a12", 'transform="translate(0 26)"'),
    clipped(
      clip,
      rect(200, 1060, 1200, 400, 0, "#a9713a"),
      ...fibres(c, 520, [210, 1070, 1370, 1440], 30, COIR, [-30, 30]),
      line("M330 1190L1206 1126L1268 1330L372 1374Z", DYE.night, 20, 'opacity="0.85"'),
      line("M300 1172L1226 1104L1300 1348L346 1396Z", DYE.noni, 11, 'opacity="0.85"'),
      group(
        "translate(800 1250) scale(1 0.5) rotate(-4)",
        ...[0, 90, 180, 270].map((turn) =>
          path(
            "M0 0C-12 -90 -90 -150 -170 -160C-160 -84 -92 -12 0 0Z",
            DYE.night,
            `opacity="0.85" transform="rotate(${turn})"`,
          ),
        ),
      ),
      ...fibres(c, 240, [210, 1070, 1370, 1440], 26, ["#e9c48a", "#c08a4c"], [-30, 30]),
    ),
    ...Array.from({ length: 46 }, (_, index) =>
      line(
        `M${232 + index * 1.4} ${1180 + index * 4.9}l${c.between(-26, -14)} ${c.between(-2, 8)}`,
        "#b27a3c",
        4,
      ),
    ),
  );
  c.add(coconut(c, 470, 1010, 1));
  c.add(twine(c, 1130, 960));
};

function coconut(c: Canvas, x: number, y: number, size: number): string {
  c.shadow(x, y + 120, 170, 34, 0.38);
  return group(
    `translate(${x} ${y}) scale(${size})`,
    path(
      "M-170 -10C-170 110 -90 140 0 140S170 110 170 -10Z",
      c.radial(
        [
          [0, "#8a5a34"],
          [1, "#3f2413"],
        ],
        0.35,
        0.3,
        0.9,
      ),
    ),
    ...fibres(c, 120, [-150, 10, 150, 120], 34, ["#b27a3c", "#6d3f1a", "#d9a867"], [60, 120]),
    ellipse(0, -12, 172, 70, "#5b3a22"),
    ellipse(0, -14, 156, 60, "#fdf7e6"),
    ellipse(
      0,
      -8,
      120,
      42,
      c.radial([
        [0, "#d8ccb0"],
        [1, "#fbf3de"],
      ]),
    ),
  );
}

function twine(c: Canvas, x: number, y: number): string {
  c.shadow(x, y + 116, 150, 34, 0.38);
  const turns = Array.from(
    { length: 15 },
    (_, index) =>
      `M${x - 118} ${y - 70 + index * 12}Q${x} ${y - 110 + index * 14 + c.between(-8, 8)} ${x + 118} ${y - 70 + index * 12}`,
  );
  const over = Array.from(
    { length: 9 },
    (_, index) =>
      `M${x - 90 + index * 18} ${y - 100}Q${x - 60 + index * 12} ${y} ${x - 96 + index * 22} ${y + 108}`,
  );
  return [
    ellipse(
      x,
      y + 4,
      128,
      118,
      c.radial(
        [
          [0, "#e9c48a"],
          [0.6, "#b27a3c"],
          [1, "#6d3f1a"],
        ],
        0.36,
        0.3,
        0.85,
      ),
    ),
    line(turns.join(""), "#7d4c20", 4, 'opacity="0.6"'),
    line(over.join(""), "#f0d3a0", 5, 'opacity="0.6"'),
    line(`M${x + 90} ${y + 80}q90 40 60 110t-120 60`, "#c08a4c", 9),
  ].join("");
}

export const coirPot = (c: Canvas, _mood: Mood): void => {
  c.add(
    line("M800 120L560 900M800 120L1040 900M800 120L800 860", "#8a5a2c", 9),
    ellipse(800, 124, 26, 26, "#6d3f1a"),
  );
  for (let index = 0; index < 19; index += 1) {
    const turn = -168 + index * 8.7;
    c.add(
      leaf(
        c,
        800 + c.between(-120, 120),
        890,
        c.between(300, 470),
        turn,
        c.pick(["#5d8a4c", "#3f6d3c", "#7fa55f", "#4c7a45"]),
        0.17,
      ),
    );
  }
  const pot = "M520 880H1080C1086 1080 1000 1230 800 1236C600 1230 514 1080 520 880Z";
  const clip = c.clip(path(pot, "#000"));
  c.shadow(800, 1400, 330, 60, 0.3);
  c.add(
    clipped(
      clip,
      rect(
        500,
        860,
        600,
        400,
        0,
        c.linear(
          [
            [0, "#8a5526"],
            [0.35, "#cf9a58"],
            [1, "#5b3316"],
          ],
          6,
        ),
      ),
      ...fibres(c, 420, [510, 880, 1090, 1240], 42, COIR, [-25, 25]),
      rect(
        500,
        860,
        600,
        400,
        0,
        c.linear(
          [
            [0, "#1d1424", 0.3],
            [0.35, "#fff3d4", 0.16],
            [1, "#1d1424", 0.5],
          ],
          6,
        ),
      ),
    ),
    line("M508 884H1092", "#6d3f1a", 40),
    line("M508 878H1092", "#c08a4c", 26),
    line("M512 872H1088", "#f0d3a0", 6, 'stroke-dasharray="16 12"'),
    ...[
      [620, 930, 60],
      [980, 930, 118],
      [800, 960, 92],
    ].map(([x, y, turn]) => leaf(c, x ?? 0, y ?? 0, 230, turn ?? 0, "#5d8a4c", 0.16)),
  );
};

/** A sailing ship on its stand; a pinisi has two masts and more sails than one counts at once. */
function ship(c: Canvas, pinisi: boolean): void {
  const timber = pinisi ? "#8a5630" : "#74421f";
  c.shadow(800, 1330, 470, 66, 0.42);
  c.add(
    rect(
      430,
      1300,
      740,
      46,
      14,
      c.linear(
        [
          [0, "#6b3f20"],
          [1, "#3d2110"],
        ],
        90,
      ),
    ),
    path("M560 1302L600 1190H640L620 1302ZM980 1302L960 1190H1000L1040 1302Z", "#4a2a14"),
  );
  const cloth = "#f6ead0";
  const sail = (d: string, seams: string) =>
    path(d, "#1d1424", 'opacity="0.18" transform="translate(12 12)"') +
    path(
      d,
      c.linear(
        [
          [0, "#fffaf0"],
          [0.55, cloth],
          [1, dark(cloth, 0.26)],
        ],
        10,
      ),
    ) +
    line(seams, "#b79a6c", 3, 'opacity="0.6"');
  const mast = (x: number, top: number, foot = 1080) =>
    rect(
      x - 9,
      top,
      18,
      foot - top,
      8,
      c.linear(
        [
          [0, "#c79b68"],
          [1, "#6b4422"],
        ],
        0,
      ),
    );
  const rope = (d: string) => line(d, "#6f5836", 3.5, 'opacity="0.85"');
  if (pinisi) {
    c.add(mast(640, 380), mast(960, 450));
    c.add(
      rope(
        "M640 390L240 1010M640 390L330 1030M640 480L420 1040M960 460L1260 1030M960 460L640 390M640 390L540 1070M640 390L740 1070M960 460L880 1070M960 460L1060 1070",
      ),
    );
    c.add(
      sail(
        "M628 470C560 640 430 860 262 1004C420 1000 560 1000 626 996Z",
        "M600 560L560 998M520 700L480 1000",
      ),
      sail("M600 620C540 780 440 920 340 1016L520 1020C570 920 590 780 600 620Z", "M560 760L500 1016"),
      sail(
        "M652 470C760 500 860 540 880 560C900 720 890 880 866 1000L656 1004Z",
        "M660 640Q780 660 892 700M660 820Q780 836 888 850",
      ),
      sail("M654 392C720 410 790 440 840 500L654 462Z", ""),
      sail(
        "M972 540C1060 560 1140 590 1180 620C1200 760 1190 900 1166 1010L976 1012Z",
        "M980 700Q1090 716 1192 746M980 860Q1090 870 1190 884",
      ),
      sail("M974 460C1030 470 1090 510 1130 556L974 532Z", ""),
    );
    c.add(flag("M640 380", 640, 384));
  } else {
    for (const [x, top] of [
      [540, 440],
      [800, 340],
      [1050, 430],
    ] as const)
      c.add(mast(x, top));
    c.add(
      rope(
        "M540 450L240 1010M540 450L330 1040M800 350L540 450M1050 440L800 350M1050 440L1280 1030M540 460L470 1070M540 460L620 1070M800 360L720 1070M800 360L890 1070M1050 450L980 1070M1050 450L1130 1070",
      ),
    );
    for (const [x, top, w] of [
      [540, 500, 190],
      [800, 400, 240],
      [1050, 490, 190],
    ] as const) {
      for (const [row, scale] of [
        [0, 0.74],
        [1, 0.9],
        [2, 1],
      ] as const) {
        const y = top + row * (w * 0.86);
        const half = (w * scale) / 2;
        const h = w * 0.78;
        c.add(
          rect(x - half - 18, y - 10, half * 2 + 36, 12, 6, "#6b4422"),
          sail(
            `M${x - half} ${y}H${x + half}C${x + half + 34} ${y + h * 0.5} ${x + half + 20} ${y + h * 0.9} ${x + half + 4} ${y + h}Q${x} ${y + h * 0.86} ${x - half - 4} ${y + h}C${x - half + 20} ${y + h * 0.7} ${x - half + 16} ${y + h * 0.3} ${x - half} ${y}Z`,
            `M${x - half * 0.3} ${y}Q${x - half * 0.1} ${y + h / 2} ${x - half * 0.3} ${y + h * 0.9}M${x + half * 0.4} ${y}Q${x + half * 0.66} ${y + h / 2} ${x + half * 0.4} ${y + h * 0.92}`,
          ),
        );
      }
    }
    c.add(
      sail("M520 560C440 700 360 860 268 990L470 960C506 840 516 700 520 560Z", "M470 760L420 970"),
      flag("", 800, 340),
      flag("", 540, 440),
    );
  }
  const hull = pinisi
    ? "M230 1016C330 1056 470 1066 800 1064C1010 1062 1190 1050 1320 1000C1300 1110 1230 1200 1100 1216H560C420 1206 300 1130 230 1016Z"
    : "M300 1020C420 1060 560 1070 800 1070C980 1070 1120 1052 1180 1030L1300 960L1320 1010C1290 1130 1230 1210 1110 1218H560C430 1210 340 1130 300 1020Z";
  const clip = c.clip(path(hull, "#000"));
  c.add(
    line(`M${pinisi ? 250 : 320} 1022L${pinisi ? 130 : 190} 966`, "#6b4422", 14),
    path(
      hull,
      c.linear(
        [
          [0, light(timber, 0.36)],
          [0.4, timber],
          [1, dark(timber, 0.5)],
        ],
        90,
      ),
    ),
    clipped(
      clip,
      line(
        Array.from(
          { length: 7 },
          (_, index) => `M200 ${1050 + index * 25}Q800 ${1106 + index * 22} 1360 ${1030 + index * 26}`,
        ).join(""),
        dark(timber, 0.55),
        4,
        'opacity="0.6"',
      ),
      line("M200 1040Q800 1096 1360 1010", pinisi ? "#f3e6cd" : "#d9b45a", 16),
      line("M200 1066Q800 1120 1360 1040", pinisi ? "#28346b" : "#a63a2c", 20),
      ...Array.from({ length: 9 }, (_, index) =>
        ellipse(
          440 + index * 90,
          1128 - Math.abs(index - 4) * 3,
          13,
          13,
          dark(timber, 0.65),
          `stroke="#d9b45a" stroke-width="5"`,
        ),
      ),
    ),
    rect(
      900,
      1010,
      190,
      54,
      8,
      c.linear(
        [
          [0, light(timber, 0.5)],
          [1, timber],
        ],
        90,
      ),
    ),
    ...[930, 980, 1030].map((x) => rect(x, 1024, 30, 24, 4, "#28346b")),
  );
  c.add(shavings(c));
}

const flag = (_d: string, x: number, y: number) =>
  path(`M${x} ${y}q34 -16 66 0t60 0v20H${x}Z`, "#c62f2b") +
  path(`M${x} ${y + 20}h126v20q-30 16 -60 0t-66 0Z`, "#ffffff");

function shavings(c: Canvas): string {
  return [
    [330, 1420],
    [470, 1450],
    [1190, 1430],
  ]
    .map(([x = 0, y = 0]) =>
      line(`M${x} ${y}q20 -34 50 -12t18 32t-34 0q0 -20 24 -18`, c.pick(["#d9ab6a", "#c08a4c"]), 9),
    )
    .join("");
}

export const sailingShip = (c: Canvas, _mood: Mood): void => ship(c, false);
export const pinisi = (c: Canvas, _mood: Mood): void => ship(c, true);

export const cuttingBoard = (c: Canvas, _mood: Mood): void => {
  const timber = "#b9814c";
  c.shadow(830, GROUND + 40, 380, 60, 0.42);
  const boardShape = (dx: number, colour: string, turn: number) => {
    const shape =
      "M-230 -60C-230 -130 -190 -170 -120 -178C-70 -186 -64 -220 -64 -290V-370C-64 -430 64 -430 64 -370V-290C64 -220 70 -186 120 -178C190 -170 230 -130 230 -60V380C230 440 200 470 140 470H-140C-200 470 -230 440 -230 380Z";
    const clip = c.clip(path(shape, "#000"));
    const grain = Array.from(
      { length: 16 },
      (_, index) =>
        `M${-230 + index * 30} -440C${-230 + index * 30 + c.between(-30, 30)} -100 ${-230 + index * 30 + c.between(-34, 34)} 200 ${-226 + index * 30} 480`,
    );
    return group(
      `translate(${dx} 800) rotate(${turn})`,
      path(shape, "#1d1424", `opacity="0.34" transform="translate(30 22)" filter="${c.blur(12)}"`),
      path(shape, dark(colour, 0.45), 'transform="translate(20 8)"'),
      path(
        shape,
        c.linear(
          [
            [0, light(colour, 0.34)],
            [0.5, colour],
            [1, dark(colour, 0.2)],
          ],
          30,
        ),
      ),
      clipped(
        clip,
        line(grain.join(""), dark(colour, 0.42), 6, 'opacity="0.34"'),
        ellipse(60, 160, 60, 100, "none", `stroke="${dark(colour, 0.42)}" stroke-width="5" opacity="0.35"`),
        ellipse(60, 160, 32, 60, "none", `stroke="${dark(colour, 0.42)}" stroke-width="5" opacity="0.35"`),
      ),
      ellipse(0, -352, 26, 26, dark(colour, 0.6)),
      line("M-206 -60C-206 -120 -170 -150 -112 -156", "#fff3d8", 9, 'opacity="0.7"'),
    );
  };
  c.add(boardShape(1010, "#8a5630", 9), boardShape(680, timber, -5));
  for (const [x, y, r] of [
    [1080, 1390, 92],
    [1230, 1420, 76],
  ] as const)
    c.add(tomato(c, x, y, r));
  c.add(
    chilli(c, 380, 1410, 190, 6),
    leaf(c, 520, 1440, 150, -16, DYE.leaf),
    leaf(c, 540, 1446, 120, 12, "#5d8a4c"),
  );
};

function tomato(c: Canvas, x: number, y: number, r: number): string {
  c.shadow(x, y + r * 0.8, r, r * 0.24, 0.36);
  return [
    ellipse(
      x,
      y,
      r,
      r * 0.88,
      c.radial(
        [
          [0, "#f58a63"],
          [0.45, "#cf3a26"],
          [1, "#7d1a18"],
        ],
        0.34,
        0.28,
        0.85,
      ),
    ),
    ...[0, 60, 130, 190, 260, 320].map((turn) => leaf(c, x, y - r * 0.66, r * 0.5, turn, "#4f7d3f", 0.14)),
    ellipse(x - r * 0.36, y - r * 0.34, r * 0.2, r * 0.11, "#fff1e6", 'opacity="0.7"'),
  ].join("");
}

export const incense = (c: Canvas, _mood: Mood): void => {
  const smoke = (x: number, y: number, sway: number) =>
    line(
      `M${x} ${y}C${x + sway} ${y - 130} ${x - sway} ${y - 240} ${x + sway * 0.6} ${y - 370}S${x - sway} ${y - 520} ${x + sway} ${y - 620}`,
      "#ffffff",
      26,
      `opacity="0.3" filter="${c.blur(10)}"`,
    );
  c.add(smoke(700, 640, 60), smoke(820, 600, -50), smoke(900, 660, 40));
  for (const [x, top, foot] of [
    [700, 640, 760],
    [760, 610, 790],
    [820, 600, 806],
    [880, 640, 830],
    [930, 680, 850],
  ] as const) {
    c.add(
      line(`M${x} ${top}L${foot} 1180`, "#c98a4b", 9),
      line(`M${x} ${top}L${(x + foot) / 2 - (foot - x) * 0.1} 960`, "#5b3a26", 17),
      ellipse(x, top, 9, 12, "#ff9a4d"),
      ellipse(x, top - 2, 5, 7, "#ffe4a8"),
    );
  }
  c.shadow(810, 1310, 230, 50, 0.44);
  c.add(
    path(
      "M600 1120C590 1240 660 1320 810 1320S1030 1240 1020 1120Z",
      c.linear(
        [
          [0, "#6d3f1a"],
          [0.3, "#d59a3f"],
          [0.6, "#a9702a"],
          [1, "#4a2a12"],
        ],
        0,
      ),
    ),
    ellipse(
      810,
      1120,
      210,
      52,
      c.linear(
        [
          [0, "#f0c46c"],
          [1, "#9a6526"],
        ],
        20,
      ),
    ),
    ellipse(810, 1124, 176, 38, "#e8dcc4"),
    line("M622 1190Q810 1260 1000 1190", "#6d3f1a", 8, 'opacity="0.6"'),
    line("M640 1226Q810 1296 984 1226", "#6d3f1a", 5, 'opacity="0.6"'),
  );
  const bundle = Array.from({ length: 13 }, (_, index) =>
    line(
      `M${1090 + (index % 5) * 12} ${1370 + Math.floor(index / 5) * 16}l330 -66`,
      index % 2 ? "#6b4530" : "#54341f",
      13,
    ),
  );
  c.add(
    ellipse(1260, 1440, 230, 26, "#1b1424", 'opacity="0.28"'),
    ...bundle,
    path("M1210 1336l50 -10l14 62l-50 12Z", DYE.noni),
  );
  c.add(frangipani(c, 420, 1380, 76), frangipani(c, 540, 1440, 58), frangipani(c, 330, 1440, 50));
};
