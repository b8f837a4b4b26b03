import { AppError, type UserMessage } from "~/kernel/app-error";
import { asZone, localDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { licenceFacts, licenceSelect } from "../internal/licence-facts.server";
import { licenceGate } from "../licence-gate";
import type { LicenceFacts, LicenceState, LicenceWarning } from "../licences";
import { daysLeft, licenceState, licenceWarnings } from "../licences";
import type { Channel } from "../listings";
import { missingForActivation, type ProductKind, type ProductStatus, type Readiness } from "../product";
import { type CardPhoto, photoOrderBy, photoSelect } from "./product-card.server";

export type EditorLicence = LicenceFacts & {
  id: string;
  state: LicenceState;
  daysLeft: number | null;
  warnings: LicenceWarning[];
};

export type ProductEditor = {
  id: string;
  slug: string;
  name: string;
  kind: ProductKind;
  story: string;
  priceRupiah: bigint;
  unit: string;
  status: ProductStatus;
  photos: (CardPhoto & { id: string })[];
  listings: { channel: Channel; url: string }[];
  licences: EditorLicence[];
  missing: Readiness[];
  /** Why a brief could not be published today; empty when it could. */
  gateReasons: UserMessage[];
  isFlagship: boolean;
  /** The institution's flagship, where it is another product. */
  otherFlagship: { id: string; name: string } | null;
  may: { edit: boolean; designate: boolean };
};

/**
 * Everything that the page of a product shows to the officers of its institution.
 * @throws AppError `not_found`, also for a product of another institution than the address names; `forbidden`.
 */
export async function productEditor(
  ctx: Ctx,
  input: { institutionId: string; productId: string },
): Promise<ProductEditor> {
  const row = await ctx.db.product.findFirst({
    where: { id: input.productId, institutionId: input.institutionId },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      story: true,
      priceRupiah: true,
      unit: true,
      status: true,
      photos: { select: { id: true, ...photoSelect }, orderBy: photoOrderBy },
      listings: { select: { channel: true, url: true } },
      licences: { select: licenceSelect, orderBy: [{ kind: "asc" }, { number: "asc" }] },
      institution: {
        select: {
          regionId: true,
          timeZone: true,
          flagship: { select: { product: { select: { id: true, name: true } } } },
        },
      },
    },
  });
  if (!row) throw new AppError("not_found", `no product ${input.productId} of ${input.institutionId}`);
  const { institution, licences, ...product } = row;
  const scope = { institutionId: input.institutionId, regionId: institution.regionId };
  ctx.authorize("product.read", scope);
  const today = localDay(ctx.clock.now(), asZone(institution.timeZone));
  const facts = licences.map(licenceFacts);
  const flagship = institution.flagship?.product ?? null;
  return {
    ...product,
    licences: facts.map((licence) => ({
      ...licence,
      state: licenceState(licence, today),
      daysLeft: daysLeft(licence, today),
      warnings: licenceWarnings(licence),
    })),
    missing: missingForActivation({
      story: product.story,
      photoCount: product.photos.length,
      listingCount: product.listings.length,
    }),
    gateReasons: licenceGate(product.kind, facts, today, `${product.name}\n${product.story}`),
    isFlagship: flagship?.id === product.id,
    otherFlagship: flagship && flagship.id !== product.id ? flagship : null,
    may: { edit: ctx.can("product.edit", scope), designate: ctx.can("flagship.designate", scope) },
  };
}
