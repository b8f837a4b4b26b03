import { expect, it } from "vitest";
import { errorKind } from "./error-page";
import en from "./messages/en";
import id from "./messages/id";

it.each([
  [404, "notFound"],
  [405, "notFound"],
  [401, "unauthenticated"],
  [403, "forbidden"],
  [410, "gone"],
  [429, "tooMany"],
  [503, "unavailable"],
  [500, "internal"],
  [418, "notFound"],
])("says for %i what it is", (status, kind) => {
  expect(errorKind(status)).toBe(kind);
  expect(id.error).toHaveProperty(`${kind}Title`);
  expect(en.error).toHaveProperty(`${kind}Description`);
});
