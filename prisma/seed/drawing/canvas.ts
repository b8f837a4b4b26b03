import { Chance } from "../random";

type Rgb = [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;

/** Mixes two colours; `share` of the second. */
export function mix(a: string, b: string, share: number): string {
  const left = parse(a);
  const right = parse(b);
  const parts = left.map((value, index) => Math.round(value + ((right[index] ?? 0) - value) * share));
  return `#${parts.map((part) => Math.max(0, Math.min(255, part)).toString(16).padStart(2, "0")).join("")}`;
}

/** Towards warm light, as in a room with an afternoon window. */
export const light = (hex: string, share: number) => mix(hex, "#fff3dc", share);
/** Towards a deep indigo: shadows have a colour. */
export const dark = (hex: string, share: number) => mix(hex, "#1d1a38", share);

export type Stop = [offset: number, colour: string, opacity?: number];

const round = (value: number) => Math.round(value * 10) / 10;

/** Collects the definitions and shapes of one drawing of 1600 by 1600. */
export class Canvas {
  private readonly chance: Chance;
  private defs: string[] = [];
  private shapes: string[] = [];
  private count = 0;

  constructor(seed: string) {
    this.chance = new Chance(seed);
  }

  /** From 0 up to but not with 1; the same for the same seed. */
  random(): number {
    return this.chance.next();
  }

  /** A number from low to high. */
  between(low: number, high: number): number {
    return this.chance.between(low, high);
  }

  pick<Item>(list: readonly Item[]): Item {
    return this.chance.pick(list);
  }

  add(...parts: string[]): void {
    this.shapes.push(...parts);
  }

  private define(make: (id: string) => string): string {
    this.count += 1;
    const id = `d${this.count}`;
    this.defs.push(make(id));
    return `url(#${id})`;
  }

  /** A linear gradient in the shape's own box; angle 0 runs to the right, 90 downwards. */
  linear(stops: Stop[], angle = 90): string {
    const turn = (angle * Math.PI) / 180;
    const [x, y] = [Math.cos(turn) / 2, Math.sin(turn) / 2];
    const ends = `x1="${round2(0.5 - x)}" y1="${round2(0.5 - y)}" x2="${round2(0.5 + x)}" y2="${round2(0.5 + y)}"`;
    return this.define((id) => `<linearGradient id="${id}" ${ends}>${stopsOf(stops)}</linearGradient>`);
  }

  radial(stops: Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
    return this.define(
      (id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`,
    );
  }

  /** A repeating tile. `content` is drawn on `size` by `size` (or `height`). */
  pattern(size: number, content: string, options: { height?: number; transform?: string } = {}): string {
    const { height = size, transform = "" } = options;
    return this.define(
      (id) =>
        `<pattern id="${id}" width="${size}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="${transform}">${content}</pattern>`,
    );
  }

  clip(shape: string): string {
    return this.define((id) => `<clipPath id="${id}">${shape}</clipPath>`);
  }

  blur(deviation: number): string {
    return this.define(
      (id) =>
        `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
    );
  }

  /** What stands on the table darkens it: a wide soft shadow away from the window, and a narrow one at the foot. */
  shadow(cx: number, cy: number, rx: number, ry = rx * 0.16, strength = 0.42): void {
    const soft = this.radial([
      [0, "#231a2e", strength],
      [0.55, "#231a2e", strength * 0.45],
      [1, "#231a2e", 0],
    ]);
    const foot = this.radial([
      [0, "#1b1424", strength * 1.15],
      [0.7, "#1b1424", strength * 0.5],
      [1, "#1b1424", 0],
    ]);
    this.add(
      ellipse(cx + rx * 0.16, cy + ry * 0.2, rx * 1.32, ry * 1.7, soft),
      ellipse(cx + rx * 0.03, cy, rx * 1.02, ry * 0.75, foot),
    );
  }

  /** @param viewBox the part of the drawing that is shown, as SVG writes it. */
  toSvg(size: number, viewBox: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${viewBox}"><defs>${this.defs.join("")}</defs>${this.shapes.join("")}</svg>`;
  }
}

const round2 = (value: number) => Math.round(value * 1000) / 1000;

function stopsOf(stops: Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join("");
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, more = ""): string {
  return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${more}/>`;
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
  more = "",
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}" ${more}/>`;
}

export function path(d: string, fill: string, more = ""): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, stroke: string, width: number, more = ""): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export function group(transform: string, ...parts: string[]): string {
  return `<g transform="${transform}">${parts.join("")}</g>`;
}

/** Draws parts inside a clip made by {@link Canvas.clip}. */
export function clipped(clip: string, ...parts: string[]): string {
  return `<g clip-path="${clip}">${parts.join("")}</g>`;
}
