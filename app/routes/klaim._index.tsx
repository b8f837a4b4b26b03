import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readClaimGroup } from "~/modules/claims/claim-groups";
import { MyClaimsPage } from "~/modules/claims/components/my-claims-page";
import { myClaims } from "~/modules/claims/queries/my-claims.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const search = new URL(request.url).searchParams;
  const group = readClaimGroup(search);
  const claims = await myClaims(ctx, { group, cursor: search.get("cursor") ?? undefined });
  const t = await translatorOf(request, "claims");
  return { title: t("list.metaTitle"), claims, group };
});

export default function MyClaimsRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <MyClaimsPage {...shown} />;
}
