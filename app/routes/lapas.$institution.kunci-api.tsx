import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { translatorOf } from "~/i18n.server";
import { createApiKey } from "~/modules/identity/commands/create-api-key.server";
import { revokeApiKey } from "~/modules/identity/commands/revoke-api-key.server";
import { ApiKeyForm } from "~/modules/identity/components/api-key-form";
import { ApiKeyList } from "~/modules/identity/components/api-key-list";
import { NewKeyPanel } from "~/modules/identity/components/new-key-panel";
import { createApiKeySchema } from "~/modules/identity/identity.schemas";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import { apiKeys } from "~/modules/identity/queries/api-keys.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { env } from "~/platform/env.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader, Split } from "~/ui/page";

export const handle: RouteHandle = { access: "apiKey.manage" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "apiKey.manage");
  const t = await translatorOf(request, "identity");
  return {
    title: `${t("apiKeys.title")} · ${institution.name} · Gaung`,
    institution: { name: institution.name, timeZone: institution.timeZone },
    origin: env().PUBLIC_URL,
    keys: await apiKeys(ctx, { institution }),
  };
});

const revokeSchema = z.object({ apiKeyId: z.uuid() });

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "apiKey.manage");
  const form = await request.formData();
  if (form.get("intent") === "revoke") {
    return formAction(form, revokeSchema, async (input) => {
      await revokeApiKey(ctx, input);
      return redirectWithToast(`/lapas/${institution.slug}/kunci-api`, {
        message: "identity:apiKeys.revoked",
      });
    });
  }
  return formAction(form, createApiKeySchema, async (input) => {
    const { key } = await createApiKey(ctx, { institution, ...input });
    // The one answer that holds the key: kept by nobody on the way.
    return data({ key }, { headers: { "Cache-Control": "no-store" } });
  });
});

export default function ApiKeysPage() {
  const { institution, origin, keys } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  const made = result && "key" in result ? result.key : null;
  const lastResult = result && !("key" in result) ? result : undefined;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("apiKeys.title")}
        description={t("apiKeys.description", { name: institution.name })}
      />
      {made ? <NewKeyPanel apiKey={made} origin={origin} /> : null}
      <Split
        main={<ApiKeyList rows={keys} zone={institution.timeZone} />}
        aside={<ApiKeyForm key={keys[0]?.id ?? ""} lastResult={lastResult} />}
      />
    </Page>
  );
}
