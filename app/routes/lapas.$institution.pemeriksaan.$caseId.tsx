import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { askInfluencer } from "~/modules/fraud/commands/ask-influencer.server";
import { decideCase } from "~/modules/fraud/commands/decide-case.server";
import { CasePage } from "~/modules/fraud/components/case-page";
import { officerFormSchema } from "~/modules/fraud/fraud.schemas";
import { caseDetail } from "~/modules/fraud/queries/case-detail.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { revalidateOnConflict } from "~/ui/revalidate";

export const handle: RouteHandle = { access: "fraud.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "fraud.read");
  const fraudCase = await caseDetail(ctx, { institution, caseId: params.caseId ?? "" });
  const t = await translatorOf(request, "fraud");
  const title = `${t("detail.title", { influencer: fraudCase.influencer.name })} · ${institution.name}`;
  return { title, institution, fraudCase, now: ctx.clock.now() };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "fraud.decide");
  const caseId = params.caseId ?? "";
  // Another institution's case is not found here, before anything is done about it.
  await caseDetail(ctx, { institution, caseId });
  return formAction(request, officerFormSchema, async (input) => {
    if (input.intent === "ask") await askInfluencer(ctx, { caseId, ...input });
    else await decideCase(ctx, { caseId, ...input });
    const message = input.intent === "ask" ? "fraud:ask.done" : `fraud:decide.done${input.outcome}`;
    return redirectWithToast(`/lapas/${institution.slug}/pemeriksaan/${caseId}`, { message });
  });
});

export default function Case() {
  const { institution, fraudCase, now } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <CasePage institution={institution} fraudCase={fraudCase} now={now} reply={reply} />;
}
