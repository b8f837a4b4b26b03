import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { LedgerPage } from "~/modules/tracking/components/ledger-page";
import { readLedgerFilters } from "~/modules/tracking/ledger-filters";
import { conversionLedger } from "~/modules/tracking/queries/conversion-ledger.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const query = new URL(request.url).searchParams;
  const filters = readLedgerFilters(query);
  const page = await conversionLedger(ctx, { institution, filters, cursor: query.get("cursor") });
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const t = await translatorOf(request, "tracking");
  return {
    title: `${t("ledger.title")} · ${institution.name}`,
    ...{ institution, filters, mayRecord: ctx.can("conversion.record", scope) },
    ...page,
  };
});

export default function Ledger() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <LedgerPage {...shown} />;
}
