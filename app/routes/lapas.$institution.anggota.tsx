import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { InviteLink, MembersView } from "~/modules/identity/components/members-view";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import { answerMemberForm } from "~/modules/identity/member-forms.server";
import { inviteOptions } from "~/modules/identity/queries/invite-options.server";
import { members } from "~/modules/identity/queries/members.server";
import { pendingInvitations } from "~/modules/identity/queries/pending-invitations.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "member.read" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "member.read");
  const institutionId = institution.id;
  const cursor = new URL(request.url).searchParams.get("cursor");
  const t = await translatorOf(request, "identity");
  return {
    title: `${t("members.title")} · ${institution.name} · Gaung`,
    institution: { id: institutionId, name: institution.name },
    members: await members(ctx, { institutionId, cursor }),
    invitations: await pendingInvitations(ctx, { institutionId }),
    options: await inviteOptions(ctx, { institution }),
  };
});

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "member.invite");
  return answerMemberForm(ctx, await request.formData(), {
    institutionId: institution.id,
    done: async ({ key, params }) =>
      redirectWithToast(`/lapas/${institution.slug}/anggota`, { message: key, params }),
  });
});

export default function InstitutionMembersPage() {
  const { institution, ...lists } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("members.title")}
        description={t("members.descriptionInstitution", { name: institution.name })}
        actions={<InviteLink options={lists.options} />}
      />
      <MembersView {...lists} lastResult={lastResult} institutionId={institution.id} />
    </Page>
  );
}
