import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** Looks at the hours and orders that are new. Repeated every fifteen minutes. */
export const detectFraudJob = defineJob("fraud.detect", z.object({}));

/** Compares what influencers gave of their accounts. Repeated daily. */
export const compareAccountsJob = defineJob("fraud.compareAccounts", z.object({}));

/** Cases of a Lapas were opened since its officers were last told. */
export const casesOpened = defineJob(
  "fraud.casesOpened",
  z.object({ institutionId: z.uuid(), caseIds: z.array(z.uuid()).min(1) }),
);

/** A case began to hold commission. */
export const commissionHeld = defineJob("fraud.commissionHeld", z.object({ caseId: z.uuid() }));

/** An officer asked the influencer something. */
export const fraudAsked = defineJob("fraud.asked", z.object({ messageId: z.uuid() }));

/** An officer decided a case. */
export const fraudDecided = defineJob("fraud.decided", z.object({ decisionId: z.uuid() }));
