import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { BriefTerms } from "~/modules/campaigns/components/brief-terms";
import { BriefView } from "~/modules/campaigns/components/brief-view";
import { withdrawSchema } from "~/modules/claims/claim.schemas";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { WorkspacePage } from "~/modules/claims/components/workspace-page";
import { myClaim } from "~/modules/claims/queries/my-claim.server";
import { DeliverableList } from "~/modules/content/components/deliverable-list";
import { claimDeliverables } from "~/modules/content/queries/claim-deliverables.server";
import { OwnNotice } from "~/modules/fraud/components/own-notice";
import { ownCases } from "~/modules/fraud/queries/own-cases.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { LinkPanel } from "~/modules/tracking/components/link-panel";
import { SalesPanel } from "~/modules/tracking/components/sales-page";
import { claimLinks } from "~/modules/tracking/queries/claim-links.server";
import { claimSales } from "~/modules/tracking/queries/claim-sales.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const input = { claimId: params.claimId ?? "" };
  const claim = await myClaim(ctx, input);
  const accepted = claim.status === "ACCEPTED";
  const [links, sales, deliverables, review] = await Promise.all([
    accepted ? claimLinks(ctx, input) : null,
    claim.status === "APPLIED" ? null : claimSales(ctx, { ...input, cursor: null, limit: 1 }),
    accepted ? claimDeliverables(ctx, input) : [],
    ownCases(ctx, input),
  ]);
  const t = await translatorOf(request, "claims");
  const name = ctx.actor.kind === "user" ? ctx.actor.name : "";
  const title = t("workspace.metaTitle", { title: claim.brief.title });
  return { title, claim, links, sales, deliverables, review, name };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const claimId = params.claimId ?? "";
  return formAction(request, withdrawSchema, async ({ reason }) => {
    await withdrawClaim(ctx, { claimId, reason });
    return redirectWithToast(`/klaim/${claimId}`, { message: "claims:withdraw.done", tone: "info" });
  });
});

export default function WorkspaceRoute() {
  const { claim, links, sales, deliverables, review, name } = useLoaderData<typeof loader>();
  const { brief, institution } = claim;
  const zone = institution.timeZone;
  const refused = useActionData<typeof action>();
  return (
    <WorkspacePage
      claim={claim}
      name={name}
      notice={<OwnNotice own={review} />}
      brief={<BriefView brief={brief} zone={zone} level={3} />}
      terms={<BriefTerms brief={brief} product={claim.product} zone={zone} slotsLeft={null} />}
      links={
        <>
          {links ? <LinkPanel data={links} /> : null}
          {sales && (links || sales.rows.length > 0) ? <SalesPanel sales={sales} /> : null}
        </>
      }
      deliverables={<DeliverableList deliverables={deliverables} timeZone={zone} />}
      errors={Object.values(refused?.error ?? {}).flatMap((errors) => errors ?? [])}
    />
  );
}
