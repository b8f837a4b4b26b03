import { z } from "zod";
import { AppError, type UserMessage } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { formAction } from "~/platform/http/form.server";
import { endMembership } from "./commands/end-membership.server";
import { inviteMember } from "./commands/invite-member.server";
import { resendInvitation } from "./commands/resend-invitation.server";
import { revokeInvitation } from "./commands/revoke-invitation.server";
import { inviteSchema } from "./identity.schemas";

const invitationSchema = z.object({ invitationId: z.uuid() });
const membershipSchema = z.object({ membershipId: z.uuid() });

/**
 * Answers the forms of the member pages by their hidden field `intent`. Whether the person may is each command's to
 * decide, by the row that is concerned.
 * @param institutionId on an institution's page: all invitations go there, whatever the form says.
 * @throws AppError `malformed` for an intent that the pages do not have.
 */
export async function answerMemberForm(
  ctx: Ctx,
  form: FormData,
  options: { institutionId?: string; done(message: UserMessage): Promise<Response> },
) {
  const { institutionId, done } = options;
  switch (form.get("intent")) {
    case "invite":
      if (institutionId) form.set("institutionId", institutionId);
      return formAction(form, inviteSchema, async (input) => {
        await inviteMember(ctx, input);
        return done({ key: "identity:members.invited", params: { email: input.email } });
      });
    case "resend":
      return formAction(form, invitationSchema, async (input) => {
        await resendInvitation(ctx, input);
        return done({ key: "identity:members.resent" });
      });
    case "revoke":
      return formAction(form, invitationSchema, async (input) => {
        await revokeInvitation(ctx, input);
        return done({ key: "identity:members.revoked" });
      });
    case "end":
      return formAction(form, membershipSchema, async (input) => {
        await endMembership(ctx, input);
        return done({ key: "identity:members.ended" });
      });
    default:
      throw new AppError("malformed", "unknown intent on a member page");
  }
}
