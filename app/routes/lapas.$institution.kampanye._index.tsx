import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readCampaignGroup } from "~/modules/campaigns/campaign-groups";
import { CampaignListPage } from "~/modules/campaigns/components/campaign-list-page";
import { institutionCampaigns } from "~/modules/campaigns/queries/institution-campaigns.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "campaign.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "campaign.read");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const search = new URL(request.url).searchParams;
  const group = readCampaignGroup(search);
  const cursor = search.get("cursor") ?? undefined;
  const list = await institutionCampaigns(ctx, { ...scope, group, cursor });
  const t = await translatorOf(request, "campaigns");
  const title = t("list.metaTitle", { institution: institution.name });
  return { title, institution, list, group, mayEdit: ctx.can("campaign.edit", scope) };
});

export default function CampaignListRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <CampaignListPage {...shown} />;
}
