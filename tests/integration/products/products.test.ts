import { beforeEach, describe, expect, it } from "vitest";
import { systemContext } from "~/modules/identity/context.server";
import { changeProductStatus } from "~/modules/products/commands/change-product-status.server";
import { createProduct as createDraft } from "~/modules/products/commands/create-product.server";
import { designateFlagship } from "~/modules/products/commands/designate-flagship.server";
import { editProduct } from "~/modules/products/commands/edit-product.server";
import { removeLicence } from "~/modules/products/commands/remove-licence.server";
import { saveLicence } from "~/modules/products/commands/save-licence.server";
import { setListings } from "~/modules/products/commands/set-listings.server";
import { withdrawFlagship } from "~/modules/products/commands/withdraw-flagship.server";
import { productLicenceGate } from "~/modules/products/queries/licence-gate.server";
import { productBySlug, relatedProducts } from "~/modules/products/queries/product-by-slug.server";
import { catalogueRegions, productCatalogue } from "~/modules/products/queries/product-catalogue.server";
import { productEditor } from "~/modules/products/queries/product-editor.server";
import { productList } from "~/modules/products/queries/product-list.server";
import { productOptions } from "~/modules/products/queries/product-options.server";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { createInstitution, type MadeInstitution, officerOf } from "../../factories/institutions";
import { addLicences, createProduct } from "../../factories/products";
import { useDatabase } from "../../setup/database";

const database = useDatabase({ resetEach: true });
const clock = fixedClock(new Date("2026-11-21T03:00:00Z"));

let system: Ctx;
let sidoarjo: MadeInstitution;
let officer: Ctx;
let stranger: Ctx;

beforeEach(async () => {
  clock.set(new Date("2026-11-21T03:00:00Z"));
  system = systemContext("test", { clock });
  sidoarjo = await createInstitution(system, { place: "Sidoarjo" });
  const garut = await createInstitution(system, { place: "Garut", region: "jawa-barat" });
  officer = officerOf(system, sidoarjo);
  stranger = officerOf(system, garut);
});

const own = (traits: object = {}) => createProduct(officer, { institutionId: sidoarjo.id, ...traits });

describe("the life of a product", () => {
  it("begins as a draft with an address of its own", async () => {
    const details = { name: "Keripik Tempe", kind: "FOOD", priceRupiah: "Rp 15.000" } as const;
    const made = await Promise.all(
      [1, 2, 3].map(() => createDraft(officer, { institutionId: sidoarjo.id, ...details })),
    );
    expect(made.map((product) => product.slug).sort()).toEqual([
      "keripik-tempe",
      "keripik-tempe-2",
      "keripik-tempe-3",
    ]);
    const row = await database.db.product.findFirstOrThrow({ where: { slug: "keripik-tempe" } });
    expect(row).toMatchObject({ status: "DRAFT", priceRupiah: 15_000n });
  });

  it("is not shown before it has a photo, a story and a place to buy", async () => {
    const product = await own({ status: "DRAFT", story: "Pendek.", listings: {} });
    const activate = () => changeProductStatus(officer, { productId: product.id, step: "activate" });
    await expect(activate()).rejects.toMatchObject({ userMessage: { key: "products:error.missing.photo" } });
    await expect(productBySlug(system, product.slug)).rejects.toMatchObject({ code: "not_found" });
    const editor = await productEditor(officer, { institutionId: sidoarjo.id, productId: product.id });
    expect(editor.missing).toEqual(["photo", "story", "listing"]);
  });

  it("walks draft, active, archived, draft", async () => {
    const product = await own();
    expect(await productBySlug(system, product.slug)).toMatchObject({ isOffered: true });
    await changeProductStatus(officer, { productId: product.id, step: "archive" });
    expect(await productBySlug(system, product.slug)).toMatchObject({ isOffered: false });
    await expect(
      changeProductStatus(officer, { productId: product.id, step: "activate" }),
    ).rejects.toMatchObject({ code: "conflict", userMessage: { key: "products:error.step" } });
    await changeProductStatus(officer, { productId: product.id, step: "restore" });
    await expect(productBySlug(system, product.slug)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is taken one step once, however many ask at the same time", async () => {
    const product = await own();
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => changeProductStatus(officer, { productId: product.id, step: "archive" })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const trail = await database.db.auditEvent.count({ where: { action: "product.archived" } });
    expect(trail).toBe(1);
  });

  it("keeps what the public sees worth seeing", async () => {
    const product = await own();
    const details = { name: "Talenan", kind: "CRAFT", priceRupiah: 80_000n } as const;
    await expect(
      editProduct(officer, { productId: product.id, ...details, story: "Pendek." }),
    ).rejects.toMatchObject({ code: "invalid", fields: { story: [expect.anything()] } });
    await expect(setListings(officer, { productId: product.id, listings: {} })).rejects.toMatchObject({
      userMessage: { key: "products:error.lastListing" },
    });
    await changeProductStatus(officer, { productId: product.id, step: "archive" });
    await expect(
      editProduct(officer, { productId: product.id, ...details, story: "x".repeat(100) }),
    ).rejects.toMatchObject({ userMessage: { key: "products:error.archived" } });
  });

  it.each(["0", "499", "1.000.000.001", "lima ribu", "12,50"])("has no price of %s", async (price) => {
    await expect(
      createDraft(officer, { institutionId: sidoarjo.id, name: "Roti", kind: "FOOD", priceRupiah: price }),
    ).rejects.toMatchObject({ issues: [{ path: ["priceRupiah"] }] });
  });
});

describe("where it is sold", () => {
  it("sets all channels at once and takes off what is empty", async () => {
    const product = await own({ listings: { WHATSAPP: "0812 3456 7890", OWN: "https://toko.example.id" } });
    await setListings(officer, {
      productId: product.id,
      listings: { SHOPEE: "https://shopee.co.id/Talenan-i.1.2?x=1", WHATSAPP: "081298765432" },
    });
    const { listings } = await productBySlug(system, product.slug);
    expect(listings).toEqual([
      { channel: "SHOPEE", url: "https://shopee.co.id/product/1/2" },
      { channel: "WHATSAPP", url: "https://wa.me/6281298765432" },
    ]);
  });

  it("does not send buyers to a look-alike", async () => {
    const product = await own();
    await expect(
      setListings(officer, {
        productId: product.id,
        listings: { SHOPEE: "https://shopee.co.id.evil.example/product/1/2" },
      }),
    ).rejects.toMatchObject({ issues: [{ message: "products:error.listing.shopeeHost" }] });
  });
});

describe("the flagship", () => {
  const flagships = () => database.db.flagshipProduct.findMany({ where: { institutionId: sidoarjo.id } });

  it("is one, however many are designated at the same time", async () => {
    const products = [await own(), await own(), await own(), await own()];
    const results = await Promise.allSettled(
      products.map((product) => designateFlagship(officer, { productId: product.id })),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(3);
    for (const result of refused) expect(result.reason).toMatchObject({ code: "conflict" });
    expect(await flagships()).toHaveLength(1);
  });

  it("is replaced only by somebody who saw which one", async () => {
    const [first, second, third] = [await own(), await own(), await own()];
    await designateFlagship(officer, { productId: first.id });
    await expect(designateFlagship(officer, { productId: second.id })).rejects.toMatchObject({
      userMessage: { key: "products:error.flagshipOther" },
    });
    await expect(
      designateFlagship(officer, { productId: second.id, replaces: third.id }),
    ).rejects.toMatchObject({ code: "conflict" });
    const both = await Promise.allSettled(
      [second, third].map((product) =>
        designateFlagship(officer, { productId: product.id, replaces: first.id }),
      ),
    );
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await flagships()).toHaveLength(1);
  });

  it("is on offer, and is not archived with the name still on it", async () => {
    const draft = await own({ status: "DRAFT" });
    await expect(designateFlagship(officer, { productId: draft.id })).rejects.toMatchObject({
      userMessage: { key: "products:error.flagshipNotActive" },
    });
    const product = await own();
    await designateFlagship(officer, { productId: product.id });
    const archive = () => changeProductStatus(officer, { productId: product.id, step: "archive" });
    await expect(archive()).rejects.toMatchObject({
      userMessage: { key: "products:error.archiveFlagship" },
    });
    await withdrawFlagship(officer, { productId: product.id });
    expect(await archive()).toMatchObject({ status: "ARCHIVED" });
  });

  it("is never an archived product, whichever of the two comes first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const product = await own();
      await Promise.allSettled([
        designateFlagship(officer, { productId: product.id }),
        changeProductStatus(officer, { productId: product.id, step: "archive" }),
      ]);
      const row = await database.db.product.findUniqueOrThrow({
        where: { id: product.id },
        include: { flagship: true },
      });
      expect(row.status === "ARCHIVED").toBe(row.flagship === null);
      await database.db.flagshipProduct.deleteMany();
    }
  });
});

describe("licences", () => {
  it("are kept in one form, corrected and removed, with a trail", async () => {
    const product = await own({ kind: "FOOD" });
    const nib = { kind: "NIB" as const, number: "9120 0012 3456 7" };
    const { id } = await saveLicence(officer, { productId: product.id, licence: nib });
    await expect(
      saveLicence(officer, { productId: product.id, licence: { ...nib, number: "9120001234567" } }),
    ).rejects.toMatchObject({ fields: { number: [{ key: "products:error.licence.duplicate" }] } });
    await saveLicence(officer, {
      productId: product.id,
      licence: { kind: "NIB", licenceId: id, number: "9120001234568" },
    });
    expect(await database.db.licence.findMany({ select: { number: true } })).toEqual([
      { number: "9120001234568" },
    ]);
    await removeLicence(officer, { licenceId: id });
    const trail = await database.db.auditEvent.findMany({
      where: { entity: "licence" },
      orderBy: { id: "asc" },
    });
    expect(trail.map((entry) => entry.action)).toEqual([
      "licence.recorded",
      "licence.corrected",
      "licence.removed",
    ]);
  });

  it("say at the field what is wrong", async () => {
    const product = await own({ kind: "FOOD" });
    await expect(
      saveLicence(officer, {
        productId: product.id,
        licence: { kind: "PIRT", number: "2063517010045-29", issuedOn: "2026-12-01" },
      }),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: {
        issuedOn: [{ key: "products:error.licence.issuedInFuture" }],
        expiresOn: [{ key: "products:error.licence.endMissing" }],
      },
    });
  });

  it("cannot be moved from one product to another", async () => {
    const [first, second] = [await own(), await own()];
    const licence = { kind: "NIB" as const, number: "9120001234567" };
    const { id } = await saveLicence(officer, { productId: first.id, licence });
    await expect(
      saveLicence(officer, { productId: second.id, licence: { ...licence, licenceId: id } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("productLicenceGate", () => {
  const keys = async (productId: string) => {
    const gate = await productLicenceGate(officer, productId);
    return gate.ok ? [] : gate.reasons.map((reason) => reason.key);
  };

  it("opens for food once NIB and P-IRT are there, and shuts when P-IRT ends where the institution is", async () => {
    const product = await own({ kind: "FOOD" });
    expect(await keys(product.id)).toEqual(["products:gate.businessMissing", "products:gate.foodMissing"]);
    await addLicences(officer, product.id, ["NIB", "PIRT"], 10);
    expect(await keys(product.id)).toEqual([]);
    // The last day is 1 December in WIB: 16:59 UTC is still that day, 17:00 UTC is the next.
    clock.set(new Date("2026-12-01T16:59:00Z"));
    expect(await keys(product.id)).toEqual([]);
    clock.set(new Date("2026-12-01T17:00:00Z"));
    expect(await keys(product.id)).toEqual(["products:gate.foodExpired"]);
  });

  it("asks for Halal where the story claims it", async () => {
    const product = await own({ kind: "FOOD", story: `Dijamin halal dan renyah. ${"x".repeat(80)}` });
    await addLicences(officer, product.id, ["NIB", "PIRT"]);
    expect(await keys(product.id)).toEqual(["products:gate.halalMissing"]);
    await addLicences(officer, product.id, ["HALAL"]);
    expect(await keys(product.id)).toEqual([]);
  });

  it("stays shut for a product that is not on offer", async () => {
    const product = await own({ status: "DRAFT" });
    expect(await keys(product.id)).toEqual(["products:gate.notActive"]);
  });
});

describe("the public catalogue", () => {
  beforeEach(async () => {
    const bali = await createInstitution(system, { place: "Kerobokan", region: "bali" });
    await own({ name: "Roti Sisir", kind: "FOOD" });
    await own({ name: "Bangku Jati", kind: "FURNITURE" });
    await own({ name: "Rancangan", status: "DRAFT" });
    const silver = await createProduct(system, {
      institutionId: bali.id,
      name: "Cincin Perak",
      kind: "CRAFT",
    });
    await designateFlagship(system, { productId: silver.id });
  });

  const names = async (input: object) =>
    (await productCatalogue(system, input)).rows.map((product) => product.name);

  it("shows what is on offer, newest first", async () => {
    expect(await names({})).toEqual(["Cincin Perak", "Bangku Jati", "Roti Sisir"]);
  });

  it.each([
    [{ search: "ROTI" }, ["Roti Sisir"]],
    [{ search: "kerobokan" }, ["Cincin Perak"]],
    [{ kind: "FURNITURE" }, ["Bangku Jati"]],
    [{ region: "bali" }, ["Cincin Perak"]],
    [{ flagshipOnly: true }, ["Cincin Perak"]],
    [{ institution: "lapas-sidoarjo", search: "jati" }, ["Bangku Jati"]],
    [{ search: "100%_" }, []],
  ] as const)("by %j finds %j", async (input, found) => {
    expect(await names(input)).toEqual(found);
  });

  it("pages without losing or repeating a product", async () => {
    const first = await productCatalogue(system, { limit: 2 });
    const second = await productCatalogue(system, { limit: 2, cursor: first.next });
    expect([...first.rows, ...second.rows].map((row) => row.name)).toEqual([
      "Cincin Perak",
      "Bangku Jati",
      "Roti Sisir",
    ]);
    expect(second.next).toBeNull();
  });

  it("offers the Kanwil that have something, and more of the same maker", async () => {
    expect(await catalogueRegions(system)).toEqual([
      { slug: "bali", name: "Bali" },
      { slug: "jawa-timur", name: "Jawa Timur" },
    ]);
    const roti = await productBySlug(system, "roti-sisir");
    const related = await relatedProducts(system, {
      id: roti.id,
      institutionId: sidoarjo.id,
      kind: "FOOD",
    });
    expect(related.map((product) => product.name)).toEqual(["Bangku Jati"]);
  });

  it("tells buyers of licences in force, not of a NIB", async () => {
    const roti = await productBySlug(system, "roti-sisir");
    await addLicences(officer, roti.id, ["NIB", "PIRT"], 5);
    expect((await productBySlug(system, "roti-sisir")).licences.map((licence) => licence.kind)).toEqual([
      "PIRT",
    ]);
    clock.set(new Date("2026-12-21T03:00:00Z"));
    expect((await productBySlug(system, "roti-sisir")).licences).toEqual([]);
  });
});

describe("what officers see", () => {
  it("lists products with what they lack, and offers those not archived", async () => {
    const food = await own({ name: "Roti", kind: "FOOD" });
    await own({ name: "Draf", status: "DRAFT", story: "" });
    const old = await own({ name: "Lama" });
    await changeProductStatus(officer, { productId: old.id, step: "archive" });
    await addLicences(officer, food.id, ["NIB", "PIRT"], 30);
    const page = await productList(officer, { institutionId: sidoarjo.id });
    expect(page.rows.map((row) => [row.name, row.licensed, row.expiringCount, row.missing])).toEqual([
      ["Draf", true, 0, ["photo", "story"]],
      ["Roti", true, 1, []],
    ]);
    const archived = await productList(officer, { institutionId: sidoarjo.id, status: "ARCHIVED" });
    expect(archived.rows.map((row) => row.name)).toEqual(["Lama"]);
    await designateFlagship(officer, { productId: food.id });
    const options = await productOptions(officer, sidoarjo.id);
    expect(options.map((option) => [option.name, option.isFlagship])).toEqual([
      ["Roti", true],
      ["Draf", false],
    ]);
  });
});

describe("policy", () => {
  it("keeps another institution's officers out of every command and query", async () => {
    const product = await own({ kind: "FOOD" });
    const { id: licenceId } = await saveLicence(officer, {
      productId: product.id,
      licence: { kind: "NIB", number: "9120001234567" },
    });
    const productId = product.id;
    const details = { name: "Curian", kind: "FOOD", priceRupiah: 1_000n } as const;
    const attempts: [string, () => Promise<unknown>][] = [
      ["create", () => createDraft(stranger, { institutionId: sidoarjo.id, ...details })],
      ["edit", () => editProduct(stranger, { productId, ...details })],
      ["status", () => changeProductStatus(stranger, { productId, step: "archive" })],
      ["listings", () => setListings(stranger, { productId, listings: { WHATSAPP: "081234567890" } })],
      [
        "licence",
        () => saveLicence(stranger, { productId, licence: { kind: "NIB", number: "9".repeat(13) } }),
      ],
      ["remove licence", () => removeLicence(stranger, { licenceId })],
      ["flagship", () => designateFlagship(stranger, { productId })],
      ["list", () => productList(stranger, { institutionId: sidoarjo.id })],
      ["options", () => productOptions(stranger, sidoarjo.id)],
      ["editor", () => productEditor(stranger, { institutionId: sidoarjo.id, productId })],
      ["gate", () => productLicenceGate(stranger, productId)],
    ];
    for (const [name, attempt] of attempts) {
      await expect(attempt(), name).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("lets the Kanwil and the directorate read, not write", async () => {
    const product = await own();
    for (const role of ["KANWIL", "DIRECTORATE"] as const) {
      const reader = officerOf(system, sidoarjo, role);
      const editor = await productEditor(reader, { institutionId: sidoarjo.id, productId: product.id });
      expect(editor.may).toEqual({ edit: false, designate: false });
      await expect(
        changeProductStatus(reader, { productId: product.id, step: "archive" }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
