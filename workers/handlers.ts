import type { JobDefinition, JobPayload } from "~/kernel/job";
import { campaignChanged, closeEndedJob } from "~/modules/campaigns/campaigns.jobs";
import { closeEnded } from "~/modules/campaigns/commands/close-ended.server";
import { claimAccepted, claimDecided, claimWithdrawn } from "~/modules/claims/claims.jobs";
import { openDeliverables } from "~/modules/content/commands/open-deliverables.server";
import { sweepOrphanMedia } from "~/modules/content/commands/sweep-orphan-media.server";
import { draftDecided, sweepOrphanMediaJob } from "~/modules/content/content.jobs";
import { profileSaved } from "~/modules/creators/creators.jobs";
import { compareAccounts } from "~/modules/fraud/commands/compare-accounts.server";
import { detectFraud } from "~/modules/fraud/commands/detect-fraud.server";
import {
  casesOpened,
  commissionHeld,
  compareAccountsJob,
  detectFraudJob,
  fraudAsked,
  fraudDecided,
} from "~/modules/fraud/fraud.jobs";
import { sweepSessions } from "~/modules/identity/commands/sweep-sessions.server";
import {
  invitationCreated,
  passwordResetRequested,
  sweepSessionsJob,
} from "~/modules/identity/identity.jobs";
import { applyImport } from "~/modules/imports/commands/apply-import.server";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { sweepImports } from "~/modules/imports/commands/sweep-imports.server";
import { takeBackImport } from "~/modules/imports/commands/take-back-import.server";
import {
  applyImportJob,
  readImportJob,
  sweepImportsJob,
  undoImportJob,
} from "~/modules/imports/imports.jobs";
import { mailClaimDecision } from "~/modules/notifications/commands/mail-claim-decision.server";
import { mailCommissionHeld } from "~/modules/notifications/commands/mail-commission-held.server";
import { mailDestinationChange } from "~/modules/notifications/commands/mail-destination-change.server";
import { mailDraftDecision } from "~/modules/notifications/commands/mail-draft-decision.server";
import { mailFraudDecision } from "~/modules/notifications/commands/mail-fraud-decision.server";
import { mailFraudQuestion } from "~/modules/notifications/commands/mail-fraud-question.server";
import { mailInvitation } from "~/modules/notifications/commands/mail-invitation.server";
import { mailNewCases } from "~/modules/notifications/commands/mail-new-cases.server";
import { mailPasswordReset } from "~/modules/notifications/commands/mail-password-reset.server";
import { listingsChanged } from "~/modules/products/products.jobs";
import { announceLinkChange } from "~/modules/tracking/commands/announce-link-change.server";
import { checkDestinations } from "~/modules/tracking/commands/check-destinations.server";
import { closeLinks } from "~/modules/tracking/commands/close-links.server";
import { completeLinks } from "~/modules/tracking/commands/complete-links.server";
import { followListings } from "~/modules/tracking/commands/follow-listings.server";
import { issueLink } from "~/modules/tracking/commands/issue-link.server";
import { maintainClicks } from "~/modules/tracking/commands/maintain-clicks.server";
import { recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import { rotateSalts } from "~/modules/tracking/commands/rotate-salts.server";
import { sweepIdempotencyKeys } from "~/modules/tracking/commands/sweep-idempotency-keys.server";
import {
  checkDestinationsJob,
  completeLinksJob,
  destinationChanged,
  maintainClicksJob,
  recordClicksJob,
  rotateSaltsJob,
  sweepIdempotencyJob,
} from "~/modules/tracking/tracking.jobs";
import type { Ctx } from "~/platform/context.server";
import { sweepOutbox } from "~/platform/outbox-relay.server";
import { sweepOutboxJob } from "./platform.jobs";

const JOBS = [
  applyImportJob,
  campaignChanged,
  casesOpened,
  checkDestinationsJob,
  claimAccepted,
  claimDecided,
  claimWithdrawn,
  closeEndedJob,
  commissionHeld,
  compareAccountsJob,
  completeLinksJob,
  destinationChanged,
  detectFraudJob,
  draftDecided,
  fraudAsked,
  fraudDecided,
  invitationCreated,
  listingsChanged,
  maintainClicksJob,
  passwordResetRequested,
  profileSaved,
  readImportJob,
  recordClicksJob,
  rotateSaltsJob,
  sweepIdempotencyJob,
  sweepImportsJob,
  sweepOrphanMediaJob,
  sweepOutboxJob,
  sweepSessionsJob,
  undoImportJob,
] as const;

type AnyJob = (typeof JOBS)[number];
type Handlers = { [Job in AnyJob as Job["name"]]: (ctx: Ctx, payload: JobPayload<Job>) => Promise<unknown> };

/** Every job and the commands that answer it. A job without a handler does not compile. */
const HANDLERS = {
  [applyImportJob.name]: applyImport,
  [campaignChanged.name]: announceLinkChange,
  [profileSaved.name]: announceLinkChange,
  [checkDestinationsJob.name]: (ctx) => checkDestinations(ctx),
  [claimAccepted.name]: async (ctx, payload) => {
    await openDeliverables(ctx, payload);
    await issueLink(ctx, payload);
  },
  [claimDecided.name]: mailClaimDecision,
  [claimWithdrawn.name]: closeLinks,
  [closeEndedJob.name]: closeEnded,
  [casesOpened.name]: mailNewCases,
  [commissionHeld.name]: mailCommissionHeld,
  [compareAccountsJob.name]: compareAccounts,
  [completeLinksJob.name]: completeLinks,
  [destinationChanged.name]: mailDestinationChange,
  [detectFraudJob.name]: detectFraud,
  [draftDecided.name]: mailDraftDecision,
  [fraudAsked.name]: mailFraudQuestion,
  [fraudDecided.name]: mailFraudDecision,
  [invitationCreated.name]: mailInvitation,
  [listingsChanged.name]: followListings,
  [passwordResetRequested.name]: mailPasswordReset,
  [maintainClicksJob.name]: maintainClicks,
  [readImportJob.name]: readImport,
  [recordClicksJob.name]: recordClicks,
  [rotateSaltsJob.name]: rotateSalts,
  [sweepIdempotencyJob.name]: sweepIdempotencyKeys,
  [sweepImportsJob.name]: sweepImports,
  [sweepOrphanMediaJob.name]: sweepOrphanMedia,
  [sweepOutboxJob.name]: (ctx) => sweepOutbox(ctx.db, ctx.clock.now()),
  [sweepSessionsJob.name]: sweepSessions,
  [undoImportJob.name]: takeBackImport,
} satisfies Handlers;

/** The jobs by name, for the relay. */
export const jobsByName: ReadonlyMap<string, JobDefinition> = new Map(JOBS.map((job) => [job.name, job]));

/**
 * Runs a job: checks its payload and calls the command.
 * @throws Error for a name that this release does not know, ZodError for a payload of another shape; BullMQ retries.
 */
export async function handleJob(ctx: Ctx, name: string, data: unknown): Promise<void> {
  const job = jobsByName.get(name);
  if (!job) throw new Error(`no handler for job ${name}`);
  const handler = HANDLERS[name as AnyJob["name"]] as (ctx: Ctx, payload: unknown) => Promise<unknown>;
  await handler(ctx, job.payload.parse(data));
}
