import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { DECISION_DAYS } from "~/modules/campaigns/campaign";
import { BriefPage } from "~/modules/campaigns/components/brief-page";
import { useCommissionText } from "~/modules/campaigns/components/commission-text";
import { briefBySlug } from "~/modules/campaigns/queries/brief-by-slug.server";
import { applySchema } from "~/modules/claims/claim.schemas";
import { applyToCampaign } from "~/modules/claims/commands/apply-to-campaign.server";
import { ClaimPanel, StickyClaim, showsForm } from "~/modules/claims/components/claim-panel";
import { claimOffer } from "~/modules/claims/queries/claim-offer.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "board.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "board.read");
  const page = await briefBySlug(ctx, { slug: params.slug ?? "" });
  const offer = await claimOffer(ctx, page);
  const t = await translatorOf(request, "campaigns");
  const names = { title: page.brief.title, institution: page.institution.name };
  return { title: `${t("brief.metaTitle", names)} · Gaung`, page, offer };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.create");
  return formAction(request, applySchema, async ({ message }) => {
    const { campaignId } = await briefBySlug(ctx, { slug: params.slug ?? "" });
    const { claimId } = await applyToCampaign(ctx, { campaignId, message });
    const toast = { message: "claims:panel.done", params: { days: DECISION_DAYS } };
    return redirectWithToast(`/klaim/${claimId}`, toast);
  });
});

export default function BriefRoute() {
  const { page, offer } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const commissionText = useCommissionText();
  const { availability, revision } = page;
  return (
    <BriefPage
      page={page}
      claim={<ClaimPanel {...{ offer, availability, lastResult }} revision={revision.number} />}
      sticky={
        showsForm({ offer, availability }) ? (
          <StickyClaim summary={commissionText(page.brief.commission)} />
        ) : null
      }
    />
  );
}
