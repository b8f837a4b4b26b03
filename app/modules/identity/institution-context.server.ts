import { AppError } from "~/kernel/app-error";
import type { Action } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { type InstitutionScope, institutionScope } from "./queries/institution-scope.server";
import { requireContext } from "./request-context.server";

export type InstitutionContext = { ctx: Ctx; institution: InstitutionScope };

/**
 * For the pages under `/lapas/:institution`: the institution of the address and the context of a person who may do
 * the action there.
 * @throws a redirect Response to the sign-in page; AppError `not_found` for an unknown slug, `forbidden` for one
 * outside the person's scope.
 */
export async function requireInstitution(
  request: Request,
  slug: string | undefined,
  action: Action,
): Promise<InstitutionContext> {
  const ctx = await requireContext(request, action);
  const institution = slug ? await institutionScope(ctx, slug) : null;
  if (!institution) throw new AppError("not_found", `no institution ${slug ?? "(none)"}`);
  ctx.authorize(action, { institutionId: institution.id, regionId: institution.regionId });
  return { ctx, institution };
}
