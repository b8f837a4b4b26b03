import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ProductResults } from "~/modules/impact/components/product-results";
import { productResults } from "~/modules/impact/queries/product-results.server";
import { ProductEditor } from "~/modules/products/components/product-editor";
import { editorAction } from "~/modules/products/editor-actions.server";
import { productEditor } from "~/modules/products/queries/product-editor.server";
import { guarded } from "~/platform/http/route.server";
import { IMAGE_ACCEPT, MAX_IMAGE_BYTES } from "~/platform/images.server";

export const handle: RouteHandle = { access: "product.read" };

function idOf(productId: string | undefined): string {
  if (isId(productId)) return productId;
  throw new AppError("not_found", "not the id of a product");
}

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.read");
  const productId = idOf(params.productId);
  const [product, results] = await Promise.all([
    productEditor(ctx, { institutionId: institution.id, productId }),
    productResults(ctx, { institution, productId }),
  ]);
  return { product, results, institution, accept: IMAGE_ACCEPT, maxBytes: MAX_IMAGE_BYTES };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.read");
  const productId = idOf(params.productId);
  // Refuses a product of another institution; whether it may be changed is asked by each command.
  await productEditor(ctx, { institutionId: institution.id, productId });
  const back = `/lapas/${institution.slug}/produk/${productId}`;
  return editorAction({ ctx, productId, form: await request.formData(), back });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.product.name} · ${data.institution.name}` : "Gaung" },
];

export default function EditProduct() {
  const { product, results, institution, accept, maxBytes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { pathname } = useLocation();
  return (
    <ProductEditor
      product={product}
      institution={institution}
      reply={reply}
      results={
        results ? <ProductResults results={results} product={product} institution={institution} /> : null
      }
      upload={{ to: `${pathname}/foto`, accept, maxBytes }}
    />
  );
}
