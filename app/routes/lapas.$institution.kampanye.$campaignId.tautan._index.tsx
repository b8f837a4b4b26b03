import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { CampaignLinksPage } from "~/modules/tracking/components/campaign-links-page";
import { campaignLinks } from "~/modules/tracking/queries/campaign-links.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "claim.read");
  const data = await campaignLinks(ctx, {
    campaignId: params.campaignId ?? "",
    institutionId: institution.id,
    regionId: institution.regionId,
    cursor: new URL(request.url).searchParams.get("cursor"),
  });
  const t = await translatorOf(request, "tracking");
  const title = t("link.campaign.metaTitle", { title: data.campaign.title });
  return { title, data, base: `/lapas/${institution.slug}/kampanye/${data.campaign.id}` };
});

export default function CampaignLinksRoute() {
  const { data, base } = useLoaderData<typeof loader>();
  return <CampaignLinksPage data={data} base={base} />;
}
