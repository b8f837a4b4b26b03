import { describe, expect, it } from "vitest";
import { bubbleRadius, projectPoint } from "./map";
import { mapView } from "./map-data/indonesia";

describe("the map", () => {
  it.each([
    ["Sabang", 95.32, 5.89],
    ["Merauke", 140.4, -8.5],
    ["Kupang", 123.6, -10.2],
    ["Tarakan", 117.6, 3.3],
  ])("holds %s", (_name, lon, lat) => {
    const { x, y } = projectPoint(lon, lat);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(mapView.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(mapView.height);
  });

  it("gives a quarter of the value half of the radius", () => {
    expect(bubbleRadius(100, 400)).toBeCloseTo(bubbleRadius(400, 400) / 2);
  });

  it("keeps what is small or missing visible", () => {
    expect(bubbleRadius(1, 1_000_000)).toBe(4.5);
    expect(bubbleRadius(null, 400)).toBe(3.5);
    expect(bubbleRadius(0, 0)).toBe(3.5);
  });
});
