import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { editInstitution } from "~/modules/institutions/commands/edit-institution.server";
import { InstitutionForm } from "~/modules/institutions/components/institution-form";
import { registerInstitutionSchema } from "~/modules/institutions/institution.schemas";
import { institutionBySlug } from "~/modules/institutions/queries/institution-by-slug.server";
import { mayEditAllInstitutions, regionOptions } from "~/modules/institutions/queries/region-options.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "institution.edit" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution: scope } = await requireInstitution(
    request,
    params.institution,
    "institution.edit",
  );
  const regions = await regionOptions(ctx);
  const institution = await institutionBySlug(ctx, scope.slug);
  return { institution, regions, mayIdentify: mayEditAllInstitutions(ctx, regions) };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "institution.edit");
  return formAction(request, registerInstitutionSchema, async (input) => {
    await editInstitution(ctx, { institutionId: institution.id, ...input });
    return redirectWithToast(`/admin/upt/${institution.slug}`, { message: "institutions:done.edited" });
  });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.institution.name ?? "Gaung" }];

export default function EditInstitution() {
  const { institution, regions, mayIdentify } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation("institutions");
  return (
    <Page>
      <PageHeader
        eyebrow={t("kanwil", { name: institution.region.name })}
        title={institution.name}
        back={{ to: "/admin/upt", label: t("back") }}
      />
      <InstitutionForm
        lastResult={reply}
        regions={regions}
        institution={institution}
        mayIdentify={mayIdentify}
      />
    </Page>
  );
}
