import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { HeldNotice } from "~/modules/fraud/components/held-notice";
import { heldOfCreator } from "~/modules/fraud/queries/held-of-creator.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { CreatorDashboard } from "~/modules/impact/components/creator-dashboard";
import { readDashboardSearch } from "~/modules/impact/dashboard-search";
import { creatorDashboard } from "~/modules/impact/queries/creator-dashboard.server";
import { CREATOR_DIMENSIONS } from "~/modules/impact/report-scope";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.own");
  const query = new URL(request.url).searchParams;
  const period = readPeriod(query, ctx.clock.now(), "Asia/Jakarta");
  const search = readDashboardSearch(query, CREATOR_DIMENSIONS);
  const t = await translatorOf(request, "impact");
  const [held, board] = await Promise.all([heldOfCreator(ctx), creatorDashboard(ctx, { period, search })]);
  return { title: `${t("own.title")} · Gaung`, held, ...board };
});

export default function CreatorDashboardPage() {
  const { title, held, ...shown } = useLoaderData<typeof loader>();
  return <CreatorDashboard {...shown} notice={<HeldNotice held={held} />} />;
}
