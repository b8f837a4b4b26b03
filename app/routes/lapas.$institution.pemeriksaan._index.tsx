import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { CasesPage } from "~/modules/fraud/components/cases-page";
import { readCaseFilters } from "~/modules/fraud/fraud.schemas";
import { caseList } from "~/modules/fraud/queries/case-list.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "fraud.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "fraud.read");
  const query = new URL(request.url).searchParams;
  const filters = readCaseFilters(query);
  const page = await caseList(ctx, { institution, filters, cursor: query.get("cursor") });
  const t = await translatorOf(request, "fraud");
  return { title: `${t("title")} · ${institution.name}`, institution, filters, ...page };
});

export default function Cases() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <CasesPage {...shown} />;
}
