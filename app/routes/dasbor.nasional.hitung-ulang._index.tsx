import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { RecountList } from "~/modules/impact/components/recount-list";
import { reclassificationRuns } from "~/modules/tracking/queries/reclassification-runs.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.nation" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.nation");
  const cursor = new URL(request.url).searchParams.get("cursor");
  const t = await translatorOf(request, "impact");
  return { title: `${t("recount.title")} · Gaung`, ...(await reclassificationRuns(ctx, { cursor })) };
});

export default function Recounts() {
  const { rows, next } = useLoaderData<typeof loader>();
  return <RecountList rows={rows} next={next} />;
}
