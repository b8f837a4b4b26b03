import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { AppError } from "~/kernel/app-error";
import { isEditable } from "~/modules/campaigns/campaign";
import { campaignFormSchema } from "~/modules/campaigns/campaign-form";
import { toDraft, toForm } from "~/modules/campaigns/campaign-form-draft";
import { saveDraft } from "~/modules/campaigns/commands/save-draft.server";
import { NEXT_FIELD } from "~/modules/campaigns/components/campaign-editor";
import { EditorPage } from "~/modules/campaigns/components/editor-page";
import { campaignDetail } from "~/modules/campaigns/queries/campaign-detail.server";
import { editorProducts } from "~/modules/campaigns/queries/editor-products.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "campaign.edit" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.metaTitle }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.edit");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const [detail, products] = await Promise.all([
    campaignDetail(ctx, { ...scope, campaignId: params.campaignId ?? "" }),
    editorProducts(ctx, scope),
  ]);
  if (!isEditable(detail.status)) {
    throw new AppError("conflict", `campaign is ${detail.status}`, {
      message: { key: "campaigns:error.notEditable" },
    });
  }
  const { id, title, draftVersion } = detail;
  const t = await translatorOf(request, "campaigns");
  return {
    metaTitle: t("form.editMeta"),
    institution,
    products,
    defaultValue: toForm(detail.draft, institution.timeZone),
    campaign: { id, title, draftVersion, published: detail.unpublished !== null },
    mayPublish: ctx.can("campaign.publish", scope),
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.edit");
  const campaignId = params.campaignId ?? "";
  return formAction(request, campaignFormSchema, async (input, form) => {
    const basedOn = form.get("basedOn");
    await saveDraft(ctx, {
      campaignId,
      draft: toDraft(input, institution.timeZone),
      basedOn: typeof basedOn === "string" ? basedOn : undefined,
    });
    const query = form.get(NEXT_FIELD) === "publish" ? "?terbitkan" : "";
    return redirectWithToast(`/lapas/${institution.slug}/kampanye/${campaignId}${query}`, {
      message: "campaigns:form.saved",
    });
  });
});

export default function EditCampaignRoute() {
  const { metaTitle, ...shown } = useLoaderData<typeof loader>();
  return <EditorPage {...shown} lastResult={useActionData<typeof action>()} />;
}
