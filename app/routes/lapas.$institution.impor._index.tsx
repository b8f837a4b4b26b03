import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ImportsPage } from "~/modules/imports/components/imports-page";
import { readImportSearch } from "~/modules/imports/import-search";
import { importList } from "~/modules/imports/queries/import-list.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const query = new URL(request.url).searchParams;
  const search = readImportSearch(query);
  const owner = { kind: "institution", id: institution.id, regionId: institution.regionId } as const;
  const page = await importList(ctx, { owner, search, cursor: query.get("cursor") });
  const t = await translatorOf(request, "imports");
  return {
    title: `${t("title")} · ${institution.name}`,
    ...{ base: `/lapas/${institution.slug}/impor`, own: false, eyebrow: institution.name, search },
    ...{ zone: institution.timeZone, ...page },
    mayWrite: ctx.can("conversion.record", { institutionId: institution.id, regionId: institution.regionId }),
  };
});

export default function Imports() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <ImportsPage {...shown} />;
}
