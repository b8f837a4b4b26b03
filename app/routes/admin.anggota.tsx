import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { InviteLink, MembersView } from "~/modules/identity/components/members-view";
import { OFFICER_ROLES } from "~/modules/identity/invitation-rules";
import { answerMemberForm } from "~/modules/identity/member-forms.server";
import { inviteOptions } from "~/modules/identity/queries/invite-options.server";
import { members } from "~/modules/identity/queries/members.server";
import { pendingInvitations } from "~/modules/identity/queries/pending-invitations.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";
import { Page, PageHeader } from "~/ui/page";

export const handle: RouteHandle = { access: "member.invite" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "member.invite");
  const params = new URL(request.url).searchParams;
  const t = await translatorOf(request, "identity");
  return {
    title: `${t("members.title")} · Gaung`,
    members: await members(ctx, {
      role: OFFICER_ROLES.find((role) => role === params.get("peran")),
      search: params.get("q") ?? undefined,
      cursor: params.get("cursor"),
    }),
    invitations: await pendingInvitations(ctx, {}),
    options: await inviteOptions(ctx, {}),
  };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "member.invite");
  return answerMemberForm(ctx, await request.formData(), {
    done: async ({ key, params }) => redirectWithToast("/admin/anggota", { message: key, params }),
  });
});

export default function MembersPage() {
  const lists = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <Page>
      <PageHeader
        title={t("members.title")}
        description={t("members.descriptionAll")}
        actions={<InviteLink options={lists.options} />}
      />
      <MembersView {...lists} lastResult={lastResult} />
    </Page>
  );
}
