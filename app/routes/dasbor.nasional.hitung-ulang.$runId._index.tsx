import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { RecountDetail } from "~/modules/impact/components/recount-detail";
import { reclassificationDetail } from "~/modules/tracking/queries/reclassification-detail.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.nation" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.nation");
  const cursor = new URL(request.url).searchParams.get("cursor");
  const detail = await reclassificationDetail(ctx, { runId: params.runId ?? "", cursor });
  const t = await translatorOf(request, "impact");
  return { title: `${t("recount.title")} · Gaung`, detail };
});

export default function Recount() {
  const { detail } = useLoaderData<typeof loader>();
  return <RecountDetail {...detail} />;
}
