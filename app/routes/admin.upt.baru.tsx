import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { AppError } from "~/kernel/app-error";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { registerInstitution } from "~/modules/institutions/commands/register-institution.server";
import { InstitutionForm } from "~/modules/institutions/components/institution-form";
import { registerInstitutionSchema } from "~/modules/institutions/institution.schemas";
import { mayEditAllInstitutions, regionOptions } from "~/modules/institutions/queries/region-options.server";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "institution.edit" };

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "institution.edit");
  const regions = await regionOptions(ctx);
  // A head may edit its own institution, but add none.
  if (!mayEditAllInstitutions(ctx, regions)) throw new AppError("forbidden", "may not add institutions");
  const t = await translatorOf(request, "institutions");
  return { regions, title: `${t("form.newTitle")} · Gaung` };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "institution.edit");
  return formAction(request, registerInstitutionSchema, async (input) => {
    await registerInstitution(ctx, input);
    return redirectWithToast("/admin/upt", { message: "institutions:done.registered" });
  });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Gaung" }];

export default function NewInstitution() {
  const { regions } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation("institutions");
  return (
    <Page>
      <PageHeader
        title={t("form.newTitle")}
        description={t("form.newDescription")}
        back={{ to: "/admin/upt", label: t("back") }}
      />
      <InstitutionForm lastResult={reply} regions={regions} mayIdentify />
    </Page>
  );
}
