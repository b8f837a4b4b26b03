import { z } from "zod";
import { AppError, isAppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { formAction } from "~/platform/http/form.server";
import { redirectWithToast } from "~/ui/flash.server";
import { arrangePhoto } from "./commands/arrange-photo.server";
import { changeProductStatus } from "./commands/change-product-status.server";
import { deletePhoto } from "./commands/delete-photo.server";
import { describePhoto } from "./commands/describe-photo.server";
import { designateFlagship } from "./commands/designate-flagship.server";
import { editProduct } from "./commands/edit-product.server";
import { removeLicence } from "./commands/remove-licence.server";
import { saveLicence } from "./commands/save-licence.server";
import { setListings } from "./commands/set-listings.server";
import { withdrawFlagship } from "./commands/withdraw-flagship.server";
import type { EditorSection, FormIntent } from "./editor-intents";
import {
  flagshipSchema,
  licenceSchema,
  listingsSchema,
  movePhotoSchema,
  photoAltSchema,
  productDetailsSchema,
} from "./product.schemas";

/** A form sent from a product's page. `back` is the page's path. */
export type EditorRequest = { ctx: Ctx; productId: string; form: FormData; back: string };

type Handler = (request: EditorRequest) => ReturnType<typeof formAction>;

const saved = (request: EditorRequest, section: EditorSection, message: string) =>
  redirectWithToast(`${request.back}#${section}`, { message });

/** Forms with fields: refused, they come back with what was typed. */
const FORMS: Record<FormIntent, Handler> = {
  details: (request) =>
    formAction(request.form, productDetailsSchema, async (details) => {
      await editProduct(request.ctx, { productId: request.productId, ...details });
      return saved(request, "rincian", "products:done.edited");
    }),
  listings: (request) =>
    formAction(request.form, listingsSchema, async (listings) => {
      await setListings(request.ctx, { productId: request.productId, listings });
      return saved(request, "tempat-membeli", "products:done.listings");
    }),
  licence: (request) =>
    formAction(request.form, licenceSchema, async (licence) => {
      await saveLicence(request.ctx, { productId: request.productId, licence });
      return saved(request, "izin", "products:done.licenceSaved");
    }),
};

/** Single buttons: done or refused, they come back with a toast that says so. */
function button<Schema extends z.ZodType>(
  schema: Schema,
  section: EditorSection,
  done: string,
  run: (ctx: Ctx, input: z.output<Schema>) => Promise<unknown>,
): Handler {
  return async (request) => {
    const input = schema.safeParse({ ...Object.fromEntries(request.form), productId: request.productId });
    if (!input.success) throw new AppError("malformed", "button sent another form", { cause: input.error });
    try {
      await run(request.ctx, input.data);
      return await saved(request, section, `products:done.${done}`);
    } catch (error) {
      if (!isAppError(error) || !["conflict", "invalid"].includes(error.code)) throw error;
      const { key: message, params } = error.userMessage;
      const toast = { tone: "danger" as const, message, ...(params ? { params } : {}) };
      return redirectWithToast(`${request.back}#${section}`, toast);
    }
  };
}

const product = z.object({ productId: z.uuid() });
const photo = z.object({ photoId: z.uuid() });
const licence = z.object({ licenceId: z.uuid() });

const BUTTONS: Record<string, Handler> = {
  "licence.remove": button(licence, "izin", "licenceRemoved", removeLicence),
  "photo.move": button(movePhotoSchema, "foto", "photoMoved", arrangePhoto),
  "photo.alt": button(photoAltSchema, "foto", "photoDescribed", describePhoto),
  "photo.delete": button(photo, "foto", "photoDeleted", deletePhoto),
  "flagship.designate": button(flagshipSchema, "unggulan", "designated", designateFlagship),
  "flagship.withdraw": button(product, "unggulan", "withdrawn", withdrawFlagship),
  "status.activate": button(product, "rincian", "activated", (ctx, { productId }) =>
    changeProductStatus(ctx, { productId, step: "activate" }),
  ),
  "status.archive": button(product, "rincian", "archived", (ctx, { productId }) =>
    changeProductStatus(ctx, { productId, step: "archive" }),
  ),
  "status.restore": button(product, "rincian", "restored", (ctx, { productId }) =>
    changeProductStatus(ctx, { productId, step: "restore" }),
  ),
};

/**
 * The action of a product's page, which holds several forms: `intent` says which was sent.
 * @throws AppError `malformed` for an unknown intent; what the commands throw that no typing mends.
 */
export function editorAction(request: EditorRequest): ReturnType<typeof formAction> {
  const intent = String(request.form.get("intent"));
  const handler = intent in FORMS ? FORMS[intent as FormIntent] : BUTTONS[intent];
  if (!handler) throw new AppError("malformed", `unknown intent ${intent}`);
  return handler(request);
}
