import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ImportPage } from "~/modules/imports/components/import-page";
import { decideImport, importPage } from "~/modules/imports/import-requests.server";
import { ownImports } from "~/modules/imports/own-imports";
import { guarded } from "~/platform/http/route.server";
import { DEFAULT_ZONE } from "~/ui/format";
import { replyErrors } from "~/ui/reply-errors";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const owner = ownImports(ctx);
  const page = await importPage(ctx, request, { owner, importId: params.importId });
  const t = await translatorOf(request, "imports");
  return {
    title: `${page.detail.fileName} · ${t("ownTitle")}`,
    ...{ base: "/klaim/impor", ordersTo: null },
    ...{ zone: DEFAULT_ZONE, ...page },
    mayWrite: true,
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const owner = ownImports(ctx);
  const { importId } = params;
  return decideImport(ctx, request, { owner, importId, base: "/klaim/impor" });
});

export default function Import() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <ImportPage {...shown} errors={replyErrors(useActionData<typeof action>())} />;
}
