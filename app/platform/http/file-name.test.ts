import { expect, it } from "vitest";
import { fileNameOf } from "./file-name";

it.each([
  ["C:\\laporan\\Order.all.xlsx", "Order.all.xlsx"],
  ["../../etc/passwd", "passwd"],
  ["pesanan\u0000\r\n.csv", "pesanan.csv"],
  [undefined, ""],
  [`${"a".repeat(119)}🧺.csv`, "a".repeat(119)],
])("%j is stored as %j", (sent, stored) => {
  expect(fileNameOf(sent)).toBe(stored);
});
