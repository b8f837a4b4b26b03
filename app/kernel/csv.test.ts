import { describe, expect, it } from "vitest";
import { csvCell, csvLine } from "./csv";

describe("csvCell", () => {
  it.each(["=1+1", "+62", "-2+3", "@SUM(A1)", "\tx"])("disarms %j", (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });
  it("quotes what the format needs quoted, after disarming", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('=HYPERLINK("x";"y")')).toBe(`"'=HYPERLINK(""x"";""y"")"`);
    expect(csvCell("\rx")).toBe('"\'\rx"');
  });
  it("leaves a negative number a number and missing empty", () => {
    expect(csvCell(-1500)).toBe("-1500");
    expect(csvCell(null)).toBe("");
    expect(csvCell(0)).toBe("0");
  });
});

it("ends a line with CRLF", () => expect(csvLine(["a", 1, null])).toBe("a,1,\r\n"));
