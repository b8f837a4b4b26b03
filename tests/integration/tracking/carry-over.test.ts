import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemContext } from "~/modules/identity/context.server";
import { reattributeOrders } from "~/modules/tracking/commands/reattribute-orders.server";
import { connectDb, type Db } from "~/platform/db.server";

/** Databases from before orders had statements: what stood there stands there still, and follows from statements. */
const OURS = "20261122000026_conversions_as_reports";
const FOLDER = path.resolve("prisma/migrations");
const ID = (last: number) => `01a10000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const CLICK = "01a1b000-0000-7000-8000-000000000001";

const [INSTITUTION, REGION, CAMPAIGN, REVISION, CLAIM, CREATOR, LINK, PRODUCT] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  ID,
);

/** As a brief was stored before it held a rule of attribution. */
const BRIEF = {
  ...{
    productId: PRODUCT,
    title: "Kue kacang untuk hampers",
    aim: "Mengenalkan",
    message: "Renyah",
    dos: [],
    donts: [],
  },
  deliverables: [
    {
      ...{
        key: "reel",
        platform: "INSTAGRAM",
        format: "reel",
        quantity: 1,
        dueDaysAfterAcceptance: 7,
        dueAt: null,
      },
      note: "",
    },
  ],
  ...{
    hashtags: ["#iklan"],
    slots: 5,
    opensAt: "2026-11-01T00:00:00.000Z",
    closesAt: "2026-12-31T00:00:00.000Z",
  },
  ...{
    commission: { kind: "percent", basisPoints: 1_000 },
    attributionWindowDays: 30,
    destination: { kind: "product" },
  },
};

const won = {
  kind: "coupon",
  reference: "DEWI8K3",
  outcome: "won",
  claimId: CLAIM,
  linkId: LINK,
  at: null,
  windowDays: null,
};
const clicked = { ...won, kind: "click", reference: CLICK, windowDays: 30, at: "2026-11-19T00:00:00.000Z" };
const decision = (reason: string, candidates: object[]) => ({
  version: 1,
  reason,
  claimId: CLAIM,
  linkId: LINK,
  candidates,
});
const NOBODY = {
  version: 1,
  reason: "none:no-evidence",
  claimId: null,
  linkId: null,
  clickId: null,
  candidates: [],
};

let client: pg.Client;
let db: Db;
let drop: () => Promise<void>;

beforeAll(async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const name = `gaung_${randomUUID().replaceAll("-", "")}`;
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}"`);
  url.pathname = `/${name}`;
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  drop = async () => {
    await client.end();
    await db.$disconnect();
    await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await server.end();
  };
  db = connectDb(url.href, 2);
  const all = readdirSync(FOLDER)
    .filter((each) => /^\d/.test(each))
    .sort();
  await migrate(all.filter((each) => each < OURS));
  await fill();
  await migrate(all.filter((each) => each >= OURS));
}, 120_000);

afterAll(() => drop());

async function migrate(names: readonly string[]) {
  for (const name of names)
    await client.query(readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8"));
}

/** Four orders: by coupon, by click and then reversed by an officer, of nobody, and confirmed by the shop. */
async function fill() {
  // What the orders hang on is not looked at here: only rows that this test reads are made.
  await client.query("SET session_replication_role = replica");
  await client.query(`INSERT INTO institution (id, slug, name, kind, region_id, city, time_zone, latitude, longitude)
    VALUES ('${INSTITUTION}', 'lapas', 'Lapas', 'LAPAS', '${REGION}', 'Sidoarjo', 'Asia/Jakarta', -7, 112)`);
  await client.query(`INSERT INTO campaign (id, institution_id, product_id, slug, title, draft, updated_at)
    VALUES ('${CAMPAIGN}', '${INSTITUTION}', '${PRODUCT}', 'kue', 'Kue', '{}', now())`);
  const revision = "INSERT INTO campaign_revision (id, campaign_id, number, brief) VALUES ($1, $2, 1, $3)";
  await client.query(revision, [REVISION, CAMPAIGN, BRIEF]);
  await client.query(`INSERT INTO claim (id, campaign_id, creator_id, revision_id)
    VALUES ('${CLAIM}', '${CAMPAIGN}', '${CREATOR}', '${REVISION}')`);
  await client.query(`INSERT INTO referral_link (id, code, destination_url, claim_id, campaign_id, creator_id, product_id,
    institution_id, region_id, created_at) VALUES ('${LINK}', 'bcdfghj', '/p/kue', '${CLAIM}', '${CAMPAIGN}', '${CREATOR}',
    '${PRODUCT}', '${INSTITUTION}', '${REGION}', '2026-11-01')`);
  await client.query(
    `INSERT INTO coupon_code (code, claim_id, created_at) VALUES ('DEWI8K3', '${CLAIM}', '2026-11-01')`,
  );
  const at = "2026-11-20T03:30:00Z";
  await order(11, "WHATSAPP", "CONFIRMED", 100_000, 10_000, {
    at,
    coupon: "DEWI8K3",
    decision: decision("coupon", [won]),
  });
  await line(11, 1, "CONFIRMED", 100_000, 10_000, "user");
  await order(12, "API", "REVERSED", 50_000, 5_000, {
    at,
    click: CLICK,
    decision: decision("click", [clicked]),
  });
  await line(12, 2, "CONFIRMED", 50_000, 5_000, "apiKey");
  await line(12, 3, "REVERSED", -50_000, -5_000, "user", "Pembeli membatalkan");
  await order(13, "GATE", "PENDING", 70_000, 0, { at, decision: NOBODY });
  await line(13, 4, "PENDING", 70_000, 0, "user");
  await order(14, "API", "CONFIRMED", 30_000, 0, { at, decision: NOBODY });
  await line(14, 5, "PENDING", 30_000, 0, "apiKey");
  await line(14, 6, "CONFIRMED", 0, 0, "apiKey");
  await client.query("SET session_replication_role = DEFAULT");
}

type Traits = {
  at: string;
  coupon?: string;
  click?: string;
  decision: { reason: string; claimId?: unknown; linkId?: unknown };
};

async function order(
  id: number,
  source: string,
  status: string,
  amount: number,
  commission: number,
  traits: Traits,
) {
  const { at, coupon, click, decision: made } = traits;
  await client.query(
    `INSERT INTO conversion (id, institution_id, source, order_id, evidence_grade, status, amount_rupiah,
      commission_rupiah, occurred_at, click_id, coupon_code, link_id, claim_id, attribution_reason, attribution)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[
        ID(id),
        INSTITUTION,
        source,
        `N-${id}`,
        source === "API" ? "MEASURED" : "DECLARED",
        status,
        amount,
        commission,
      ],
      ...[at, click ?? null, coupon ?? null, made.linkId ?? null, made.claimId ?? null, made.reason, made],
    ],
  );
}

async function line(
  of: number,
  id: number,
  status: string,
  amount: number,
  commission: number,
  actor: string,
  reason = "",
) {
  await client.query(
    `INSERT INTO conversion_line (id, conversion_id, status, amount_rupiah, commission_rupiah, actor_kind, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, '2026-11-20T04:00:00Z'::timestamptz + make_interval(mins => $8))`,
    [ID(100 + id), ID(of), status, amount, commission, actor, reason, id],
  );
}

describe("orders from before statements", () => {
  it("have their number space, what was said of them, and their credits", async () => {
    const rows = await db.conversion.findMany({
      include: { reports: { orderBy: { id: "asc" } }, credits: true },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => [row.numberSpace, row.channel, row.netRupiah, row.commissionRupiah])).toEqual([
      ["WHATSAPP", "WHATSAPP", 100_000n, 10_000n],
      ["ONLINE", "OWN", 0n, 0n],
      ["GATE", "GATE", 70_000n, 0n],
      ["ONLINE", "OWN", 30_000n, 0n],
    ]);
    expect(rows.map(({ reports }) => reports.map(({ source, status }) => [source, status]))).toEqual([
      [["WHATSAPP", "CONFIRMED"]],
      [
        ["API", "CONFIRMED"],
        [null, "REVERSED"],
      ],
      [["GATE", "PENDING"]],
      [
        ["API", "PENDING"],
        ["API", "CONFIRMED"],
      ],
    ]);
    expect(rows.map(({ credits }) => credits.map(({ share, netRupiah }) => [share, netRupiah]))).toEqual([
      [[1_000_000, 100_000n]],
      [[1_000_000, 0n]],
      [],
      [],
    ]);
    expect(rows[1]?.reports[0]?.evidence).toMatchObject({ clicks: [{ clickId: CLICK, linkId: LINK }] });
  });

  it("follow from their statements: worked out anew they are what they were", async () => {
    const told: string[] = [];
    const ctx = systemContext("test", { db });
    const since = new Date("2026-01-01T00:00:00Z");
    const tell = ({ orderId }: { orderId: string }) => told.push(orderId);
    const result = await reattributeOrders(ctx, { since, dryRun: false, reason: "", tell });
    expect({ ...result, told }).toEqual({ orders: 4, changed: 0, told: [] });
    const rows = await db.conversion.findMany({ orderBy: { id: "asc" } });
    expect(rows.map((row) => [row.attributionReason, row.claimId, row.status])).toEqual([
      ["coupon", CLAIM, "CONFIRMED"],
      ["click", CLAIM, "REVERSED"],
      ["none:no-evidence", null, "PENDING"],
      ["none:no-evidence", null, "CONFIRMED"],
    ]);
  });
});
