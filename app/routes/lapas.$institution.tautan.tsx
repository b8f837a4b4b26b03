import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { recheckDestination } from "~/modules/tracking/commands/recheck-destination.server";
import { HealthPage } from "~/modules/tracking/components/health-page";
import { linkHealth } from "~/modules/tracking/queries/link-health.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "product.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.read");
  const t = await translatorOf(request, "tracking");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const mayEdit = ctx.can("product.edit", scope);
  return { title: t("health.metaTitle"), institution, data: await linkHealth(ctx, institution), mayEdit };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.edit");
  const url = String((await request.formData()).get("url") ?? "");
  await recheckDestination(ctx, { institutionId: institution.id, url });
  return redirectWithToast(`/lapas/${institution.slug}/tautan`, {
    message: "tracking:health.recheckDone",
    tone: "info",
  });
});

export default function LinkHealthRoute() {
  const { institution, data, mayEdit } = useLoaderData<typeof loader>();
  return <HealthPage institution={institution} data={data} mayEdit={mayEdit} />;
}
