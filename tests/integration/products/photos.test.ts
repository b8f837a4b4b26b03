import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { systemContext } from "~/modules/identity/context.server";
import { addPhoto } from "~/modules/products/commands/add-photo.server";
import { arrangePhoto } from "~/modules/products/commands/arrange-photo.server";
import { deletePhoto } from "~/modules/products/commands/delete-photo.server";
import { describePhoto } from "~/modules/products/commands/describe-photo.server";
import { MAX_PHOTOS } from "~/modules/products/product";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { createInstitution, officerOf } from "../../factories/institutions";
import { createProduct, type MadeProduct } from "../../factories/products";
import { useDatabase } from "../../setup/database";
import { aPhoto } from "./pictures";

const database = useDatabase({ resetEach: true });

let officer: Ctx;
let stranger: Ctx;
let product: MadeProduct;

beforeEach(async () => {
  const system = systemContext("test");
  const institution = await createInstitution(system);
  officer = officerOf(system, institution);
  stranger = officerOf(system, await createInstitution(system));
  product = await createProduct(officer, { institutionId: institution.id, status: "DRAFT" });
});

const photos = () =>
  database.db.productPhoto.findMany({ where: { productId: product.id }, orderBy: { position: "asc" } });
const add = (seed: number) =>
  aPhoto({ width: 500, height: 500, seed }).then((bytes) =>
    addPhoto(officer, { productId: product.id, bytes }),
  );
const folderOf = (storageKey: string) => path.join(env().GAUNG_HOME, "storage", storageKey);

describe("photos of a product", () => {
  it("come one behind the other, are moved, described and deleted with their files", async () => {
    const [a, b, c] = [await add(1), await add(2), await add(3)];
    expect((await photos()).map((photo) => photo.id)).toEqual([a.id, b.id, c.id]);
    await arrangePhoto(officer, { photoId: c.id, move: "first" });
    await arrangePhoto(officer, { photoId: a.id, move: "later" });
    expect((await photos()).map((photo) => [photo.id, photo.position])).toEqual([
      [c.id, 0],
      [b.id, 1],
      [a.id, 2],
    ]);
    await describePhoto(officer, { photoId: b.id, alt: "Talenan dari samping" });
    const [, described] = await photos();
    expect(described?.alt).toBe("Talenan dari samping");
    const key = described?.storageKey ?? "";
    expect(existsSync(path.join(folderOf(key), "320.avif"))).toBe(true);
    await deletePhoto(officer, { photoId: b.id });
    expect(existsSync(folderOf(key))).toBe(false);
    expect((await photos()).map((photo) => photo.position)).toEqual([0, 1]);
  });

  it("are not taken twice, also not at the same time", async () => {
    const results = await Promise.allSettled([add(1), add(1)]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: "conflict",
      userMessage: { key: "products:error.photoDuplicate" },
    });
    const [kept, ...others] = await photos();
    expect(others).toEqual([]);
    expect(await readdir(folderOf("product"))).toContain(kept?.storageKey.split("/")[1]);
    await expect(add(1)).rejects.toMatchObject({ code: "conflict" });
  });

  it("are ten at most", async () => {
    await database.db.productPhoto.createMany({
      data: Array.from({ length: MAX_PHOTOS }, (_, position) => ({
        productId: product.id,
        position,
        width: 500,
        height: 500,
        widths: [320, 500],
        colour: "#aabbcc",
        storageKey: `product/${position}`,
        sha256: String(position),
      })),
    });
    await expect(add(1)).rejects.toMatchObject({
      userMessage: { key: "products:error.photoTooMany", params: { max: MAX_PHOTOS } },
    });
  });

  it("must be large enough to be shown to the public", async () => {
    const bytes = await aPhoto({ width: 400, height: 400 });
    await expect(addPhoto(officer, { productId: product.id, bytes })).rejects.toMatchObject({
      userMessage: { key: "ui:upload.image.tooSmall", params: { pixels: 480 } },
    });
  });

  it("leave an active product its last one", async () => {
    const { id } = await add(1);
    await database.db.product.update({ where: { id: product.id }, data: { status: "ACTIVE" } });
    await expect(deletePhoto(officer, { photoId: id })).rejects.toMatchObject({
      userMessage: { key: "products:error.lastPhoto" },
    });
  });

  it("are the business of the product's institution only", async () => {
    const { id } = await add(1);
    const bytes = await aPhoto({ seed: 9 });
    for (const attempt of [
      () => addPhoto(stranger, { productId: product.id, bytes }),
      () => arrangePhoto(stranger, { photoId: id, move: "first" }),
      () => describePhoto(stranger, { photoId: id, alt: "x" }),
      () => deletePhoto(stranger, { photoId: id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await photos()).toHaveLength(1);
  });
});
