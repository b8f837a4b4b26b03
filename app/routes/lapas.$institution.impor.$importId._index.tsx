import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ImportPage } from "~/modules/imports/components/import-page";
import { decideImport, importPage } from "~/modules/imports/import-requests.server";
import { guarded } from "~/platform/http/route.server";
import { replyErrors } from "~/ui/reply-errors";

export const handle: RouteHandle = { access: "conversion.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const owner = { kind: "institution", id: institution.id, regionId: institution.regionId } as const;
  const page = await importPage(ctx, request, { owner, importId: params.importId });
  const t = await translatorOf(request, "imports");
  return {
    title: `${page.detail.fileName} · ${t("title")} · ${institution.name}`,
    ...{ base: `/lapas/${institution.slug}/impor`, ordersTo: `/lapas/${institution.slug}/konversi` },
    ...{ eyebrow: institution.name, zone: institution.timeZone, ...page },
    mayWrite: ctx.can("conversion.record", { institutionId: institution.id, regionId: institution.regionId }),
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.record");
  const owner = { kind: "institution", id: institution.id, regionId: institution.regionId } as const;
  const { importId } = params;
  return decideImport(ctx, request, { owner, importId, base: `/lapas/${institution.slug}/impor` });
});

export default function Import() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <ImportPage {...shown} errors={replyErrors(useActionData<typeof action>())} />;
}
