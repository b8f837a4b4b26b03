import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { campaignFormSchema } from "~/modules/campaigns/campaign-form";
import { toDraft } from "~/modules/campaigns/campaign-form-draft";
import { createCampaign } from "~/modules/campaigns/commands/create-campaign.server";
import { NEXT_FIELD } from "~/modules/campaigns/components/campaign-editor";
import { EditorPage, emptyForm } from "~/modules/campaigns/components/editor-page";
import { editorProducts } from "~/modules/campaigns/queries/editor-products.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "campaign.edit" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.edit");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const products = await editorProducts(ctx, scope);
  const wanted = new URL(request.url).searchParams.get("produk");
  const t = await translatorOf(request, "campaigns");
  return {
    title: t("form.newMeta"),
    institution,
    products,
    defaultValue: emptyForm(products, wanted),
    mayPublish: ctx.can("campaign.publish", scope),
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.edit");
  return formAction(request, campaignFormSchema, async (input, form) => {
    const draft = toDraft(input, institution.timeZone);
    const { campaignId } = await createCampaign(ctx, { institutionId: institution.id, draft });
    const query = form.get(NEXT_FIELD) === "publish" ? "?terbitkan" : "";
    return redirectWithToast(`/lapas/${institution.slug}/kampanye/${campaignId}${query}`, {
      message: "campaigns:form.saved",
    });
  });
});

export default function NewCampaignRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <EditorPage {...shown} campaign={null} lastResult={useActionData<typeof action>()} />;
}
