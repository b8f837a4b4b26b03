import { type Canvas, clipped, dark, ellipse, group, light, line, path, rect } from "./canvas";
import { DYE, type Mood } from "./palette";
import { kawung, leaf, parang } from "./scene";

/** A spray of flowers with curling leaves, as drawn with a canting. */
function spray(petals: string, stem: string, dots: string): string {
  const flower = (x: number, y: number, r: number) =>
    `${[0, 60, 120, 180, 240, 300]
      .map(
        (turn) =>
          `<ellipse cx="${x}" cy="${y - r * 0.62}" rx="${r * 0.34}" ry="${r * 0.52}" fill="${petals}" transform="rotate(${turn} ${x} ${y})"/>`,
      )
      .join("")}<circle cx="${x}" cy="${y}" r="${r * 0.3}" fill="${dots}"/>`;
  const curl = (x: number, y: number, turn: number, flip: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${flip} 1)"><path d="M0 0C30 -40 74 -34 78 0C70 -12 40 -12 0 0Z" fill="${stem}"/></g>`;
  const bits = [
    [20, 40],
    [190, 30],
    [60, 210],
    [205, 190],
    [120, 20],
    [16, 130],
    [228, 110],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="5" fill="${dots}"/>`)
    .join("");
  return (
    `<path d="M110 250C70 190 150 150 104 90C90 60 120 30 170 40M122 150C160 150 190 140 196 110" fill="none" stroke="${stem}" stroke-width="6"/>` +
    curl(112, 200, -160, 1) +
    curl(118, 170, -30, 1) +
    curl(116, 110, -150, -1) +
    curl(150, 148, 30, 1) +
    flower(104, 84, 46) +
    flower(200, 96, 34) +
    flower(64, 214, 26) +
    bits
  );
}

/** Fern fronds and waves of the northern coast. */
function fern(frond: string, wave: string): string {
  const fronds = (x: number, y: number, turn: number) => {
    const leaves = Array.from(
      { length: 7 },
      (_, index) =>
        `M${0} ${-index * 18}q26 -20 ${44 - index * 5} -12M0 ${-index * 18}q-26 -20 ${-44 + index * 5} -12`,
    );
    return `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M0 20V-120q0 -40 30 -36q20 8 6 24" fill="none" stroke="${frond}" stroke-width="6"/><path d="${leaves.join("")}" fill="none" stroke="${frond}" stroke-width="7" stroke-linecap="round"/></g>`;
  };
  return `${fronds(70, 190, -8)}${fronds(190, 130, 12)}<path d="M0 226q20 -30 40 0t40 0t40 0t40 0t40 0t40 0M0 244q20 -30 40 0t40 0t40 0t40 0t40 0t40 0" fill="none" stroke="${wave}" stroke-width="5"/>`;
}

type Dye = { ground: string; petals: string; stem: string; dots: string; border: string };

/** A length of batik over a bamboo pole: folds, a border of spear points, the canting that drew it. */
function hungBatik(c: Canvas, tile: string, dye: Dye): void {
  const [l, r, t, b] = [400, 1200, 420, 1270];
  const hem = `M${l} ${t}H${r}V${b - 40}${Array.from({ length: 8 }, (_, index) => `q-50 ${index % 2 ? 34 : 58} -100 ${index % 2 ? -6 : 6}`).join("")}Z`;
  const clip = c.clip(path(hem, "#000"));
  const folds = Array.from({ length: 9 }, (_, index) => {
    const x = l + 30 + index * 92 + c.between(-16, 16);
    const sway = c.between(-26, 26);
    return (
      path(
        `M${x} ${t}Q${x + sway} ${(t + b) / 2} ${x + sway * 0.6} ${b + 40}h46Q${x + sway + 60} ${(t + b) / 2} ${x + 30} ${t}Z`,
        "#14112b",
        'opacity="0.22"',
      ) +
      path(
        `M${x + 44} ${t}Q${x + sway + 66} ${(t + b) / 2} ${x + sway * 0.6 + 54} ${b + 40}h24Q${x + sway + 92} ${(t + b) / 2} ${x + 62} ${t}Z`,
        "#fff1d4",
        'opacity="0.16"',
      )
    );
  });
  const spear = c.pattern(
    80,
    `<path d="M0 120L40 12L80 120Z" fill="${dye.border}"/><path d="M18 120L40 58L62 120Z" fill="${dye.ground}"/><circle cx="40" cy="98" r="6" fill="${dye.dots}"/>`,
    { height: 120, transform: `translate(${l} ${b - 158})` },
  );
  c.shadow(800, 1340, 430, 60, 0.4);
  c.add(
    path(hem, "#14112b", `opacity="0.28" transform="translate(34 26)" filter="${c.blur(14)}"`),
    clipped(
      clip,
      rect(l, t, 800, 900, 0, dye.ground),
      rect(
        l,
        t,
        800,
        900,
        0,
        c.pattern(250, tile, { transform: `translate(${l + 20} ${t - 30}) scale(0.84)` }),
      ),
      rect(l, b - 180, 800, 24, 0, dye.border),
      rect(l, b - 158, 800, 120, 0, dark(dye.ground, 0.12)),
      rect(l, b - 158, 800, 120, 0, spear),
      rect(l, b - 38, 800, 90, 0, dye.border),
      rect(
        l,
        b - 30,
        800,
        90,
        0,
        c.pattern(40, parang(dye.dots, 40), { transform: "rotate(-40)" }),
        'opacity="0.7"',
      ),
      ...folds,
      rect(
        l,
        t,
        800,
        120,
        0,
        c.linear(
          [
            [0, "#14112b", 0.4],
            [1, "#14112b", 0],
          ],
          90,
        ),
      ),
      rect(
        l,
        t,
        800,
        900,
        0,
        c.linear(
          [
            [0, "#fff1d4", 0.16],
            [1, "#14112b", 0.24],
          ],
          20,
        ),
      ),
    ),
    rect(
      300,
      372,
      1000,
      58,
      29,
      c.linear(
        [
          [0, "#f0d794"],
          [0.4, "#c99b4a"],
          [1, "#6f4a1e"],
        ],
        90,
      ),
    ),
    ...[470, 800, 1120].map((x) => rect(x, 368, 18, 66, 8, "#a97a35")),
    path(`M${l} 396C${l + 60} 372 ${r - 60} 372 ${r} 396V434H${l}Z`, dye.ground),
    path(
      `M${l} 396C${l + 60} 372 ${r - 60} 372 ${r} 396V434H${l}Z`,
      c.linear(
        [
          [0, "#fff1d4", 0.34],
          [1, "#14112b", 0.4],
        ],
        90,
      ),
    ),
  );
  c.add(canting(c, 420, 1420, -8), waxPot(c, 1180, 1370));
}

function canting(c: Canvas, x: number, y: number, turn: number): string {
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    ellipse(120, 34, 230, 18, "#1b1424", 'opacity="0.25"'),
    rect(
      -60,
      -13,
      300,
      26,
      13,
      c.linear(
        [
          [0, "#dba868"],
          [1, "#80501f"],
        ],
        90,
      ),
    ),
    path(
      "M238 -22C290 -30 330 -20 330 8C330 34 290 38 250 24Z",
      c.linear(
        [
          [0, "#e9b26a"],
          [1, "#9a5a24"],
        ],
        80,
      ),
    ),
    ellipse(286, -16, 40, 12, "#6b3a16"),
    line("M326 14Q356 22 368 44", "#b3742f", 8),
  );
}

function waxPot(c: Canvas, x: number, y: number): string {
  c.shadow(x, y + 50, 110, 26, 0.4);
  return [
    path(
      `M${x - 104} ${y - 50}C${x - 110} ${y + 30} ${x - 60} ${y + 60} ${x} ${y + 60}S${x + 110} ${y + 30} ${x + 104} ${y - 50}Z`,
      c.linear(
        [
          [0, "#5a4038"],
          [0.35, "#a87d68"],
          [1, "#3a2722"],
        ],
        0,
      ),
    ),
    ellipse(x, y - 50, 106, 30, "#8a6656"),
    ellipse(
      x,
      y - 48,
      88,
      22,
      c.linear(
        [
          [0, "#7a3f1a"],
          [1, "#e0a050"],
        ],
        20,
      ),
    ),
  ].join("");
}

export const batikFlowers = (c: Canvas, _mood: Mood): void =>
  hungBatik(c, spray("#f4e3c0", "#c98d4b", "#e9b44c"), {
    ground: "#23306b",
    petals: "#f4e3c0",
    stem: "#c98d4b",
    dots: "#e9b44c",
    border: "#a3592b",
  });

export const batikFern = (c: Canvas, _mood: Mood): void =>
  hungBatik(c, fern("#f3dfb6", "#d9a25a"), {
    ground: "#7a2f25",
    petals: "#f3dfb6",
    stem: "#d9a25a",
    dots: "#f0c46c",
    border: "#3c2148",
  });

/** A stitched seam along a path. */
const stitches = (d: string, colour: string) => line(d, colour, 5, 'stroke-dasharray="20 13"');

export const sandals = (c: Canvas, _mood: Mood): void => {
  for (const [x, y, turn] of [
    [600, 1170, -16],
    [1010, 1270, -4],
  ] as const) {
    const sole =
      "M-150 300C-190 160 -196 20 -176 -110C-160 -240 -80 -320 20 -310C130 -298 176 -190 166 -60C158 60 140 180 128 300C112 380 -120 384 -150 300Z";
    const clip = c.clip(path(sole, "#000"));
    c.add(
      group(
        `translate(${x} ${y}) rotate(${turn}) scale(0.98 0.82)`,
        path(sole, "#1b1424", `opacity="0.4" transform="translate(30 40)" filter="${c.blur(12)}"`),
        path(sole, "#3b2416", 'transform="translate(6 34)"'),
        path(sole, "#d6a66f", 'transform="translate(2 16)"'),
        path(
          sole,
          c.linear(
            [
              [0, "#b97a45"],
              [0.5, "#a2622f"],
              [1, "#7c4620"],
            ],
            60,
          ),
        ),
        clipped(
          clip,
          ellipse(-10, -170, 100, 110, "#7c4620", 'opacity="0.4"'),
          ellipse(-6, 230, 90, 90, "#7c4620", 'opacity="0.4"'),
        ),
        stitches(
          "M-132 292C-170 150 -176 20 -156 -108C-142 -222 -74 -296 18 -288C112 -278 154 -184 146 -60C138 60 122 178 110 288C98 350 -104 356 -132 292Z",
          "#f0d3a1",
        ),
        path(
          "M-186 -20C-110 -130 90 -140 174 -40L160 90C90 -20 -90 -20 -178 100Z",
          c.linear(
            [
              [0, "#8a4f27"],
              [0.4, "#c98a55"],
              [1, "#5f3318"],
            ],
            20,
          ),
        ),
        stitches("M-174 0C-104 -104 84 -112 162 -24M-166 80C-90 -34 88 -36 150 64", "#f0d3a1"),
        rect(-40, -96, 70, 86, 12, "#e2c07a", 'stroke="#8a6224" stroke-width="8"'),
        line("M-4 -96V-20", "#8a6224", 9),
      ),
    );
  }
};

export const wallet = (c: Canvas, _mood: Mood): void => {
  const leather = (x: number, y: number, width: number, height: number, turn: number, colour: string) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      rect(
        0,
        0,
        width,
        height,
        34,
        "#1b1424",
        `opacity="0.4" transform="translate(22 30)" filter="${c.blur(12)}"`,
      ),
      rect(0, 12, width, height, 34, dark(colour, 0.45)),
      rect(
        0,
        0,
        width,
        height,
        34,
        c.linear(
          [
            [0, light(colour, 0.32)],
            [0.45, colour],
            [1, dark(colour, 0.3)],
          ],
          40,
        ),
      ),
      ...Array.from({ length: 120 }, () =>
        ellipse(
          c.between(20, width - 20),
          c.between(20, height - 20),
          c.between(1, 4),
          c.between(1, 3),
          c.random() < 0.5 ? light(colour, 0.3) : dark(colour, 0.4),
          'opacity="0.35"',
        ),
      ),
      `<rect x="22" y="22" width="${width - 44}" height="${height - 44}" rx="22" fill="none" stroke="${light(colour, 0.7)}" stroke-width="5" stroke-dasharray="18 12"/>`,
    );
  c.shadow(830, 1330, 500, 80, 0.36);
  c.add(
    leather(520, 700, 640, 440, -9, "#7a3f22"),
    group(
      "translate(560 860) rotate(-9)",
      rect(30, -70, 560, 160, 14, "#e9dcc2"),
      rect(50, -104, 520, 160, 14, "#33407a"),
      rect(50, -70, 520, 30, 0, "#1c2149"),
      rect(76, -16, 130, 20, 8, "#d9b45a"),
    ),
    leather(400, 900, 680, 450, 4, "#a2622f"),
    group("translate(700 1130) rotate(4)", `<g opacity="0.5">${kawung("#5f3318", 150, 6)}</g>`),
    line("M1080 1220Q1230 1180 1290 1290T1160 1420Q1090 1410 1130 1370", "#5f3318", 12),
    ellipse(1086, 1218, 16, 16, "#d9b45a"),
  );
  c.add(leaf(c, 330, 1420, 180, -24, DYE.moss));
};

export const glasses = (c: Canvas, _mood: Mood): void => {
  const wood = "#7d4a26";
  const rim = (x: number) =>
    `M${x - 210} 960C${x - 220} 850 ${x - 120} 800 ${x} 804S${x + 218} 850 ${x + 206} 968S${x + 110} 1150 ${x} 1150S${x - 200} 1080 ${x - 210} 960Z`;
  const grain = c.pattern(
    220,
    Array.from(
      { length: 11 },
      (_, index) =>
        `<path d="M0 ${index * 20 + 8}q55 ${c.between(-16, 16)} 110 0t110 0" fill="none" stroke="${dark(wood, 0.45)}" stroke-width="3.500" opacity="0.6"/>`,
    ).join(""),
  );
  c.shadow(800, 1290, 560, 70, 0.4);
  c.add(
    group(
      "translate(330 1170)",
      path("M0 70L120 0H860L960 70V150Q960 166 944 166H16Q0 166 0 150Z", "#5b3a22"),
      path(
        "M0 70L120 0H860L960 70Z",
        c.linear(
          [
            [0, "#c79b68"],
            [1, "#a3713f"],
          ],
          30,
        ),
      ),
      rect(
        0,
        70,
        960,
        96,
        14,
        c.linear(
          [
            [0, "#96652f"],
            [1, "#6f451f"],
          ],
          90,
        ),
      ),
      line("M30 100q220 -14 440 0t450 4M20 132q260 12 520 -4t400 8", "#4a2c14", 5, 'opacity="0.5"'),
    ),
  );
  for (const x of [530, 1050]) {
    c.add(
      path(
        rim(x),
        c.linear(
          [
            [0, "#dfe9ea", 0.62],
            [0.5, "#b9cfd6", 0.3],
            [1, "#8fa9b8", 0.5],
          ],
          40,
        ),
      ),
      path(`M${x - 120} 850l90 -24l-120 290l-40 -90Z`, "#ffffff", 'opacity="0.4"'),
      line(rim(x), dark(wood, 0.5), 50, 'transform="translate(4 12)" opacity="0.7"'),
      line(rim(x), wood, 46),
      line(rim(x), grain, 46),
      line(rim(x), light(wood, 0.5), 8, 'opacity="0.7" transform="translate(-7 -13)"'),
    );
  }
  c.add(
    line("M734 900Q790 850 846 900", dark(wood, 0.5), 46, 'transform="translate(3 10)"'),
    line("M734 900Q790 850 846 900", wood, 42),
    line("M736 888Q790 842 844 888", light(wood, 0.5), 7, 'opacity="0.7"'),
    path("M316 900L250 876V950L322 962Z", wood),
    path("M1258 900L1330 876V950L1254 962Z", dark(wood, 0.2)),
    ellipse(288, 914, 10, 10, "#e2c07a"),
    ellipse(1292, 914, 10, 10, "#e2c07a"),
  );
};

export const ring = (c: Canvas, _mood: Mood): void => {
  c.add(
    path("M330 1240Q800 1130 1270 1240V1360Q800 1470 330 1360Z", "#1c2149"),
    ellipse(
      800,
      1240,
      470,
      108,
      c.linear(
        [
          [0, "#4a5aa0"],
          [1, "#232c5c"],
        ],
        30,
      ),
    ),
    ellipse(800, 1240, 400, 84, c.pattern(64, kawung("#8c9ccf", 64, 2.4)), 'opacity="0.4"'),
  );
  c.shadow(800, 1236, 260, 46, 0.5);
  const silver = c.linear(
    [
      [0, "#ffffff"],
      [0.2, "#c6ccd6"],
      [0.42, "#f7f8fa"],
      [0.62, "#8b94a6"],
      [0.82, "#e3e7ee"],
      [1, "#6d7589"],
    ],
    60,
  );
  const inner = c.linear(
    [
      [0, "#5a6175"],
      [0.5, "#aab2c2"],
      [1, "#e7eaf0"],
    ],
    60,
  );
  c.add(
    `<path fill-rule="evenodd" d="M800 620A310 310 0 1 1 799 620ZM800 720A212 212 0 1 0 801 720Z" fill="#2a2e42" opacity="0.55" transform="translate(24 10)"/>`,
    `<path fill-rule="evenodd" d="M826 624A306 306 0 1 1 825 624ZM826 716A214 214 0 1 0 827 716Z" fill="${inner}"/>`,
    `<path fill-rule="evenodd" d="M790 612A312 312 0 1 1 789 612ZM790 708A216 216 0 1 0 791 708Z" fill="${silver}"/>`,
  );
  const carved = Array.from({ length: 26 }, (_, index) => {
    const turn = (index / 26) * 360;
    return `<g transform="translate(790 924) rotate(${turn}) translate(0 -264)"><path d="M-26 8C-22 -26 10 -32 22 -8C26 8 8 18 2 6M-26 8C-6 14 14 26 26 8" fill="none" stroke="#4c5367" stroke-width="6" stroke-linecap="round"/></g>`;
  });
  c.add(
    ...carved,
    `<circle cx="790" cy="924" r="300" fill="none" stroke="#5c6479" stroke-width="6" opacity="0.7"/><circle cx="790" cy="924" r="226" fill="none" stroke="#5c6479" stroke-width="6" opacity="0.7"/>`,
    path(
      "M700 640L790 560L880 640L790 720Z",
      c.linear(
        [
          [0, "#f6f7fa"],
          [1, "#7d869b"],
        ],
        50,
      ),
    ),
    path(
      "M724 640L790 582L856 640L790 698Z",
      c.linear(
        [
          [0, "#7fb4c9"],
          [0.5, "#2d6f93"],
          [1, "#153e5e"],
        ],
        50,
      ),
    ),
    path("M724 640L790 582L804 632L762 650Z", "#d5eef5", 'opacity="0.8"'),
    line("M560 800A270 270 0 0 1 680 664", "#ffffff", 16, 'opacity="0.9"'),
  );
  for (const [x, y, r] of [
    [420, 1410, 60],
    [520, 1450, 46],
    [1200, 1430, 56],
  ] as const)
    c.add(frangipani(c, x, y, r));
};

/** The white and yellow flower of Bali's offerings. */
export function frangipani(c: Canvas, x: number, y: number, r: number): string {
  const petal = `M0 0C${-r * 0.5} ${-r * 0.4} ${-r * 0.46} ${-r} ${r * 0.06} ${-r * 1.06}C${r * 0.5} ${-r} ${r * 0.4} ${-r * 0.4} 0 0Z`;
  const fill = c.linear(
    [
      [0, "#ffffff"],
      [0.55, "#fff6d8"],
      [1, "#f4b73a"],
    ],
    90,
  );
  return group(
    `translate(${x} ${y}) scale(1 0.78)`,
    ellipse(r * 0.2, r * 0.4, r * 1.1, r * 0.8, "#1b1424", 'opacity="0.22"'),
    ...[0, 72, 144, 216, 288].map((turn) =>
      path(petal, fill, `transform="rotate(${turn})" stroke="#e8cf9a" stroke-width="2"`),
    ),
    ellipse(0, 0, r * 0.14, r * 0.14, "#f09f2a"),
  );
}
