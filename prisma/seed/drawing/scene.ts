import { type Canvas, clipped, dark, ellipse, light, line, mix, path, rect } from "./canvas";
import type { Mood } from "./palette";

/** Where things stand: y of the table's front part, in a picture of 1600. */
export const GROUND = 1230;
const HORIZON = 1030;

/** A kawung flower: four petals with a seed each, the oldest of the court batiks. */
export function kawung(colour: string, size = 120, width = 3): string {
  const half = size / 2;
  const petal = `M0 0C${-half * 0.05} ${-half * 0.5} ${-half * 0.5} ${-half * 0.92} ${-half * 0.94} ${-half * 0.94}C${-half * 0.92} ${-half * 0.5} ${-half * 0.5} ${-half * 0.05} 0 0Z`;
  const one = `<path d="${petal}" fill="none" stroke="${colour}" stroke-width="${width}"/><ellipse cx="${-half * 0.5}" cy="${-half * 0.5}" rx="${half * 0.1}" ry="${half * 0.22}" transform="rotate(-45 ${-half * 0.5} ${-half * 0.5})" fill="${colour}"/>`;
  const turns = [0, 90, 180, 270].map(
    (turn) => `<g transform="translate(${half} ${half}) rotate(${turn})">${one}</g>`,
  );
  return turns.join("");
}

/** Parang: slanting blades, one row of a tile of `size`. */
export function parang(colour: string, size = 90): string {
  const s = size;
  return (
    `<path d="M0 ${s * 0.5}C${s * 0.2} ${s * 0.1} ${s * 0.42} ${s * 0.15} ${s * 0.5} ${s * 0.5}C${s * 0.58} ${s * 0.85} ${s * 0.8} ${s * 0.9} ${s} ${s * 0.5}" fill="none" stroke="${colour}" stroke-width="${s * 0.09}"/>` +
    `<circle cx="${s * 0.25}" cy="${s * 0.62}" r="${s * 0.07}" fill="${colour}"/><circle cx="${s * 0.75}" cy="${s * 0.38}" r="${s * 0.07}" fill="${colour}"/>` +
    `<path d="M0 ${s * 0.03}H${s}M0 ${s * 0.97}H${s}" stroke="${colour}" stroke-width="${s * 0.035}"/>`
  );
}

/** Waves of cloud, as on the batik of the north coast. */
export function megamendung(colour: string, size = 160): string {
  const arcs = [0.42, 0.31, 0.2, 0.1].map(
    (r) =>
      `<path d="M${size * (0.5 - r)} ${size * 0.55}A${size * r} ${size * r} 0 0 1 ${size * (0.5 + r)} ${size * 0.55}" fill="none" stroke="${colour}" stroke-width="${size * 0.03}"/>`,
  );
  return `${arcs.join("")}<g transform="translate(${-size / 2} ${size / 2})">${arcs.join("")}</g><g transform="translate(${size / 2} ${size / 2})">${arcs.join("")}</g>`;
}

/** Wall, window light, a batik shape behind, and the table. */
export function drawRoom(c: Canvas, mood: Mood): void {
  const wall = c.radial(
    [
      [0, light(mood.wall, 0.42)],
      [0.5, mood.wall],
      [1, mood.wallFar],
    ],
    0.28,
    0.2,
    1.05,
  );
  c.add(rect(0, 0, 1600, 1600, 0, wall));
  drawBackdrop(c, mood);
  drawLeafShadow(c, mood);
  drawTable(c, mood);
}

function drawBackdrop(c: Canvas, mood: Mood): void {
  const arch = c.random() < 0.5;
  const shape = arch
    ? `<path d="M330 ${HORIZON + 40}V640A470 470 0 0 1 1270 640V${HORIZON + 40}Z"/>`
    : `<circle cx="800" cy="640" r="520"/>`;
  const clip = c.clip(shape);
  const fill = c.linear(
    [
      [0, light(mood.disc, 0.16)],
      [1, dark(mood.disc, 0.14)],
    ],
    70,
  );
  const styles = [
    () => c.pattern(116, kawung(mood.print, 116, 3.2), { transform: "rotate(45) translate(20 10)" }),
    () => c.pattern(92, parang(mood.print, 92), { transform: "rotate(-40)" }),
    () => c.pattern(170, megamendung(mood.print, 170)),
  ];
  const pattern = c.pick(styles)();
  c.add(
    clipped(
      clip,
      rect(0, 0, 1600, 1600, 0, fill),
      rect(0, 0, 1600, 1600, 0, pattern, 'opacity="0.34"'),
      rect(
        0,
        0,
        1600,
        1600,
        0,
        c.linear(
          [
            [0, "#fff4dd", 0.2],
            [0.55, "#fff4dd", 0],
            [1, "#1d1a38", 0.18],
          ],
          40,
        ),
      ),
    ),
  );
}

/** The shadow of a palm frond by the window, out of focus: faint copies side by side, a fifth of a blur's cost. */
function drawLeafShadow(c: Canvas, mood: Mood): void {
  const ink = dark(mood.wallFar, 0.55);
  const leaves: string[] = [];
  const side = c.random() < 0.5 ? 1 : -1;
  for (let index = 0; index < 11; index += 1) {
    const along = index / 10;
    const x = 1640 - along * 620;
    const y = -40 + along * 360;
    const length = 420 - along * 200;
    for (const turn of [38, 128]) {
      const angle = ((turn + along * 16) * Math.PI) / 180;
      const [dx, dy] = [Math.cos(angle) * length * -0.55, Math.sin(angle) * length];
      const [nx, ny] = [-dy * 0.085, dx * 0.085];
      leaves.push(
        `M${x} ${y}Q${x + dx * 0.5 + nx} ${y + dy * 0.5 + ny} ${x + dx} ${y + dy}Q${x + dx * 0.5 - nx} ${y + dy * 0.5 - ny} ${x} ${y}Z`,
      );
    }
  }
  const place = side === 1 ? "" : 'transform="translate(1600 0) scale(-1 1)"';
  const copies = [-21, -14, -7, 0, 7, 14, 21].map((shift) =>
    path(leaves.join(""), ink, `fill-opacity="0.04" transform="translate(${shift} ${-shift * 0.5})"`),
  );
  c.add(`<g ${place}>${copies.join("")}</g>`);
}

function drawTable(c: Canvas, mood: Mood): void {
  const top = c.linear(
    [
      [0, dark(mood.tableFar, 0.1)],
      [0.16, mood.tableFar],
      [0.55, mood.table],
      [1, light(mood.table, 0.1)],
    ],
    90,
  );
  c.add(rect(0, HORIZON, 1600, 600, 0, top));
  const grain = dark(mood.table, 0.35);
  for (let index = 0; index < 16; index += 1) {
    const depth = c.random() ** 1.4;
    const y = HORIZON + 26 + depth * 540;
    const x = c.between(-200, 1400);
    const length = c.between(260, 900);
    c.add(
      line(
        `M${x} ${y}q${length / 2} ${c.between(-5, 5)} ${length} 0`,
        grain,
        1.5 + depth * 3,
        'opacity="0.16"',
      ),
    );
  }
  c.add(
    rect(0, HORIZON - 3, 1600, 6, 0, light(mood.tableFar, 0.35), 'opacity="0.6"'),
    ellipse(
      520,
      1330,
      900,
      270,
      c.radial([
        [0, "#fff1d2", 0.3],
        [1, "#fff1d2", 0],
      ]),
    ),
  );
}

/** Falls over everything at the end: warm from the window, darker at the far corners. */
export function drawLight(c: Canvas): void {
  c.add(
    rect(
      0,
      0,
      1600,
      1600,
      0,
      c.linear(
        [
          [0, "#ffe9bd", 0.2],
          [0.5, "#ffe9bd", 0],
          [1, "#1b1633", 0.16],
        ],
        42,
      ),
    ),
    rect(
      0,
      0,
      1600,
      1600,
      0,
      c.radial(
        [
          [0.62, "#1b1633", 0],
          [1, "#1b1633", 0.26],
        ],
        0.47,
        0.47,
        0.78,
      ),
    ),
  );
}

/** A leaf with its rib, its stem at x, y, pointing along the angle (degrees; 0 is to the right). */
export function leaf(
  c: Canvas,
  x: number,
  y: number,
  length: number,
  angle: number,
  colour: string,
  wide = 0.3,
): string {
  const w = length * wide;
  const body = `M0 0C${length * 0.25} ${-w} ${length * 0.7} ${-w} ${length} 0C${length * 0.7} ${w} ${length * 0.25} ${w} 0 0Z`;
  const upper = `M0 0C${length * 0.25} ${-w} ${length * 0.7} ${-w} ${length} 0Z`;
  const ribs = [0.25, 0.42, 0.59, 0.76]
    .map(
      (at) =>
        `M${length * at} 0l${length * 0.13} ${-w * 0.62 * (1 - Math.abs(at - 0.45))}M${length * at} 0l${length * 0.13} ${w * 0.62 * (1 - Math.abs(at - 0.45))}`,
    )
    .join("");
  const fill = c.linear(
    [
      [0, dark(colour, 0.16)],
      [1, light(colour, 0.14)],
    ],
    0,
  );
  return `<g transform="translate(${x} ${y}) rotate(${angle})">${path(body, fill)}${path(upper, light(colour, 0.35), 'opacity="0.4"')}${line(`M0 0H${length * 0.96}`, light(colour, 0.45), length * 0.014)}${line(ribs, light(colour, 0.4), length * 0.008, 'opacity="0.7"')}</g>`;
}

/** A folded strip of batik that lies on the table, running out of the picture. */
export function runner(c: Canvas, mood: Mood, ground = mood.accent): void {
  const edge =
    "M-40 1420C300 1330 700 1366 1000 1322S1480 1220 1660 1236V1440C1440 1440 1260 1528 980 1560S300 1600 -40 1690Z";
  const clip = c.clip(path(edge, "#000"));
  const print = mix(ground, "#fff1d2", 0.55);
  c.add(
    path(edge, "#1b1424", `opacity="0.3" transform="translate(8 16)" filter="${c.blur(12)}"`),
    clipped(
      clip,
      rect(
        -40,
        1200,
        1700,
        520,
        0,
        c.linear(
          [
            [0, light(ground, 0.18)],
            [0.5, ground],
            [1, dark(ground, 0.3)],
          ],
          20,
        ),
      ),
      rect(
        -40,
        1200,
        1700,
        520,
        0,
        c.pattern(74, kawung(print, 74, 2.6), { transform: "rotate(38)" }),
        'opacity="0.75"',
      ),
      line(edge.replace("V1440", "M1660 1440"), light(ground, 0.5), 7, 'opacity="0.7"'),
    ),
  );
}
