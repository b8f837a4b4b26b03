import { localDay, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import {
  brokenLinksWaiting,
  claimsWaiting,
  contentWaiting,
  conversionsWaiting,
  licencesWaiting,
  reviewsWaiting,
  startsWaiting,
} from "../internal/institution-waiting.server";
import { orderTodo, TODO_SHOWN, type TodoItem } from "../todo";

export type InstitutionTodo = {
  contentWaiting: number;
  claimsWaiting: number;
  conversionsWaiting: number;
  /** What to do today, most pressing first, at most `TODO_SHOWN` lines. */
  items: TodoItem[];
  /** How many lines were left off. */
  more: number;
};

/** What waits for the officers of an institution. @throws AppError `forbidden` outside the actor's scope. */
export async function institutionTodo(
  ctx: Ctx,
  institution: { id: string; regionId: string; timeZone: Zone },
): Promise<InstitutionTodo> {
  ctx.authorize("report.institution", { institutionId: institution.id, regionId: institution.regionId });
  const [content, claims, reviews, conversions, links, licences, starts] = await Promise.all([
    contentWaiting(ctx, institution.id),
    claimsWaiting(ctx, institution.id),
    reviewsWaiting(ctx, institution.id),
    conversionsWaiting(ctx, institution.id),
    brokenLinksWaiting(ctx, institution.id),
    licencesWaiting(ctx, institution.id, localDay(ctx.clock.now(), institution.timeZone)),
    startsWaiting(ctx, institution.id),
  ]);
  const items = orderTodo([
    ...content.items,
    ...claims.items,
    ...reviews,
    ...conversions.items,
    ...links,
    ...licences,
    ...starts,
  ]);
  return {
    contentWaiting: content.total,
    claimsWaiting: claims.total,
    conversionsWaiting: conversions.total,
    items: items.slice(0, TODO_SHOWN),
    more: Math.max(0, items.length - TODO_SHOWN),
  };
}
