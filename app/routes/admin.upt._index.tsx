import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { isId } from "~/kernel/id";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { InstitutionList } from "~/modules/institutions/components/institution-list";
import { institutionList } from "~/modules/institutions/queries/institution-list.server";
import { mayEditAllInstitutions, regionOptions } from "~/modules/institutions/queries/region-options.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "institution.read" };

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "institution.read");
  const search = new URL(request.url).searchParams;
  const regionId = search.get("region");
  const page = await institutionList(ctx, {
    search: search.get("q") ?? undefined,
    regionId: isId(regionId) ? regionId : undefined,
    cursor: search.get("cursor"),
  });
  const regions = await regionOptions(ctx);
  const t = await translatorOf(request, "institutions");
  return { page, regions, mayEditAll: mayEditAllInstitutions(ctx, regions), title: `${t("title")} · Gaung` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Gaung" }];

export default function Institutions() {
  const { page, regions, mayEditAll } = useLoaderData<typeof loader>();
  return <InstitutionList page={page} regions={regions} mayEditAll={mayEditAll} />;
}
