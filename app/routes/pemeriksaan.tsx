import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { CasesPage } from "~/modules/fraud/components/cases-page";
import { readCaseFilters } from "~/modules/fraud/fraud.schemas";
import { caseList } from "~/modules/fraud/queries/case-list.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { regionOptions } from "~/modules/institutions/queries/region-options.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "fraud.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "fraud.read");
  const query = new URL(request.url).searchParams;
  const filters = readCaseFilters(query);
  const [page, regions, t] = await Promise.all([
    caseList(ctx, { institution: null, filters, cursor: query.get("cursor") }),
    ctx.visible("fraud.read").all ? regionOptions(ctx) : [],
    translatorOf(request, "fraud"),
  ]);
  return { title: `${t("title")} · Gaung`, filters, regions, ...page };
});

export default function CasesOfSeveral() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <CasesPage institution={null} {...shown} />;
}
