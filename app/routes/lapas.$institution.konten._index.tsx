import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { QueuePage } from "~/modules/content/components/queue-page";
import { queueCounts, reviewQueue } from "~/modules/content/queries/review-queue.server";
import { readQueueSearch } from "~/modules/content/queue-search";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "content.read" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "content.read");
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  const search = readQueueSearch(new URL(request.url).searchParams);
  const [page, counts] = await Promise.all([
    reviewQueue(ctx, { ...scope, ...search }),
    queueCounts(ctx, scope),
  ]);
  const t = await translatorOf(request, "content");
  const title = `${t("queue.metaTitle", { institution: institution.name })} · Gaung`;
  return { title, institution, page, counts, search, canReview: ctx.can("content.review", scope) };
});

export default function ReviewQueueRoute() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <QueuePage {...shown} />;
}
