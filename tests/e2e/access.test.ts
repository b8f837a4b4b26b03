import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { ServerBuild } from "@remix-run/node";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Action, type Actor, isAllowed, type Resource, type Role } from "~/kernel/policy";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { systemContext } from "~/modules/identity/context.server";
import { POLICY } from "~/modules/identity/policy";
import type { RouteAccess } from "~/modules/identity/route-access";
import { connectDb, type Db } from "~/platform/db.server";
import { type AppServer, startAppServer } from "../setup/app-server";
import { actOn, scriptEnv } from "./act-on";

/*
 * Every route of the built product, opened as every role, at home and abroad, against the demo data: what the policy
 * table allows opens, and what it does not is refused. It also shows that the demo data fills an empty database.
 */

const run = promisify(execFile);

type Visitor = { name: string; actor: Actor; cookie: string };
/** `takes` is POST for the addresses of forms and uploads that have no page of their own. */
type Door = { id: string; address: string; access: RouteAccess; takes: "GET" | "POST"; resource: Resource };

let app: AppServer;
let db: Db;
let visitors: Visitor[];
let doors: Door[];

beforeAll(async () => {
  app = await startAppServer({ serverUrl: inject("postgresUrl") });
  actOn(app);
  await run("npx", ["tsx", "prisma/seed/index.ts"], {
    env: scriptEnv(app),
    maxBuffer: 64 * 1024 * 1024,
  });
  db = connectDb(app.databaseUrl, 4);
  const world = await readWorld();
  doors = await listDoors(world);
  visitors = await inviteVisitors(world);
}, 600_000);

afterAll(async () => {
  await db?.$disconnect();
  await app?.stop();
});

type World = Awaited<ReturnType<typeof readWorld>>;

/** One row of each kind, all of one Lapas, and another Lapas in another region. */
async function readWorld() {
  const media = await db.draftMedia.findFirstOrThrow({
    where: {
      draftVersionId: { not: null },
      draftVersion: { deliverable: { claim: { links: { some: {} } } } },
    },
    include: {
      draftVersion: {
        include: {
          deliverable: { include: { claim: { include: { campaign: true, links: true, creator: true } } } },
        },
      },
    },
  });
  const deliverable = media.draftVersion?.deliverable;
  if (!deliverable) throw new Error("the demo data has no draft with a picture");
  const { claim } = deliverable;
  const home = await db.institution.findUniqueOrThrow({
    where: { id: claim.campaign.institutionId },
    include: { region: true },
  });
  const abroad = await db.institution.findFirstOrThrow({ where: { regionId: { not: home.regionId } } });
  const { id } = await db.conversion.findFirstOrThrow({ where: { institutionId: home.id } });
  // Any stored picture will do as its evidence.
  const evidenceKey = `${media.storageKey}/${media.widths[0]}.jpg`;
  const conversion = await db.conversion.update({ where: { id }, data: { evidenceKey } });
  const product = await db.product.findUniqueOrThrow({
    where: { id: claim.campaign.productId },
    include: { photos: true },
  });
  const stranger = await db.creator.findFirstOrThrow({ where: { id: { not: claim.creatorId } } });
  const report = { fileName: "Order.all.xlsx", fileBytes: 1, sha256: "none", reportedAt: new Date() };
  const ended = { ...report, status: "CANCELLED", uploadedById: claim.creator.userId } as const;
  const imported = await db.reportImport.create({ data: { ...ended, institutionId: home.id } });
  const ownImport = await db.reportImport.create({ data: { ...ended, creatorId: claim.creatorId } });
  const at = new Date();
  const picture = { storageKey: media.storageKey, width: media.widths[0] ?? 0, height: 1 };
  const answer = { kind: "ANSWER", text: "Jawaban", at, authorId: claim.creator.userId } as const;
  const fraudCase = await db.fraudCase.create({
    data: {
      ...{ institutionId: home.id, claimId: claim.id, creatorId: claim.creatorId },
      ...{ status: "CLEARED", openedAt: at, dueAt: at, decidedAt: at },
      messages: { create: { ...answer, picture: { create: picture } } },
    },
    include: { messages: true },
  });
  const recount = await db.reclassification.create({ data: { since: at, until: at, rulesVersion: 1 } });
  return {
    recount,
    fraudCase,
    imported,
    ownImport,
    media,
    deliverable,
    claim,
    home,
    abroad,
    conversion,
    product,
    stranger,
  };
}

/** The address of every route, with real rows in place of its parameters, and what a visitor is then let near. */
async function listDoors(world: World): Promise<Door[]> {
  const file = pathToFileURL(path.resolve("build/server/index.js")).href;
  const { routes } = (await import(file)) as ServerBuild;
  const { claim, deliverable, home, product } = world;
  const photo = product.photos[0];
  const values: Record<string, string> = {
    institution: home.slug,
    region: home.region.slug,
    productId: product.id,
    campaignId: claim.campaignId,
    claimId: claim.id,
    deliverableId: deliverable.id,
    conversionId: world.conversion.id,
    importId: world.imported.id,
    runId: world.recount.id,
    caseId: world.fraudCase.id,
    messageId: world.fraudCase.messages[0]?.id ?? "",
    endpointId: world.home.id,
    code: claim.links[0]?.code ?? "",
    mediaId: world.media.id,
    file: `${world.media.widths[0]}.jpg`,
    slug: product.slug,
    token: "A".repeat(43),
    "*": photo ? `${photo.storageKey}/${photo.widths[0]}.jpg` : "",
  };
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const { access } = (route.module.handle ?? {}) as { access?: RouteAccess };
    expect(access, `${route.id} declares who may open it`).toBeDefined();
    const slug = route.id.startsWith("routes/brief.") ? claim.campaign.slug : product.slug;
    const address = `/${route.path ?? ""}`
      .replace("/:part?", "")
      .replace("klaim/impor/:importId", `klaim/impor/${world.ownImport.id}`)
      .replace(/:(\w+)|\*/g, (whole, name: string) =>
        name === "slug" ? slug : (values[name ?? whole] ?? values[whole] ?? ""),
      );
    const takes = route.module.loader || route.module.default || access === "public" ? "GET" : "POST";
    return access ? [{ id: route.id, address, access, takes, resource: resourceOf(route.id, world) }] : [];
  });
}

function resourceOf(id: string, { home, claim }: World): Resource {
  if (id.startsWith("routes/klaim.impor.$importId")) return { creatorId: claim.creatorId };
  if (id.includes("$claimId") || id.includes("$mediaId")) {
    return { creatorId: claim.creatorId, institutionId: home.id, regionId: home.regionId };
  }
  // A new institution belongs to a region and is nobody's yet.
  if (id === "routes/admin.upt.baru") return { regionId: home.regionId };
  if (id.includes("$region")) return { regionId: home.regionId };
  if (id.includes("$institution")) return { institutionId: home.id, regionId: home.regionId };
  return {};
}

/** Somebody of each role at home, those whose reach has an end also abroad, and nobody. */
async function inviteVisitors({ home, abroad, claim, stranger }: World): Promise<Visitor[]> {
  const ctx = systemContext("access test", { db });
  const officer = async (name: string, role: Role, scope: { institutionId?: string; regionId?: string }) => {
    const user = await db.user.create({
      data: {
        email: `${name.replaceAll(" ", "-")}@test.example`,
        name,
        passwordHash: "none",
        memberships: { create: { role, ...scope } },
      },
      include: { memberships: true },
    });
    const token = await openSession(ctx, { userId: user.id, device: { userAgent: "test" } });
    const actor: Actor = {
      kind: "user",
      userId: user.id,
      name,
      email: user.email,
      creatorId: null,
      memberships: user.memberships,
    };
    return { name, actor, cookie: `__gaung=${token}` };
  };
  const creator = async (name: string, id: string, userId: string) => {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { memberships: true } });
    const token = await openSession(ctx, { userId, device: { userAgent: "test" } });
    const actor: Actor = {
      kind: "user",
      userId,
      name,
      email: user.email,
      creatorId: id,
      memberships: user.memberships,
    };
    return { name, actor, cookie: `__gaung=${token}` };
  };
  return [
    { name: "nobody", actor: { kind: "anonymous" }, cookie: "" },
    await creator("the influencer", claim.creatorId, claim.creator.userId),
    await creator("another influencer", stranger.id, stranger.userId),
    await officer("officer here", "LAPAS_PR", { institutionId: home.id }),
    await officer("officer elsewhere", "LAPAS_PR", { institutionId: abroad.id }),
    await officer("head here", "LAPAS_HEAD", { institutionId: home.id }),
    await officer("head elsewhere", "LAPAS_HEAD", { institutionId: abroad.id }),
    await officer("kanwil here", "KANWIL", { regionId: home.regionId }),
    await officer("kanwil elsewhere", "KANWIL", { regionId: abroad.regionId }),
    await officer("directorate", "DIRECTORATE", {}),
    await officer("partner", "PARTNER", {}),
    await officer("admin", "ADMIN", {}),
  ];
}

/** Routes whose rows are seen by more than one action, or that only a POST of a form opens. */
const ROW_ACTIONS: Record<string, Action[]> = {
  "routes/klaim.$claimId.qr[.]svg": ["claim.own", "claim.read"],
  "routes/klaim.$claimId.qr[.]png": ["claim.own", "claim.read"],
  "routes/klaim.$claimId.tautan.$code_.qr[.]svg": ["claim.own", "claim.read"],
  "routes/klaim.$claimId.tautan.$code_.qr[.]png": ["claim.own", "claim.read"],
  "routes/media-draft.$mediaId.$file": ["content.submit", "content.read"],
};

type Verdict = "open" | "sign in" | "refused" | "sent on";

function expected(door: Door, { actor }: Visitor): Verdict {
  if (door.access === "public") return "open";
  if (door.access === "anonymous-only") return actor.kind === "anonymous" ? "open" : "sent on";
  if (actor.kind === "anonymous") return "sign in";
  const actions = ROW_ACTIONS[door.id] ?? [door.access];
  return actions.some((action) => isAllowed(POLICY, actor, action, door.resource)) ? "open" : "refused";
}

/** What the upload addresses take: a refusal must come from the policy and not from a missing body. */
async function pictureForm(): Promise<FormData> {
  const form = new FormData();
  const picture = sharp({ create: { width: 900, height: 900, channels: 3, background: "#8a5a2b" } });
  form.set(
    "file",
    new Blob([new Uint8Array(await picture.png().toBuffer())], { type: "image/png" }),
    "picture.png",
  );
  return form;
}

async function found(door: Door, visitor: Visitor): Promise<Verdict | string> {
  const answer = await fetch(app.url + door.address, {
    method: door.takes,
    body: door.takes === "POST" ? await pictureForm() : null,
    headers: { cookie: visitor.cookie, "sec-fetch-site": "same-origin" },
    redirect: "manual",
  });
  await answer.arrayBuffer();
  const location = answer.headers.get("location") ?? "";
  if (location.startsWith("/masuk")) return "sign in";
  if (door.access === "anonymous-only" && location) return "sent on";
  // A row that is not theirs may as well not exist.
  if (answer.status === 403 || (answer.status === 404 && door.access !== "public")) return "refused";
  // An API answers 401 to a missing key, and a form's address may take POST only: the visitor was let in so far.
  return answer.status >= 500 ? `failed with ${answer.status}` : "open";
}

describe("every route, as every role", () => {
  it("opens to those whom the policy lets in, and to nobody else", async () => {
    const wrong: string[] = [];
    for (const door of doors) {
      for (const visitor of visitors) {
        const want = expected(door, visitor);
        const got = await found(door, visitor);
        if (got !== want) wrong.push(`${door.address} as ${visitor.name}: ${got}, should be ${want}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(doors.length).toBeGreaterThan(45);
  });
});
