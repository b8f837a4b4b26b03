import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { saveProfile } from "~/modules/creators/commands/save-profile.server";
import { ProfilePage } from "~/modules/creators/components/profile-page";
import { profileSchema } from "~/modules/creators/creator.schemas";
import { myProfile } from "~/modules/creators/queries/my-profile.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { formAction } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "claim.own" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const profile = await myProfile(ctx);
  const t = await translatorOf(request, "creators");
  return { title: t("profile.metaTitle"), profile };
});

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  return formAction(request, profileSchema, async (profile) => {
    await saveProfile(ctx, profile);
    return redirectWithToast("/profil", { message: "creators:profile.saved" });
  });
});

export default function ProfileRoute() {
  const { profile } = useLoaderData<typeof loader>();
  return <ProfilePage profile={profile} lastResult={useActionData<typeof action>()} />;
}
