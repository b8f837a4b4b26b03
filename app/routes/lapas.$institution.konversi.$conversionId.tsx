import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { caseOfOrder } from "~/modules/fraud/queries/case-of-order.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { changeOrder } from "~/modules/tracking/commands/change-order.server";
import { ConversionPage } from "~/modules/tracking/components/conversion-page";
import { orderFormSchema } from "~/modules/tracking/conversion.schemas";
import { conversionDetail } from "~/modules/tracking/queries/conversion-detail.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "conversion.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const conversion = await conversionDetail(ctx, { institution, conversionId: params.conversionId ?? "" });
  const caseId = conversion.held
    ? await caseOfOrder(ctx, { institution, conversionId: conversion.id })
    : null;
  const t = await translatorOf(request, "tracking");
  const title = `${t("detail.title", { order: conversion.orderId })} · ${institution.name}`;
  return { title, institution, conversion, caseId };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.record");
  const conversionId = params.conversionId ?? "";
  // Somebody else's order is not found here, before anything is decided about it.
  await conversionDetail(ctx, { institution, conversionId });
  return formAction(request, orderFormSchema, async (form) => {
    const message = await changeOrder(ctx, { conversionId, form });
    return redirectWithToast(`/lapas/${institution.slug}/konversi/${conversionId}`, { message });
  });
});

export default function Conversion() {
  const { institution, conversion, caseId } = useLoaderData<typeof loader>();
  return (
    <ConversionPage
      institution={institution}
      conversion={conversion}
      reviewTo={caseId ? `/lapas/${institution.slug}/pemeriksaan/${caseId}` : null}
      reply={useActionData<typeof action>()}
    />
  );
}
