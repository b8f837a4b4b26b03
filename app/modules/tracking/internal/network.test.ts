import { expect, it } from "vitest";
import { networkOf } from "./network";

it.each([
  ["203.0.113.9", "203.0.113"],
  ["::ffff:203.0.113.200", "203.0.113"],
  ["2001:db8:12:3456::1", "2001:db8:12"],
  ["2001:0DB8:0012:ffff:0:0:0:1", "2001:db8:12"],
  ["2001:db8::1", "2001:db8:0"],
  ["::1", "0:0:0"],
  ["::", "0:0:0"],
  ["fe80::1:2:3:4:5:6", "fe80:0:1"],
  ["", "0:0:0"],
  ["unknown", "unknown:0:0"],
])("%s is of %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
