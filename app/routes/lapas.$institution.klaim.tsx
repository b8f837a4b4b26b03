import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { decisionSchema } from "~/modules/claims/claim.schemas";
import { acceptClaim } from "~/modules/claims/commands/accept-claim.server";
import { rejectClaim } from "~/modules/claims/commands/reject-claim.server";
import { InboxPage } from "~/modules/claims/components/inbox-page";
import { readInboxSearch } from "~/modules/claims/inbox-search";
import { institutionClaims } from "~/modules/claims/queries/institution-claims.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "claim.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "claim.read");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const search = readInboxSearch(new URL(request.url).searchParams);
  const { campaign, ...claims } = await institutionClaims(ctx, { ...scope, ...search });
  const t = await translatorOf(request, "claims");
  const title = t("inbox.metaTitle", { institution: institution.name });
  const mayDecide = ctx.can("claim.decide", scope);
  return { title, institution, claims, campaign, status: search.status, mayDecide };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx } = await requireInstitution(request, params.institution, "claim.decide");
  return formAction(request, decisionSchema, async (decision) => {
    if (decision.move === "accept") await acceptClaim(ctx, decision);
    else await rejectClaim(ctx, decision);
    const here = new URL(request.url);
    const message = decision.move === "accept" ? "claims:inbox.accepted" : "claims:inbox.rejected";
    return redirectWithToast(here.pathname + here.search, { message });
  });
});

export default function InboxRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.values(refused?.error ?? {}).flatMap((messages) => messages ?? []);
  return <InboxPage {...shown} errors={errors} />;
}
