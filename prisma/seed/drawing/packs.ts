import { type Canvas, clipped, dark, ellipse, group, light, line, mix, path, rect } from "./canvas";
import { DYE } from "./palette";
import { GROUND, kawung, parang } from "./scene";

const PETAL = "M22.4 22.4C12.2 23.2 4.2 16.6 4.2 4.2 16.6 4.2 23.2 12.2 22.4 22.4Z";

/** A kawung flower whose fourth petal is an echo: the emblem on labels, instead of letters that need a typeface. */
export function emblem(x: number, y: number, r: number, colour: string): string {
  const size = r / 24;
  return group(
    `translate(${x - r} ${y - r}) scale(${size})`,
    path(PETAL, colour),
    path(PETAL, colour, 'transform="matrix(1 0 0 -1 0 48)"'),
    path(PETAL, colour, 'transform="rotate(180 24 24)"'),
    line(
      "M27.9 15.2a8.6 8.6 0 0 1 4.9 4.9M27.9 9.1a14.6 14.6 0 0 1 11 11M27.9 3.2a20.6 20.6 0 0 1 16.9 16.9",
      colour,
      3.7,
    ),
  );
}

/** Bars that stand for a name and a line below it. */
function lettering(x: number, y: number, width: number, colour: string): string {
  const bar = (dx: number, dy: number, w: number, h: number) =>
    rect(x + dx - w / 2, y + dy, w, h, h / 2, colour);
  return [
    bar(-width * 0.2, 0, width * 0.42, 15),
    bar(width * 0.28, 0, width * 0.34, 15),
    bar(0, 34, width * 0.56, 8),
    bar(0, 54, width * 0.36, 8),
  ].join("");
}

export type LabelStyle = { paper: string; ink: string; band: string };

/** A paper label: a printed band, the emblem, lettering. */
export function label(
  c: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  style: LabelStyle,
): string {
  const clip = c.clip(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14"/>`);
  const print = mix(style.band, "#fff3dc", 0.5);
  const band = height * 0.24;
  const pattern = c.pattern(40, parang(print, 40), { transform: "rotate(-40)" });
  return clipped(
    clip,
    rect(
      x,
      y,
      width,
      height,
      0,
      c.linear(
        [
          [0, light(style.paper, 0.3)],
          [1, style.paper],
        ],
        30,
      ),
    ),
    rect(x, y + height - band, width, band, 0, style.band),
    rect(x, y + height - band, width, band, 0, pattern, 'opacity="0.8"'),
    rect(x, y + height - band - 7, width, 7, 0, DYE.gold),
    rect(
      x + 12,
      y + 12,
      width - 24,
      height - band - 30,
      8,
      "none",
      `stroke="${style.ink}" stroke-width="2.5" opacity="0.45"`,
    ),
    emblem(x + width / 2, y + height * 0.28, Math.min(width, height) * 0.135, style.ink),
    lettering(x + width / 2, y + height * 0.5, width * 0.66, style.ink),
  );
}

/** A kraft or coloured stand-up pouch with a label; x is its middle. */
export function pouch(
  c: Canvas,
  x: number,
  options: {
    width?: number;
    height?: number;
    colour?: string;
    label: LabelStyle;
    ground?: number;
    tilt?: number;
  },
): void {
  const { width = 430, height = 640, colour = "#c69a66", ground = GROUND, tilt = 0 } = options;
  const [l, r, t, b] = [x - width / 2, x + width / 2, ground - height, ground];
  c.shadow(x, b - 4, width * 0.6, 48);
  const shape = `M${l + 10} ${t}L${r - 10} ${t}C${r + 4} ${t + height * 0.3} ${r + 24} ${b - height * 0.3} ${r + 6} ${b - 14}Q${x} ${b + 34} ${l - 6} ${b - 14}C${l - 24} ${b - height * 0.3} ${l - 4} ${t + height * 0.3} ${l + 10} ${t}Z`;
  const fill = c.linear(
    [
      [0, dark(colour, 0.26)],
      [0.1, light(colour, 0.06)],
      [0.3, light(colour, 0.34)],
      [0.62, colour],
      [0.9, dark(colour, 0.24)],
      [1, dark(colour, 0.38)],
    ],
    4,
  );
  const creases = [0.22, 0.5, 0.8].map((at) =>
    path(
      `M${l + width * at} ${t + 60}q${c.between(-16, 16)} 70 ${c.between(-30, 30)} 130q-24 -40 ${c.between(-6, 6)} -130Z`,
      "#fff6e2",
      'opacity="0.16"',
    ),
  );
  c.add(
    group(
      `rotate(${tilt} ${x} ${b})`,
      path(shape, fill),
      path(
        `M${l - 4} ${b - 34}Q${x} ${b - 2} ${r + 4} ${b - 34}L${r + 6} ${b - 14}Q${x} ${b + 34} ${l - 6} ${b - 14}Z`,
        dark(colour, 0.5),
        'opacity="0.28"',
      ),
      rect(l + 10, t, width - 20, 46, 4, dark(colour, 0.2), 'opacity="0.35"'),
      line(
        `M${l + 12} ${t + 14}H${r - 12}M${l + 11} ${t + 28}H${r - 11}`,
        light(colour, 0.5),
        2,
        'opacity="0.6"',
      ),
      line(`M${l + 8} ${t + 62}H${r - 8}`, dark(colour, 0.45), 3, 'opacity="0.45"'),
      ...creases,
      label(c, l + width * 0.14, t + height * 0.26, width * 0.72, height * 0.54, options.label),
      path(
        `M${l + 14} ${t + 60}C${l} ${t + height * 0.4} ${l - 8} ${b - height * 0.3} ${l + 4} ${b - 40}L${l + 46} ${b - 24}C${l + 30} ${b - height * 0.4} ${l + 44} ${t + height * 0.3} ${l + 52} ${t + 60}Z`,
        "#fff6e2",
        'opacity="0.2"',
      ),
    ),
  );
}

/** A clear bag whose window shows what is inside: `fill` draws it over the window's box. */
export function windowBag(
  c: Canvas,
  x: number,
  options: {
    width?: number;
    height?: number;
    colour: string;
    label: LabelStyle;
    inside: (box: { x: number; y: number; width: number; height: number }) => string;
    ground?: number;
  },
): void {
  const { width = 500, height = 680, colour, ground = GROUND } = options;
  const [l, r, t, b] = [x - width / 2, x + width / 2, ground - height, ground];
  c.shadow(x, b - 4, width * 0.58, 50);
  const bulge = 26;
  const shape = `M${l + 16} ${t}H${r - 16}C${r - 6} ${t + 80} ${r + bulge} ${t + 180} ${r + bulge} ${t + height * 0.55}S${r - 4} ${b - 40} ${r - 8} ${b}H${l + 8}C${l + 4} ${b - 40} ${l - bulge} ${t + height * 0.75} ${l - bulge} ${t + height * 0.55}S${l + 6} ${t + 80} ${l + 16} ${t}Z`;
  const clip = c.clip(path(shape, "#000"));
  const box = { x: l + 26, y: t + height * 0.52, width: width - 52, height: height * 0.37 };
  const hole = c.clip(
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="70"/>`,
  );
  const zig = (y: number) => {
    const teeth = Array.from(
      { length: 25 },
      (_, index) => `L${l + 16 + ((width - 32) * (index + 0.5)) / 25} ${y + (index % 2 ? 0 : 9)}`,
    );
    return `M${l + 16} ${y}${teeth.join("")}L${r - 16} ${y}V${y + 60}H${l + 16}Z`;
  };
  c.add(
    clipped(
      clip,
      rect(
        l - 40,
        t,
        width + 80,
        height,
        0,
        c.linear(
          [
            [0, dark(colour, 0.3)],
            [0.12, colour],
            [0.32, light(colour, 0.28)],
            [0.65, colour],
            [1, dark(colour, 0.42)],
          ],
          4,
        ),
      ),
      rect(
        l - 40,
        t + height * 0.9,
        width + 80,
        height * 0.1,
        0,
        c.pattern(50, kawung(light(colour, 0.5), 50, 2.4)),
        'opacity="0.55"',
      ),
      clipped(
        hole,
        rect(box.x, box.y, box.width, box.height, 0, dark(colour, 0.5)),
        options.inside(box),
        rect(
          box.x,
          box.y,
          box.width,
          box.height,
          0,
          c.linear(
            [
              [0, "#1b1424", 0.35],
              [0.25, "#1b1424", 0],
              [1, "#1b1424", 0.18],
            ],
            90,
          ),
        ),
        path(
          `M${box.x + 30} ${box.y}h${width * 0.2}l-${width * 0.22} ${box.height}h-${width * 0.2}Z`,
          "#ffffff",
          'opacity="0.16"',
        ),
      ),
      `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="70" fill="none" stroke="${light(colour, 0.5)}" stroke-width="5" opacity="0.8"/>`,
      label(c, x - width * 0.3, t + height * 0.13, width * 0.6, height * 0.33, options.label),
      path(zig(t), dark(colour, 0.25), 'opacity="0.6"'),
      line(`M${l} ${t + 62}H${r}M${l} ${b - 46}H${r}`, dark(colour, 0.5), 3, 'opacity="0.5"'),
      path(
        `M${l - 10} ${t + 130}C${l - 14} ${t + height * 0.4} ${l} ${b - 200} ${l + 6} ${b - 60}L${l + 40} ${b - 70}C${l + 20} ${b - 220} ${l + 26} ${t + 260} ${l + 44} ${t + 110}Z`,
        "#ffffff",
        'opacity="0.3"',
      ),
      path(`M${r - 50} ${t + 90}q30 120 36 260q-22 -120 -58 -250Z`, "#ffffff", 'opacity="0.2"'),
    ),
  );
}

/** A glass jar with a lid; `inside` draws what stands in it over the given box. */
export function jar(
  c: Canvas,
  x: number,
  options: {
    width?: number;
    height?: number;
    lid: string;
    label?: LabelStyle;
    liquid?: string;
    inside?: (box: { x: number; y: number; width: number; height: number }) => string;
    ground?: number;
  },
): void {
  const { width = 470, height = 560, ground = GROUND, lid } = options;
  const [l, r, t, b] = [x - width / 2, x + width / 2, ground - height, ground];
  const lidHeight = height * 0.17;
  c.shadow(x, b - 6, width * 0.56, 56);
  const body = `M${l + 30} ${t + lidHeight}H${r - 30}C${r} ${t + lidHeight + 24} ${r} ${t + lidHeight + 50} ${r} ${t + lidHeight + 80}V${b - 56}Q${r} ${b} ${r - 60} ${b + 4}Q${x} ${b + 20} ${l + 60} ${b + 4}Q${l} ${b} ${l} ${b - 56}V${t + lidHeight + 80}C${l} ${t + lidHeight + 50} ${l} ${t + lidHeight + 24} ${l + 30} ${t + lidHeight}Z`;
  const clip = c.clip(path(body, "#000"));
  const box = { x: l + 14, y: t + lidHeight + 20, width: width - 28, height: height - lidHeight - 30 };
  const glass = options.liquid ?? "#efe6d2";
  c.add(
    clipped(
      clip,
      rect(l, t, width, height + 30, 0, glass, options.liquid ? "" : 'opacity="0.55"'),
      options.inside?.(box) ?? "",
      rect(
        l,
        t,
        width,
        height + 30,
        0,
        c.linear(
          [
            [0, "#241a30", 0.34],
            [0.14, "#241a30", 0.02],
            [0.5, "#ffffff", 0.04],
            [0.86, "#241a30", 0.06],
            [1, "#241a30", 0.46],
          ],
          0,
        ),
      ),
      rect(
        l,
        t + lidHeight,
        width,
        60,
        0,
        c.linear(
          [
            [0, "#241a30", 0.4],
            [1, "#241a30", 0],
          ],
          90,
        ),
      ),
    ),
  );
  if (options.label) {
    const w = width * 0.7;
    c.add(label(c, x - w / 2, b - height * 0.56, w, height * 0.42, options.label));
  }
  c.add(
    clipped(
      clip,
      path(
        `M${l + 34} ${t + lidHeight + 70}q-10 ${height * 0.3} 0 ${height * 0.62}h34q-12 ${-height * 0.3} 0 ${-height * 0.62}Z`,
        "#ffffff",
        'opacity="0.42"',
      ),
      rect(r - 46, t + lidHeight + 90, 12, height * 0.52, 6, "#ffffff", 'opacity="0.26"'),
    ),
    ...lidParts(c, x, t, width * 0.92, lidHeight, lid),
  );
}

function lidParts(
  c: Canvas,
  x: number,
  top: number,
  width: number,
  height: number,
  colour: string,
): string[] {
  const [l, r] = [x - width / 2, x + width / 2];
  const metal = c.linear(
    [
      [0, dark(colour, 0.36)],
      [0.16, light(colour, 0.12)],
      [0.3, light(colour, 0.5)],
      [0.5, colour],
      [0.85, dark(colour, 0.2)],
      [1, dark(colour, 0.45)],
    ],
    0,
  );
  const ridges = Array.from({ length: 26 }, (_, index) => {
    const at = l + 14 + ((width - 28) * index) / 25;
    return `M${at} ${top + 30}V${top + height - 8}`;
  });
  return [
    path(
      `M${l} ${top + 18}Q${x} ${top + 40} ${r} ${top + 18}V${top + height - 8}Q${x} ${top + height + 16} ${l} ${top + height - 8}Z`,
      metal,
    ),
    line(ridges.join(""), dark(colour, 0.4), 3, 'opacity="0.28"'),
    ellipse(
      x,
      top + 18,
      width / 2,
      20,
      c.linear(
        [
          [0, light(colour, 0.55)],
          [1, dark(colour, 0.08)],
        ],
        20,
      ),
    ),
    ellipse(x, top + 18, width / 2 - 26, 13, colour, 'opacity="0.5"'),
  ];
}

/** A plate or shallow bowl seen from a little above; what lies in it is drawn after it. */
export function plate(c: Canvas, x: number, y: number, rx: number, colour: string): void {
  const ry = rx * 0.3;
  c.shadow(x, y + ry * 0.55, rx * 0.95, ry * 0.9, 0.34);
  c.add(
    path(
      `M${x - rx} ${y}Q${x - rx * 0.8} ${y + ry * 1.35} ${x} ${y + ry * 1.4}T${x + rx} ${y}Z`,
      c.linear(
        [
          [0, dark(colour, 0.1)],
          [0.4, light(colour, 0.1)],
          [1, dark(colour, 0.42)],
        ],
        0,
      ),
    ),
    ellipse(
      x,
      y,
      rx,
      ry,
      c.linear(
        [
          [0, light(colour, 0.5)],
          [1, dark(colour, 0.06)],
        ],
        30,
      ),
    ),
    ellipse(
      x,
      y + 5,
      rx * 0.86,
      ry * 0.82,
      c.linear(
        [
          [0, dark(colour, 0.3)],
          [1, light(colour, 0.1)],
        ],
        80,
      ),
    ),
  );
}
