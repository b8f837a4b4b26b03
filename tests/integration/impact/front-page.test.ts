import { beforeAll, describe, expect, it } from "vitest";
import { contextOf, systemContext } from "~/modules/identity/context.server";
import { dashboardHome } from "~/modules/impact/queries/dashboard-home.server";
import { frontPage } from "~/modules/impact/queries/front-page.server";
import { designateFlagship } from "~/modules/products/commands/designate-flagship.server";
import { fixedClock } from "~/platform/clock.server";
import { aCampaign, aDraftCampaign } from "../../factories/campaigns";
import { createInstitution } from "../../factories/institutions";
import { createProduct } from "../../factories/products";
import { useDatabase } from "../../setup/database";
import { as } from "./fixture";

const database = useDatabase();
const clock = fixedClock(new Date("2026-06-10T03:00:00Z"));
const anonymous = () => contextOf({ kind: "anonymous" }, { db: database.db, clock });
const system = () => systemContext("test", { db: database.db, clock });

describe("frontPage", () => {
  beforeAll(async () => {
    const institution = await createInstitution(system(), { isDemo: true });
    const institutionId = institution.id;
    const first = await createProduct(system(), { institutionId, name: "Keset Sabut" });
    await createProduct(system(), { institutionId, name: "Pot Sabut" });
    await createProduct(system(), { institutionId, name: "Belum Jadi", status: "DRAFT" });
    await designateFlagship(system(), { productId: first.id });
    await aCampaign(system(), { institutionId, productId: first.id }, { title: "Yang sudah terbit" });
    await aDraftCampaign(system(), { institutionId, productId: first.id }, { title: "Yang masih draf" });
  });

  it("shows anybody the goods on offer, flagships first, and the briefs that are open", async () => {
    const page = await frontPage(anonymous());
    expect(page.products.map((product) => product.name)).toEqual(["Keset Sabut", "Pot Sabut"]);
    expect(page.briefs.map((brief) => brief.title)).toEqual(["Yang sudah terbit"]);
    expect(page).toMatchObject({ isDemo: true, isSignedIn: false });
  });

  it("counts what there is and leaves what nobody measured missing", async () => {
    const { figures } = await frontPage(anonymous());
    expect(figures).toMatchObject({
      institutions: 1,
      regions: 1,
      products: 2,
      human: null,
      conversions: null,
    });
  });
});

describe("dashboardHome", () => {
  it("sends everybody to the widest view that they may see", async () => {
    const { db } = database;
    const institution = await createInstitution(system());
    const { id: institutionId, regionId } = institution;
    const id = "01900000-0000-7000-8000-00000000000a";
    const homes = await Promise.all([
      dashboardHome(as(db, "DIRECTORATE")),
      dashboardHome(as(db, "KANWIL", { regionId })),
      dashboardHome(as(db, "LAPAS_HEAD", { institutionId })),
      dashboardHome(as(db, "INFLUENCER", { creatorId: id })),
      dashboardHome(as(db, "PARTNER")),
    ]);
    expect(homes).toEqual([
      "/dasbor/nasional",
      "/dasbor/kanwil/jawa-timur",
      `/lapas/${institution.slug}`,
      "/dasbor/saya",
      "/produk",
    ]);
    await expect(dashboardHome(anonymous())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
