import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ImportsPage } from "~/modules/imports/components/imports-page";
import { readImportSearch } from "~/modules/imports/import-search";
import { ownImports } from "~/modules/imports/own-imports";
import { importList } from "~/modules/imports/queries/import-list.server";
import { guarded } from "~/platform/http/route.server";
import { DEFAULT_ZONE } from "~/ui/format";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const query = new URL(request.url).searchParams;
  const search = readImportSearch(query);
  const owner = ownImports(ctx);
  const page = await importList(ctx, { owner, search, cursor: query.get("cursor") });
  const t = await translatorOf(request, "imports");
  return {
    title: t("ownTitle"),
    ...{ base: "/klaim/impor", own: true, search },
    ...{ zone: DEFAULT_ZONE, ...page },
    mayWrite: true,
  };
});

export default function Imports() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <ImportsPage {...shown} />;
}
