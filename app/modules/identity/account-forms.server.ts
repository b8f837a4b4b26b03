import { z } from "zod";
import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { formAction } from "~/platform/http/form.server";
import { changePassword } from "./commands/change-password.server";
import { endOtherSessions } from "./commands/end-other-sessions.server";
import { endSession } from "./commands/end-session.server";
import { updateProfile } from "./commands/update-profile.server";
import { changePasswordSchema, type Locale, profileSchema } from "./identity.schemas";

const endSessionSchema = z.object({ sessionId: z.string().min(1) });

type Answers = {
  currentToken: string;
  /** Goes back to the page, which says the message; with a locale the page changes to that language. */
  done(message: string, locale?: Locale): Promise<Response>;
};

/**
 * Answers the forms of the account page by their hidden field `intent`.
 * @throws AppError `malformed` for an intent that the page does not have.
 */
export async function answerAccountForm(ctx: Ctx, form: FormData, { currentToken, done }: Answers) {
  switch (form.get("intent")) {
    case "profile":
      return formAction(form, profileSchema, async (input) => {
        await updateProfile(ctx, input);
        return done("identity:account.saved", input.locale);
      });
    case "password":
      return formAction(form, changePasswordSchema, async (input) => {
        await changePassword(ctx, { ...input, currentToken });
        return done("identity:account.passwordChanged");
      });
    case "end-session":
      return formAction(form, endSessionSchema, async (input) => {
        await endSession(ctx, input);
        return done("identity:account.ended");
      });
    case "end-others":
      await endOtherSessions(ctx, { currentToken });
      return done("identity:account.othersEnded");
    default:
      throw new AppError("malformed", "unknown intent on the account page");
  }
}
