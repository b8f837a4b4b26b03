import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** A slot was given: deliverables are opened, then the link, the coupon and the QR are made. */
export const claimAccepted = defineJob("claims.accepted", z.object({ claimId: z.uuid() }));

/** An accepted claim was withdrawn: its links are closed. */
export const claimWithdrawn = defineJob("claims.withdrawn", z.object({ claimId: z.uuid() }));

/** The Lapas said yes or no: the influencer is told. */
export const claimDecided = defineJob("claims.decided", z.object({ claimId: z.uuid() }));
