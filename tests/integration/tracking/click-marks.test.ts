import { beforeAll, expect, it, vi } from "vitest";
import { newId } from "~/kernel/id";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { readClickMarks } from "~/modules/tracking/internal/click-marks.server";
import { db } from "~/platform/db.server";
import { aClick, aTrackedLink, record, type TrackedLink } from "../../factories/tracking";
import { aPlace, type Place, system } from "../campaigns/world";

let place: Place;
let link: TrackedLink;
let links: number;

beforeAll(async () => {
  place = await aPlace();
  link = await aTrackedLink(system(), place);
  for (let count = 0; count < 2; count += 1) await aTrackedLink(system(), place);
  links = await db().referralLink.count();
}, 60_000);

const markOf = (clickId: string, linkId: string) =>
  new ClickTokens().sign(compactId(clickId), compactId(linkId));
const read = async (reports: string[][], institutionId = place.institutionId) =>
  readClickMarks(db(), institutionId, reports);

it("tells the link of a counted click by one signature, of an uncounted one by trying", async () => {
  const [counted, waiting] = [newId(), newId()];
  await record(system(), [{ ...aClick(link.linkId, new Date()), id: counted }]);
  const marks = [markOf(counted, link.linkId), markOf(waiting, link.linkId)];
  const signed = vi.spyOn(ClickTokens.prototype, "isFor");
  const first = await read([[marks[0] ?? ""]]);
  expect([...first.values()]).toEqual([{ clickId: counted, linkId: link.linkId }]);
  expect(signed).toHaveBeenCalledTimes(1);
  const both = await read([marks]);
  expect([...both.values()].map(({ linkId }) => linkId)).toEqual([link.linkId, link.linkId]);
});

it("believes no mark of another link or institution, nor a text that is none", async () => {
  const counted = newId();
  await record(system(), [{ ...aClick(link.linkId, new Date()), id: counted }]);
  const [genuine, forged] = [markOf(counted, link.linkId), markOf(counted, newId())];
  const found = await read([[forged, "hello"]]);
  expect([...found]).toEqual([
    [forged, { clickId: counted, linkId: null }],
    ["hello", { clickId: "hello", linkId: null }],
  ]);
  const elsewhere = await read([[genuine]], (await aPlace()).institutionId);
  expect(elsewhere.get(genuine)?.linkId).toBeNull();
});

it("tries the latest four of a report, however many it names", async () => {
  const ids = Array.from({ length: 20 }, (_, minute) => newId(new Date(Date.now() + minute * 60_000)));
  const signed = vi.spyOn(ClickTokens.prototype, "isFor");
  await read([ids.map((id) => markOf(id, newId()))]);
  expect(signed).toHaveBeenCalledTimes(4 * links);
  const found = await read([ids.map((id) => markOf(id, link.linkId))]);
  const credited = [...found.values()].filter(({ linkId }) => linkId !== null);
  expect(credited.map(({ clickId }) => clickId)).toEqual(ids.slice(-4));
});
