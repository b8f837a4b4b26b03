import { expect, it } from "vitest";
import { referrerHost } from "./referrer";

it.each([
  ["https://www.instagram.com/p/abc?igsh=1", "instagram.com"],
  ["https://l.instagram.com/", "l.instagram.com"],
  ["http://Localhost:3000/x", "localhost"],
  ["android-app://com.instagram.android/", "com.instagram.android"],
  ["https://t.co", "t.co"],
  ["https://user:secret@example.com/", "user"],
  ["https://a@example.com/", null],
  ["-", null],
  ["", null],
  ["about:blank", null],
  ["https://exa mple.com/", null],
  ["https://x;y/", null],
  [undefined, null],
])("%s", (header, host) => {
  expect(referrerHost(header)).toBe(host);
});
