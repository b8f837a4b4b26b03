import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { AppError } from "~/kernel/app-error";
import { reviewDraft } from "~/modules/content/commands/review-draft.server";
import { ReviewPage } from "~/modules/content/components/review-page";
import { reviewDraftSchema } from "~/modules/content/content.schemas";
import { deliverableDetail } from "~/modules/content/queries/deliverable-detail.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "content.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "content.read");
  const detail = await deliverableDetail(ctx, { deliverableId: params.deliverableId ?? "" });
  if (detail.institution.id !== institution.id) {
    throw new AppError("not_found", "deliverable of another institution");
  }
  const t = await translatorOf(request, "content");
  return { title: `${t("review.metaTitle", { name: detail.campaign.title })} · Gaung`, detail };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "content.review");
  return formAction(request, reviewDraftSchema, async (review) => {
    await reviewDraft(ctx, review);
    const message = `content:review.done.${review.outcome}`;
    return redirectWithToast(`/lapas/${institution.slug}/konten`, { message });
  });
});

export default function ReviewRoute() {
  const { detail } = useLoaderData<typeof loader>();
  return <ReviewPage detail={detail} lastResult={useActionData<typeof action>()} />;
}
