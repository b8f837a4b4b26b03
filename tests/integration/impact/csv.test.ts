import { beforeAll, describe, expect, it } from "vitest";
import { csvResponse } from "~/modules/impact/csv-response.server";
import type { ReportScope } from "~/modules/impact/report-scope";
import type { Ctx } from "~/platform/context.server";
import { useDatabase } from "../../setup/database";
import { type Country, makeCountry } from "./country";
import { as, makeCampaign, makeLink } from "./fixture";

const database = useDatabase();
let country: Country;
beforeAll(async () => {
  country = await makeCountry(database.db);
  const trap = await makeCampaign(database.db, country.wahai.id, '=HYPERLINK("http://x";"a")');
  await makeLink(database.db, trap, country.rani.id, country.maluku.id);
});

const period = { from: "2026-06-08", to: "2026-06-09", zone: "Asia/Jakarta" } as const;

async function linesOf(ctx: Ctx, query: string, scope: ReportScope = { kind: "nation" }) {
  const params = new URLSearchParams(query);
  const response = csvResponse(ctx, {
    place: "nasional",
    scope,
    period,
    params,
    heading: (column) => column,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return { response, bytes, lines: text.slice(1).split("\r\n") };
}

describe("csvResponse", () => {
  it("writes the days with a byte order mark and a telling name", async () => {
    const { response, bytes, lines } = await linesOf(as(database.db, "DIRECTORATE"), "isi=day");
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get("Content-Disposition")).toBe(
      'attachment; filename="gaung-nasional-day-2026-06-08-2026-06-09-WIB.csv"',
    );
    expect(lines).toEqual([
      [
        "day,raw,human,bot,unique,landed,outbound,conversions,measured,imported,declared,confirmed,reversed,value",
        "commission,held,to.SHOPEE,to.TOKOPEDIA,to.TIKTOK_SHOP,to.WHATSAPP,to.OWN",
      ].join(","),
      "2026-06-08,70737,70707,30,206,70007,3,3,3,,,2,1,90000,9000,0,2,0,0,1,0",
      "2026-06-09,80818,80808,10,50907,80008,1004,6,,1,5,1,0,290000,4000,0,4,0,0,0,1000",
      "",
    ]);
  });

  it("writes a whole ranking, disarms formulas and leaves missing figures empty", async () => {
    const { lines } = await linesOf(as(database.db, "DIRECTORATE"), "isi=campaign&sort=name");
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe(`"'=HYPERLINK(""http://x"";""a"")",lapas-wahai,0,0,0,0,0,0,,,,,,,,,,0,0,0,0,0`);
    expect(lines.slice(2, 5).map((line) => line.split(",")[0])).toEqual(["Kopi", "Perak", "Pinisi"]);
  });

  it("exports what the dashboard is narrowed to", async () => {
    const { lines } = await linesOf(
      as(database.db, "DIRECTORATE"),
      `isi=creator&kampanye=${country.coffee.id}&sort=-human`,
    );
    expect(lines.slice(1, 3).map((line) => line.split(",").slice(0, 4).join(","))).toEqual([
      `Rani,${country.rani.handle},55,15`,
      `Budi,${country.budi.handle},0,0`,
    ]);
  });

  it("refuses before the first byte outside the scope", async () => {
    const officer = as(database.db, "LAPAS_PR", { institutionId: country.sidoarjo.id });
    await expect(linesOf(officer, "isi=day")).rejects.toMatchObject({ code: "forbidden" });
  });
});
