import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { AppError } from "~/kernel/app-error";
import { carryDraftMedia } from "~/modules/content/commands/carry-draft-media.server";
import { removeDraftMedia } from "~/modules/content/commands/remove-draft-media.server";
import { submitDraft } from "~/modules/content/commands/submit-draft.server";
import { submitPostProof } from "~/modules/content/commands/submit-post-proof.server";
import { InfluencerPage } from "~/modules/content/components/influencer-page";
import { submitDraftSchema, submitProofSchema } from "~/modules/content/content.schemas";
import { deliverableDetail } from "~/modules/content/queries/deliverable-detail.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { IMAGE_ACCEPT, MAX_IMAGE_BYTES } from "~/platform/images.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "content.submit" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "content.submit");
  const detail = await deliverableDetail(ctx, { deliverableId: params.deliverableId ?? "" });
  if (detail.claimId !== params.claimId) throw new AppError("not_found", "deliverable of another claim");
  const t = await translatorOf(request, "content");
  const title = `${t("page.metaTitle", { campaign: detail.campaign.title })} · Gaung`;
  return { title, detail, upload: { accept: IMAGE_ACCEPT, maxBytes: MAX_IMAGE_BYTES } };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "content.submit");
  const form = await request.formData();
  const deliverableId = params.deliverableId ?? "";
  const page = new URL(request.url).pathname;
  switch (form.get("intent")) {
    case "submit":
      return formAction(form, submitDraftSchema, async (draft) => {
        await submitDraft(ctx, { deliverableId, ...draft });
        return redirectWithToast(page, { message: "content:draft.submitted" });
      });
    case "prove":
      return formAction(form, submitProofSchema, async ({ url }) => {
        await submitPostProof(ctx, { deliverableId, url });
        return redirectWithToast(page, { message: "content:proof.saved" });
      });
    case "removePicture":
      await removeDraftMedia(ctx, { deliverableId, mediaId: String(form.get("mediaId")) });
      return { done: true as const };
    case "carryPictures":
      await carryDraftMedia(ctx, { deliverableId });
      return { done: true as const };
    default:
      throw new AppError("malformed", "unknown intent on a deliverable's page");
  }
});

export default function DeliverablePage() {
  const { detail, upload } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const lastResult = answer && !("done" in answer) ? answer : undefined;
  return <InfluencerPage detail={detail} upload={upload} lastResult={lastResult} />;
}
