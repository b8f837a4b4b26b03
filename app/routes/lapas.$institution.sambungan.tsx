import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { saveSite } from "~/modules/tracking/commands/save-site.server";
import { NewSecret } from "~/modules/tracking/components/sources/new-secret";
import { SiteSection } from "~/modules/tracking/components/sources/site-section";
import { WooSection } from "~/modules/tracking/components/sources/woo-section";
import { siteFormSchema } from "~/modules/tracking/page-order.schemas";
import { orderSources } from "~/modules/tracking/queries/order-sources.server";
import { pressSourceButton } from "~/modules/tracking/source-forms.server";
import { env } from "~/platform/env.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { Alert } from "~/ui/feedback";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "conversion.read" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const t = await translatorOf(request, "tracking");
  const { id: institutionId, regionId, slug, name, timeZone } = institution;
  return {
    title: `${t("sources.title")} · ${name} · Gaung`,
    institution: { slug, name, timeZone },
    origin: new URL(env().PUBLIC_URL).origin,
    canManage: ctx.can("apiKey.manage", { institutionId, regionId }),
    sources: await orderSources(ctx, { institution }),
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "apiKey.manage");
  const form = await request.formData();
  const back = (message: string) => redirectWithToast(`/lapas/${institution.slug}/sambungan`, { message });
  if (form.get("intent") === "site") {
    return formAction(form, siteFormSchema, async ({ origins }) => {
      await saveSite(ctx, { institution, origins });
      return back("tracking:sources.saved");
    });
  }
  const done = await pressSourceButton(ctx, institution, form);
  if ("message" in done) return back(done.message);
  // The one answer that holds the secret: kept by nobody on the way.
  return data({ secret: done.secret }, { headers: { "Cache-Control": "no-store" } });
});

export default function SourcesPage() {
  const { institution, origin, canManage, sources } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("tracking");
  const secret = result && "secret" in result ? result.secret : null;
  const lastResult = result && !("secret" in result) ? result : undefined;
  const zone = institution.timeZone;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("sources.title")}
        description={t("sources.description", { name: institution.name })}
      />
      {secret ? <NewSecret secret={secret} /> : null}
      {canManage ? null : <Alert tone="info">{t("sources.readOnly")}</Alert>}
      <SiteSection {...{ sources, origin, zone, canManage, lastResult }} />
      <WooSection {...{ sources, origin, zone, canManage }} base={`/lapas/${institution.slug}`} />
    </Page>
  );
}
