import { beforeAll, describe, expect, it } from "vitest";
import { creatorDue } from "~/modules/impact/queries/creator-due.server";
import { institutionTodo } from "~/modules/impact/queries/institution-todo.server";
import { useDatabase } from "../../setup/database";
import { type Country, makeCountry } from "./country";
import { as, makeCampaign, makeCreator, NOW } from "./fixture";

const database = useDatabase();
let country: Country;
const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const day = (days: number) => new Date(`${at(days).toISOString().slice(0, 10)}T00:00:00Z`);

beforeAll(async () => {
  const { db } = database;
  country = await makeCountry(db);
  const { coffee, coffeeRani, coffeeBudi, sidoarjo } = country;
  const piece = (
    claimId: string,
    key: string,
    status: "IN_REVIEW" | "AWAITING_DRAFT" | "APPROVED",
    due: number,
  ) =>
    db.deliverable.create({
      data: { claimId, key, status, platform: "TIKTOK", format: "video", dueAt: at(due) },
    });
  const reviewed = await piece(coffeeRani.claimId, "a#1", "IN_REVIEW", 20);
  await db.draftVersion.create({
    data: { deliverableId: reviewed.id, number: 1, caption: "x", submittedAt: at(-5) },
  });
  await piece(coffeeRani.claimId, "b#1", "AWAITING_DRAFT", 4);
  const approved = await piece(coffeeRani.claimId, "c#1", "APPROVED", -6);
  const version = await db.draftVersion.create({
    data: { deliverableId: approved.id, number: 1, caption: "x", submittedAt: at(-8) },
  });
  await db.reviewDecision.create({
    data: {
      draftVersionId: version.id,
      outcome: "APPROVED",
      decidedById: country.rani.userId,
      decidedAt: at(-1),
    },
  });
  await piece(coffeeBudi.claimId, "a#1", "AWAITING_DRAFT", 1);

  for (const name of ["Citra", "Dewi"]) {
    const creator = await makeCreator(db, name);
    await db.claim.create({
      data: {
        campaignId: coffee.id,
        creatorId: creator.id,
        revisionId: coffee.revisionId,
        appliedAt: at(-1),
      },
    });
  }
  await db.product.update({ where: { id: coffee.productId }, data: { status: "ACTIVE" } });
  const licence = (number: string, kind: "PIRT" | "NIB", expires: number) =>
    db.licence.create({ data: { productId: coffee.productId, number, kind, expiresOn: day(expires) } });
  await licence("1", "PIRT", -3);
  await licence("2", "NIB", -3);
  // Renewed: the old NIB is no longer anybody's work.
  await licence("3", "NIB", 400);
  await db.conversion.create({
    data: {
      institutionId: sidoarjo.id,
      source: "WHATSAPP",
      orderId: "1",
      evidenceGrade: "DECLARED",
      status: "PENDING",
      amountRupiah: 1n,
      netRupiah: 1n,
      numberSpace: "WHATSAPP",
      channel: "WHATSAPP",
      occurredAt: at(-2),
      attributionReason: "none:no-evidence",
      attribution: {},
    },
  });
  await makeCampaign(db, country.silent.id, "Bukan milik Sidoarjo");
});

describe("institutionTodo", () => {
  it("lists what waits for the Lapas, the most pressing first, each with its date", async () => {
    const officer = as(database.db, "LAPAS_PR", { institutionId: country.sidoarjo.id });
    const todo = await institutionTodo(officer, { ...country.sidoarjo, timeZone: "Asia/Jakarta" });
    expect(todo).toMatchObject({ contentWaiting: 1, claimsWaiting: 2, conversionsWaiting: 1, more: 0 });
    expect(todo.items.map(({ kind, subject, count }) => [kind, subject, count])).toEqual([
      ["LICENCE_EXPIRED", "Kopi", 1],
      ["CONTENT", "Rani", 1],
      ["CLAIMS", "Kopi", 2],
      ["CONVERSIONS", null, 1],
      ["NO_FLAGSHIP", null, 1],
    ]);
    // A review is owed three days after the draft, whenever the content itself is due.
    expect(todo.items[1]?.until).toEqual(at(-2));
  });

  it("keeps other institutions' work out", async () => {
    const ctx = as(database.db, "DIRECTORATE");
    const todo = await institutionTodo(ctx, { ...country.silent, timeZone: "Asia/Jakarta" });
    expect(todo.items.map((item) => item.kind)).toEqual(["NO_FLAGSHIP"]);
  });
});

describe("creatorDue", () => {
  it("puts the influencer's own steps by date before what waits for the Lapas", async () => {
    const rani = as(database.db, "INFLUENCER", { creatorId: country.rani.id });
    const due = await creatorDue(rani, country.rani.id);
    expect(due.map(({ step, until }) => [step, until])).toEqual([
      // Due six days ago, but approved only yesterday: three days of grace from then.
      ["SEND_PROOF", at(2)],
      ["MAKE_DRAFT", at(4)],
      ["WAIT_FOR_REVIEW", at(-2)],
    ]);
  });
});
