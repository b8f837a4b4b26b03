import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { campaignActionSchema } from "~/modules/campaigns/campaign-action";
import { archiveCampaign } from "~/modules/campaigns/commands/archive-campaign.server";
import { discardDraft } from "~/modules/campaigns/commands/discard-draft.server";
import { duplicateCampaign } from "~/modules/campaigns/commands/duplicate-campaign.server";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { publishCampaign } from "~/modules/campaigns/commands/publish-campaign.server";
import { resumeCampaign } from "~/modules/campaigns/commands/resume-campaign.server";
import { CampaignOverview } from "~/modules/campaigns/components/campaign-overview";
import { campaignDetail } from "~/modules/campaigns/queries/campaign-detail.server";
import { endCampaign } from "~/modules/claims/commands/end-campaign.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "campaign.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.read");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const campaign = await campaignDetail(ctx, { ...scope, campaignId: params.campaignId ?? "" });
  const t = await translatorOf(request, "campaigns");
  const may = { edit: ctx.can("campaign.edit", scope), publish: ctx.can("campaign.publish", scope) };
  return { title: t("detail.metaTitle", { title: campaign.title }), institution, campaign, may };
});

const MOVES = {
  publish: publishCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
  archive: archiveCampaign,
};

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.edit");
  const base = `/lapas/${institution.slug}/kampanye`;
  const campaignId = params.campaignId ?? "";
  return formAction(request, campaignActionSchema, async ({ move, reason = "" }) => {
    if (move === "duplicate") {
      const t = await translatorOf(request, "campaigns");
      const rename = (title: string) => t("move.duplicateTitle", { title });
      const copy = await duplicateCampaign(ctx, { campaignId, rename });
      return redirectWithToast(`${base}/${copy.campaignId}/ubah`, {
        message: "campaigns:move.duplicateDone",
      });
    }
    if (move === "discard") {
      await discardDraft(ctx, { campaignId });
      return redirectWithToast(`${base}?kelompok=drafts`, { message: "campaigns:move.discardDone" });
    }
    if (move === "close") await endCampaign(ctx, { campaignId, reason });
    else await MOVES[move](ctx, { campaignId });
    const message = move === "publish" ? "campaigns:publish.done" : `campaigns:move.${move}Done`;
    return redirectWithToast(`${base}/${campaignId}`, { message });
  });
});

export default function CampaignRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <CampaignOverview {...shown} errors={refused?.error?.[""] ?? []} />;
}
