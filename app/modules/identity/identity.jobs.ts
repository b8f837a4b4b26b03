import { z } from "zod";
import { defineJob } from "~/kernel/job";

const sealedToken = z.string().min(1);

/** An officer was invited: mail the link. The token travels sealed, so that no queue holds a usable secret. */
export const invitationCreated = defineJob(
  "identity.invitationCreated",
  z.object({ invitationId: z.uuid(), sealedToken }),
);

/** A person asked for a new password: mail the link. */
export const passwordResetRequested = defineJob(
  "identity.passwordResetRequested",
  z.object({ userId: z.uuid(), sealedToken }),
);

/** Clears away sessions and reset links that have ended. */
export const sweepSessionsJob = defineJob("identity.sweepSessions", z.object({}));
