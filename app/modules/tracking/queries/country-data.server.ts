import { openCountries } from "../internal/country.server";

let day: Date | undefined;

/** When the country data was made: asked of the database once, because reading it takes some milliseconds. */
export function countryDataDay(): Date {
  day ??= openCountries().builtAt;
  return day;
}
