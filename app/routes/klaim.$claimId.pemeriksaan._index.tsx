import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readAnswerUpload } from "~/modules/fraud/answer-upload.server";
import { answerQuestion } from "~/modules/fraud/commands/answer-question.server";
import { OwnPage } from "~/modules/fraud/components/own-page";
import { answerSchema } from "~/modules/fraud/fraud.schemas";
import { ownCases } from "~/modules/fraud/queries/own-cases.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { IMAGE_ACCEPT, MAX_IMAGE_BYTES } from "~/platform/images.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const own = await ownCases(ctx, { claimId: params.claimId ?? "" });
  const t = await translatorOf(request, "fraud");
  const title = t("own.metaTitle", { campaign: own.campaign });
  return { title, own, accept: IMAGE_ACCEPT, maxBytes: MAX_IMAGE_BYTES };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const claimId = params.claimId ?? "";
  // Somebody else's claim is refused before its upload is read.
  await ownCases(ctx, { claimId });
  const { form, picture } = await readAnswerUpload(request);
  return formAction(form, answerSchema, async (input) => {
    await answerQuestion(ctx, { ...input, claimId, picture });
    return redirectWithToast(`/klaim/${claimId}/pemeriksaan`, { message: "fraud:own.sent" });
  });
});

export default function OwnReview() {
  const { own, accept, maxBytes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <OwnPage own={own} accept={accept} maxBytes={maxBytes} reply={reply} />;
}
