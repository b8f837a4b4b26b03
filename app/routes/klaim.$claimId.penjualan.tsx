import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { SalesPage } from "~/modules/tracking/components/sales-page";
import { claimSales } from "~/modules/tracking/queries/claim-sales.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const cursor = new URL(request.url).searchParams.get("cursor");
  const sales = await claimSales(ctx, { claimId: params.claimId ?? "", cursor });
  const t = await translatorOf(request, "tracking");
  return { title: `${t("sales.title")} · ${sales.claim.campaign}`, sales };
});

export default function SalesRoute() {
  return <SalesPage sales={useLoaderData<typeof loader>().sales} />;
}
