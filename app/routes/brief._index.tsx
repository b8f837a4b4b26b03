import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readBoardFilter } from "~/modules/campaigns/board-filter";
import { BoardPage } from "~/modules/campaigns/components/board-page";
import { campaignBoard } from "~/modules/campaigns/queries/campaign-board.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { regionOptions } from "~/modules/institutions/queries/region-options.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "board.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "board.read");
  const filter = readBoardFilter(new URL(request.url).searchParams);
  const [board, regions] = await Promise.all([campaignBoard(ctx, filter), regionOptions(ctx)]);
  const t = await translatorOf(request, "campaigns");
  return { title: t("board.metaTitle"), board, regions, sort: filter.sort };
});

export default function BoardRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <BoardPage {...shown} />;
}
