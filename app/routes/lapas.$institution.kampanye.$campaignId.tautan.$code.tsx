import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import type { Zone } from "~/kernel/time";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { LinkPage } from "~/modules/tracking/components/link-page";
import { linkDetail } from "~/modules/tracking/queries/link-detail.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "claim.read");
  const now = ctx.clock.now();
  const query = new URL(request.url).searchParams;
  const period = (zone: Zone) => readPeriod(query, now, zone);
  const within = { campaignId: params.campaignId ?? "" };
  const data = await linkDetail(ctx, { code: params.code ?? "", within, period });
  const t = await translatorOf(request, "tracking");
  const title = t("link.metaTitle", { name: data.link.label || data.link.code });
  return { title, data, now, base: `/lapas/${institution.slug}/kampanye/${data.campaign.id}/tautan` };
});

export default function CampaignLinkRoute() {
  const { data, now, base } = useLoaderData<typeof loader>();
  const { t } = useTranslation("tracking");
  const back = { to: base, label: t("link.backCampaign") };
  return <LinkPage data={data} now={now} back={back} lastResult={undefined} />;
}
