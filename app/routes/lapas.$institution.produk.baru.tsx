import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { createProduct } from "~/modules/products/commands/create-product.server";
import { ProductDetailsForm } from "~/modules/products/components/product-details-form";
import { productDetailsSchema } from "~/modules/products/product.schemas";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "product.edit" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { institution } = await requireInstitution(request, params.institution, "product.edit");
  const t = await translatorOf(request, "products");
  return { institution, title: `${t("form.newTitle")} · ${institution.name}` };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.edit");
  return formAction(request, productDetailsSchema, async (details) => {
    const { id } = await createProduct(ctx, { institutionId: institution.id, ...details });
    const message = "products:done.created";
    return redirectWithToast(`/lapas/${institution.slug}/produk/${id}`, { message });
  });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Gaung" }];

export default function NewProduct() {
  const { institution } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation("products");
  return (
    <Page width="narrow">
      <PageHeader
        eyebrow={institution.name}
        title={t("form.newTitle")}
        description={t("form.newDescription")}
        back={{ to: `/lapas/${institution.slug}/produk`, label: t("editor.back") }}
      />
      <ProductDetailsForm lastResult={reply} submitLabel={t("form.create")} />
    </Page>
  );
}
