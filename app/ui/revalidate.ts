import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/**
 * For a route's `shouldRevalidate`: Remix leaves a page's data alone after a refused action. After a conflict (409)
 * that data is just what is out of date, so it is read again; what was typed stays in the form.
 */
export function revalidateOnConflict({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate;
}
