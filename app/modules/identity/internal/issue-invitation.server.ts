import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { enqueue } from "~/platform/outbox.server";
import { seal } from "~/platform/sealed.server";
import { randomToken, sha256 } from "~/platform/secrets.server";
import { invitationCreated } from "../identity.jobs";
import { INVITATION_DAYS } from "../invitation-rules";

/** A new token with the hash to store and the time at which it ends. */
export function newInvitationToken(now: Date): { token: string; tokenHash: string; expiresAt: Date } {
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 3_600_000);
  return { token, tokenHash: sha256(token), expiresAt };
}

/** Asks for the mail with the invitation's link. */
export async function mailInvitationLink(tx: Tx, invitationId: string, token: string): Promise<void> {
  await enqueue(tx, invitationCreated, { invitationId, sealedToken: seal("invitation", token) });
}

/** The address in the mail. Only the command line is given it in answer; a browser never is. */
export function invitationLink(ctx: Ctx, token: string): string | null {
  return ctx.actor.kind === "system" ? `${env().PUBLIC_URL}/undangan/${token}` : null;
}
