import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { makeLink } from "~/modules/tracking/commands/make-link.server";
import { LinkFormPage } from "~/modules/tracking/components/link-form";
import { makeLinkSchema } from "~/modules/tracking/link.schemas";
import { linkForm } from "~/modules/tracking/queries/link-form.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const data = await linkForm(ctx, { claimId: params.claimId ?? "" });
  const t = await translatorOf(request, "tracking");
  return { title: t("link.form.metaTitle"), data };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const claimId = params.claimId ?? "";
  return formAction(request, makeLinkSchema, async ({ code, platform, ...input }) => {
    const wish = { ...input, code: code ?? "", ...(platform ? { platform } : {}) };
    const link = await makeLink(ctx, { claimId, ...wish });
    return redirectWithToast(`/klaim/${claimId}/tautan/${link.code}`, { message: "tracking:link.made" });
  });
});

export default function NewLinkRoute() {
  const { data } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return <LinkFormPage data={data} lastResult={lastResult} />;
}
