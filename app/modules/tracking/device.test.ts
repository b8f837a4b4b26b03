import { expect, it } from "vitest";
import { deviceOf } from "./device";

it.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 Instagram 339.0", "mobile"],
  ["Mozilla/5.0 (Linux; Android 13; SM-A135F) Chrome/124 Mobile Safari/537.36", "mobile"],
  ["Mozilla/5.0 (Linux; Android 13; SM-T290) Chrome/124 Safari/537.36", "tablet"],
  ["Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) Version/16.6 Mobile/15E148 Safari/604.1", "tablet"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126 Safari/537.36", "desktop"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", "desktop"],
  ["NokiaC2-00/2.0 Profile/MIDP-2.1 UCWEB/2.0", "mobile"],
  ["curl/8.5.0", "other"],
  ["", "other"],
])("%s", (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
