import { describe, expect, it } from "vitest";
import { inTimeOrder, type LogLine, parseLogLine } from "./access-log";

const LINE =
  '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET /a.png HTTP/1.1" 200 203023 "http://semicomplete.com/" "Mozilla/5.0 (X11)"';

describe("parseLogLine", () => {
  it("reads the combined format", () => {
    expect(parseLogLine(LINE)).toEqual({
      address: "83.149.9.216",
      at: new Date("2015-05-17T10:05:03Z"),
      method: "GET",
      referrer: "http://semicomplete.com/",
      agent: "Mozilla/5.0 (X11)",
    });
  });

  it("reads zones, users with blanks, IPv6, missing sizes, and quotes inside", () => {
    const line =
      '2001:db8::1 - budi santoso [01/Dec/2026:00:30:00 +0700] "HEAD / HTTP/1.0" 304 - "-" "say \\"hi\\" \\\\o/"';
    expect(parseLogLine(line)).toEqual({
      address: "2001:db8::1",
      at: new Date("2026-11-30T17:30:00Z"),
      method: "HEAD",
      referrer: null,
      agent: 'say "hi" \\o/',
    });
  });

  it("reads the common format, which has no agent", () => {
    const line = '1.2.3.4 - - [17/May/2015:10:05:03 -0130] "GET / HTTP/1.1" 200 5';
    expect(parseLogLine(line)).toMatchObject({
      agent: null,
      referrer: null,
      at: new Date("2015-05-17T11:35:03Z"),
    });
  });

  it.each(["", "garbage", LINE.replace("May", "Mai"), LINE.replace('"GET /a.png HTTP/1.1"', '"\\x16\\x03"')])(
    "refuses %j",
    (line) => {
      expect(parseLogLine(line)).toBeNull();
    },
  );
});

describe("inTimeOrder", () => {
  it("rights neighbours within its window and loses nothing", async () => {
    const base = parseLogLine(LINE) as LogLine;
    const seconds = Array.from({ length: 500 }, (_, index) => index ^ 3);
    const lines = seconds.map((second) => ({ ...base, at: new Date(second * 1_000) }));
    const out: number[] = [];
    for await (const line of inTimeOrder(lines, 16)) out.push(line.at.getTime() / 1_000);
    expect(out).toEqual(Array.from({ length: 500 }, (_, index) => index));
  });
});
