import { beforeEach, describe, expect, it } from "vitest";
import { acceptClaim } from "~/modules/claims/commands/accept-claim.server";
import { rejectClaim } from "~/modules/claims/commands/reject-claim.server";
import type { ReviewOutcome } from "~/modules/content/deliverable";
import { inviteMember } from "~/modules/identity/commands/invite-member.server";
import { requestPasswordReset } from "~/modules/identity/commands/request-password-reset.server";
import { revokeInvitation } from "~/modules/identity/commands/revoke-invitation.server";
import { contextOf } from "~/modules/identity/context.server";
import { invitationByToken } from "~/modules/identity/queries/invitation-by-token.server";
import { openReset } from "~/modules/identity/queries/open-reset.server";
import { mailClaimDecision } from "~/modules/notifications/commands/mail-claim-decision.server";
import { mailDraftDecision } from "~/modules/notifications/commands/mail-draft-decision.server";
import { mailInvitation } from "~/modules/notifications/commands/mail-invitation.server";
import { mailPasswordReset } from "~/modules/notifications/commands/mail-password-reset.server";
import { aCampaign } from "../../factories/campaigns";
import { aClaim } from "../../factories/claims";
import { aDecision, aDraftVersion, openedContent } from "../../factories/content";
import { anInfluencer } from "../../factories/creators";
import { resetDatabase, useDatabase } from "../../setup/database";
import { aPlace, clock, system } from "../campaigns/world";
import { emptyMailbox, mailbox, type ReceivedMail } from "./mailbox";

const database = useDatabase();

beforeEach(async () => {
  await resetDatabase();
  await emptyMailbox();
});

async function onlyMail(): Promise<ReceivedMail> {
  const mails = await mailbox();
  expect(mails).toHaveLength(1);
  return mails[0] as ReceivedMail;
}

/** The payload of the newest job of this name in the outbox. */
async function job(name: string) {
  const row = await database.db.outboxMessage.findFirstOrThrow({
    where: { job: name },
    orderBy: { id: "desc" },
  });
  return row.payload as { invitationId: string; userId: string; sealedToken: string };
}

const nobody = () => contextOf({ kind: "anonymous" }, { clock });

/** The secret at the end of the mail's link. */
const tokenIn = (mail: ReceivedMail, path: string) =>
  new RegExp(`http://localhost:\\d+/${path}/([A-Za-z0-9_-]{43})`).exec(mail.text)?.[1] ?? "";

describe("the mail of an invitation", () => {
  const invite = async () => {
    const place = await aPlace({ name: "Lapas Sidoarjo" });
    const { institutionId } = place;
    return inviteMember(system(), { email: "humas@contoh.test", role: "LAPAS_PR", institutionId });
  };

  it("leads to the invitation and says for what and until when", async () => {
    await invite();
    await mailInvitation(system(), await job("identity.invitationCreated"));
    const mail = await onlyMail();
    expect(mail.headers).toMatchObject({
      to: "humas@contoh.test",
      subject: "Undangan bergabung di Gaung sebagai Humas",
    });
    expect(mail.text).toContain("Anda diundang bergabung di Gaung sebagai Humas untuk Lapas Sidoarjo.");
    expect(mail.text).toContain("berlaku sampai Selasa, 17 November 2026");
    const token = tokenIn(mail, "undangan");
    expect(mail.html).toContain(token);
    expect(await invitationByToken(nobody(), { token })).toMatchObject({ state: "open" });
  });

  it("has the same Message-ID when the job runs twice", async () => {
    await invite();
    const payload = await job("identity.invitationCreated");
    await mailInvitation(system(), payload);
    await mailInvitation(system(), payload);
    const ids = (await mailbox()).map((mail) => mail.headers["message-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^<invitation-[0-9a-f]{64}@localhost>$/);
  });

  it("is not sent once the invitation was withdrawn", async () => {
    const { invitationId } = await invite();
    await revokeInvitation(system(), { invitationId });
    await mailInvitation(system(), await job("identity.invitationCreated"));
    expect(await mailbox()).toEqual([]);
  });
});

describe("the mail for a new password", () => {
  it("leads to it, in the person's language", async () => {
    const { email, userId } = await anInfluencer(system(), { name: "Ayu Lestari", profile: false });
    await database.db.user.update({ where: { id: userId }, data: { locale: "en" } });
    await requestPasswordReset(nobody(), { email, clientKey: "k" });
    await mailPasswordReset(system(), await job("identity.passwordResetRequested"));
    const mail = await onlyMail();
    expect(mail.headers).toMatchObject({ to: email, subject: "A new password for your Gaung account" });
    expect(mail.text).toContain("Hello Ayu Lestari,");
    expect(mail.html).toContain('<html lang="en">');
    expect(await openReset(nobody(), { token: tokenIn(mail, "atur-ulang-sandi") })).toMatchObject({ userId });
  });

  it("is not sent once a newer link replaced it", async () => {
    const { email } = await anInfluencer(system(), { profile: false });
    await requestPasswordReset(nobody(), { email, clientKey: "k" });
    const former = await job("identity.passwordResetRequested");
    await requestPasswordReset(nobody(), { email, clientKey: "k" });
    await mailPasswordReset(system(), former);
    expect(await mailbox()).toEqual([]);
  });
});

describe("the mail about a claim", () => {
  async function aWaitingClaim() {
    const place = await aPlace({ name: "Lapas Sidoarjo" });
    const influencer = await anInfluencer(system(), { name: "Ayu Lestari" });
    const { campaignId } = await aCampaign(place.officer, place, { title: "Kapal pinisi dari Sidoarjo" });
    return { place, influencer, ...(await aClaim(influencer, campaignId)) };
  }

  it("tells of the yes and leads to the workspace", async () => {
    const { place, influencer, claimId } = await aWaitingClaim();
    await mailClaimDecision(system(), { claimId });
    expect(await mailbox()).toEqual([]);
    await acceptClaim(place.officer, { claimId });
    await mailClaimDecision(system(), { claimId });
    const mail = await onlyMail();
    expect(mail.headers).toMatchObject({
      to: influencer.email,
      subject: "Klaim Anda diterima: Kapal pinisi dari Sidoarjo",
    });
    expect(mail.text).toContain("Lapas Sidoarjo menerima klaim Anda");
    expect(mail.text).toContain(`/klaim/${claimId}\n`);
  });

  it("tells of the no with its reason", async () => {
    const { place, claimId } = await aWaitingClaim();
    await rejectClaim(place.officer, { claimId, reason: "Kuota <terisi> & kami butuh kreator Surabaya." });
    await mailClaimDecision(system(), { claimId });
    const mail = await onlyMail();
    expect(mail.text).toContain("Alasannya: Kuota <terisi> & kami butuh kreator Surabaya.");
    expect(mail.html).toContain("Alasannya: Kuota &lt;terisi&gt; &amp; kami butuh kreator Surabaya.");
    expect(mail.text).toMatch(/http:\/\/localhost:\d+\/brief\n/);
  });
});

describe("the mail about a draft", () => {
  const subjects: [ReviewOutcome, string, string][] = [
    ["APPROVED", "Konten Anda disetujui", "menyetujui draf ke-1 Anda"],
    ["REVISION_REQUESTED", "Konten Anda perlu direvisi", "Tolong potong bagian pintu blok"],
    ["REJECTED", "Konten Anda ditolak", "Wajah warga binaan terlihat jelas"],
  ];

  it.each(subjects)(
    "tells of %s, with the comment, and leads to the content",
    async (outcome, subject, says) => {
      const place = await aPlace({ name: "Lapas Sidoarjo" });
      const influencer = await anInfluencer(system(), { name: "Ayu Lestari" });
      const { campaignId } = await aCampaign(place.officer, place);
      const content = await openedContent(system(), place.officer, influencer, campaignId);
      const [deliverableId = ""] = content.deliverableIds;
      const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
      await mailDraftDecision(system(), { draftVersionId });
      expect(await mailbox()).toEqual([]);
      await aDecision(place.officer, draftVersionId, outcome);
      await mailDraftDecision(system(), { draftVersionId });
      const mail = await onlyMail();
      expect(mail.headers.to).toBe(influencer.email);
      expect(mail.headers.subject).toMatch(new RegExp(`^${subject}: `));
      expect(mail.text).toContain(says);
      expect(mail.text).toContain("Instagram, reel");
      expect(mail.text).toContain(`/klaim/${content.claimId}/konten/${deliverableId}\n`);
    },
  );
});
