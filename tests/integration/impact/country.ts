import type { Db } from "~/platform/db.server";
import {
  addClicks,
  addOrders,
  addSteps,
  addUniques,
  makeCampaign,
  makeCreator,
  makeInstitution,
  makeLink,
  makeRegion,
} from "./fixture";

/**
 * Three institutions, one a zone, and clicks in the hours around midnight, where the zones disagree about the day:
 *
 * | UTC hour       | WIB (+7)       | WITA (+8)      | WIT (+9)       |
 * | 06-08T14       | 06-08 21:00    | 06-08 22:00    | 06-08 23:00    |
 * | 06-08T15       | 06-08 22:00    | 06-08 23:00    | **06-09** 00:00 |
 * | 06-08T16       | 06-08 23:00    | **06-09** 00:00 | 06-09 01:00   |
 * | 06-08T17       | **06-09** 00:00 | 06-09 01:00   | 06-09 02:00    |
 */
export async function makeCountry(db: Db) {
  const java = await makeRegion(db, "jawa-timur", "Asia/Jakarta");
  const bali = await makeRegion(db, "bali", "Asia/Makassar");
  const maluku = await makeRegion(db, "maluku", "Asia/Jayapura");
  const empty = await makeRegion(db, "aceh", "Asia/Jakarta");
  const sidoarjo = await makeInstitution(db, java.id, "lapas-sidoarjo", "Asia/Jakarta");
  const kerobokan = await makeInstitution(db, bali.id, "lapas-kerobokan", "Asia/Makassar");
  const wahai = await makeInstitution(db, maluku.id, "lapas-wahai", "Asia/Jayapura");
  const silent = await makeInstitution(db, java.id, "lapas-sunyi", "Asia/Jakarta");
  const rani = await makeCreator(db, "Rani");
  const budi = await makeCreator(db, "Budi");
  const coffee = await makeCampaign(db, sidoarjo.id, "Kopi");
  const silver = await makeCampaign(db, kerobokan.id, "Perak");
  const ship = await makeCampaign(db, wahai.id, "Pinisi");
  const coffeeRani = await makeLink(db, coffee, rani.id, java.id);
  const coffeeBudi = await makeLink(db, coffee, budi.id, java.id);
  const silverRani = await makeLink(
    db,
    silver,
    rani.id,
    bali.id,
    undefined,
    "https://shopee.co.id/product/1/2",
  );
  const shipBudi = await makeLink(db, ship, budi.id, maluku.id);

  // The same four hours on three links in three zones, in powers of two so that every sum names its parts.
  const hours = ["2026-06-08T14", "2026-06-08T15", "2026-06-08T16", "2026-06-08T17"];
  for (const [index, hour] of hours.entries()) {
    await addClicks(db, coffeeRani.id, hour, { human: 2 ** index, bot: 10, preview: 4 });
    await addClicks(db, silverRani.id, hour, { human: 100 * 2 ** index });
    await addClicks(db, shipBudi.id, hour, { human: 10_000 * 2 ** index });
  }
  await addUniques(db, coffeeRani.id, "2026-06-08", 6);
  await addUniques(db, coffeeRani.id, "2026-06-09", 7);
  await addUniques(db, silverRani.id, "2026-06-08", 200);
  await addUniques(db, silverRani.id, "2026-06-09", 900);
  await addUniques(db, shipBudi.id, "2026-06-09", 50_000);

  // Around midnight in Jakarta; silver leads straight to its shop, so nobody takes a step from a page there.
  await addSteps(db, coffeeRani.id, "2026-06-08T16", { SHOPEE: 2, WHATSAPP: 1 });
  await addSteps(db, coffeeRani.id, "2026-06-08T17", { SHOPEE: 4 });
  await addSteps(db, shipBudi.id, "2026-06-08T17", { OWN: 1_000 });

  const java1 = { institutionId: sidoarjo.id };
  await addOrders(db, { ...java1, linkId: coffeeRani.id }, "2026-06-08T16", {
    count: 3,
    confirmed: 2,
    reversed: 1,
    value: 90_000,
    commission: 9_000,
  });
  await addOrders(db, { ...java1, grade: "DECLARED" }, "2026-06-08T17", {
    count: 5,
    confirmed: 0,
    value: 250_000,
  });
  await addOrders(db, { ...java1, linkId: coffeeRani.id, grade: "IMPORTED" }, "2026-06-08T17", {
    count: 1,
    value: 40_000,
    commission: 4_000,
  });
  return {
    java,
    bali,
    maluku,
    empty,
    sidoarjo,
    kerobokan,
    wahai,
    silent,
    rani,
    budi,
    coffee,
    silver,
    ship,
    coffeeRani,
    coffeeBudi,
    silverRani,
    shipBudi,
  };
}

export type Country = Awaited<ReturnType<typeof makeCountry>>;
