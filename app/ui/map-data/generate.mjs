/**
 * Writes indonesia.ts: the outlines of Indonesia and its neighbours as SVG paths, from Natural Earth 1:50m as
 * packaged by world-atlas 2 (public domain). Run after changing the view: node app/ui/map-data/generate.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEquirectangular, geoPath } from "d3-geo";
import { feature, merge } from "topojson-client";

const view = { west: 94.4, north: 6.6, width: 940, height: 360, scale: 20 };
const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
const countries = atlas.objects.countries.geometries;
const INDONESIA = "360";

const projection = geoEquirectangular()
  .scale((view.scale * 180) / Math.PI)
  .translate([-view.west * view.scale, view.north * view.scale])
  .clipExtent([
    [-20, -20],
    [view.width + 20, view.height + 20],
  ]);
const path = geoPath(projection).digits(1);
const land = path(
  feature(
    atlas,
    countries.find((country) => country.id === INDONESIA),
  ),
);
const neighbours = path(
  merge(
    atlas,
    countries.filter((country) => country.id !== INDONESIA),
  ),
);

const text = `// Written by generate.mjs from Natural Earth 1:50m (world-atlas 2, public domain). Do not edit by hand.

/** The view: pixels per degree from the north-west corner, plate carrée. */
export const mapView = ${JSON.stringify(view)};

export const indonesiaPath =
  "${land}";

export const neighboursPath =
  "${neighbours}";
`;
writeFileSync(new URL("indonesia.ts", import.meta.url), text);
console.log(`indonesia ${land.length} characters, neighbours ${neighbours.length}`);
