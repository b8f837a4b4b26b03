import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { ZONES } from "~/kernel/time";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { recordSale } from "~/modules/tracking/commands/record-sale.server";
import { SaleForm } from "~/modules/tracking/components/sale-form";
import { saleFormSchema } from "~/modules/tracking/conversion.schemas";
import { localDateTime, readSaleUpload } from "~/modules/tracking/sale-upload.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { IMAGE_ACCEPT, MAX_IMAGE_BYTES } from "~/platform/images.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "conversion.record" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.record");
  const t = await translatorOf(request, "tracking");
  return {
    title: `${t("form.title")} · ${institution.name}`,
    institution,
    zone: ZONES[institution.timeZone].abbreviation,
    now: localDateTime(ctx.clock.now(), institution.timeZone),
    ...{ accept: IMAGE_ACCEPT, maxBytes: MAX_IMAGE_BYTES },
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.record");
  const { form, evidence } = await readSaleUpload(request);
  return formAction(form, saleFormSchema, async (sale) => {
    const { id, change } = await recordSale(ctx, { institution, sale, evidence });
    const message = `tracking:form.${change === "created" ? "saved" : "known"}`;
    return redirectWithToast(`/lapas/${institution.slug}/konversi/${id}`, { message });
  });
});

export default function NewSale() {
  const { institution, title: _, ...shown } = useLoaderData<typeof loader>();
  const { t } = useTranslation("tracking");
  return (
    <Page width="default">
      <PageHeader
        eyebrow={institution.name}
        title={t("form.title")}
        description={t("form.description")}
        back={{ to: `/lapas/${institution.slug}/konversi`, label: t("detail.back") }}
      />
      <SaleForm {...shown} lastResult={useActionData<typeof action>()} />
    </Page>
  );
}
