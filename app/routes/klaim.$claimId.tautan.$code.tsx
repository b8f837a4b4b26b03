import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import type { Zone } from "~/kernel/time";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { editLink } from "~/modules/tracking/commands/edit-link.server";
import { switchLink } from "~/modules/tracking/commands/switch-link.server";
import { LinkPage } from "~/modules/tracking/components/link-page";
import { editLinkSchema } from "~/modules/tracking/link.schemas";
import { linkDetail } from "~/modules/tracking/queries/link-detail.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const now = ctx.clock.now();
  const query = new URL(request.url).searchParams;
  const period = (zone: Zone) => readPeriod(query, now, zone);
  const within = { claimId: params.claimId ?? "" };
  const data = await linkDetail(ctx, { code: params.code ?? "", within, period });
  const t = await translatorOf(request, "tracking");
  return { title: t("link.metaTitle", { name: data.link.label || data.link.code }), data, now };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const key = { claimId: params.claimId ?? "", code: params.code ?? "" };
  const here = `/klaim/${key.claimId}/tautan/${key.code}`;
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "close" || intent === "reopen") {
    await switchLink(ctx, { ...key, to: intent === "close" ? "CLOSED" : "ACTIVE" });
    return redirectWithToast(here, {
      message: `tracking:link.${intent === "close" ? "closed" : "reopened"}Done`,
    });
  }
  return formAction(form, editLinkSchema, async ({ platform, ...input }) => {
    await editLink(ctx, { ...key, ...input, ...(platform ? { platform } : {}) });
    return redirectWithToast(here, { message: "tracking:link.saved" });
  });
});

export default function LinkRoute() {
  const { data, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("tracking");
  const lastResult = useActionData<typeof action>();
  const back = { to: `/klaim/${data.claimId}`, label: t("link.back") };
  return <LinkPage data={data} now={now} back={back} lastResult={lastResult} />;
}
