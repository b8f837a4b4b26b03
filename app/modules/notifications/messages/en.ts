import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Notifications",
  frame: {
    greeting: "Hello {{name}},",
    greetingNoName: "Hello,",
    linkHint: "If the button does not work, copy this address into your browser:",
    footer: "This mail was sent by Gaung, where products made by inmates meet creators.",
    unexpected: "Did you not ask for this? Ignore this mail.",
  },
  invitation: {
    subject: "Invitation to join Gaung as {{role}}",
    byAt: "{{inviter}} invites you to join Gaung as {{role}} for {{place}}.",
    at: "You are invited to join Gaung as {{role}} for {{place}}.",
    until: "This link holds until {{date}} and is only for you.",
    button: "Accept the invitation",
  },
  reset: {
    subject: "A new password for your Gaung account",
    text: "Somebody asked for a new password for your Gaung account. This link holds for one hour and can be used once.",
    button: "Make a new password",
    unexpected: "Was it not you? Ignore this mail; your password stays as it is.",
  },
  claim: {
    acceptedSubject: "Your claim was accepted: {{campaign}}",
    accepted: "{{institution}} accepted your claim for the campaign “{{campaign}}”.",
    acceptedNext:
      "Your referral link and coupon code are waiting in the claim's workspace. Next: send your draft before it is due.",
    acceptedButton: "Open the workspace",
    rejectedSubject: "Your claim was not accepted: {{campaign}}",
    rejected: "{{institution}} cannot accept your claim for the campaign “{{campaign}}”.",
    reason: "The reason: {{reason}}",
    rejectedNext: "Other briefs are waiting for your story.",
    rejectedButton: "See other briefs",
  },
  draft: {
    approvedSubject: "Your content was approved: {{campaign}}",
    approved:
      "{{institution}} approved your draft {{number}} ({{platform}}, {{format}}) for the campaign “{{campaign}}”.",
    approvedNext: "Please publish it, then send the post's address as proof.",
    approvedButton: "Send the post's address",
    revisionSubject: "Your content needs a revision: {{campaign}}",
    revision:
      "{{institution}} asks for a revision of your draft {{number}} ({{platform}}, {{format}}) in the campaign “{{campaign}}”.",
    revisionNext: "Change it as the comment says, then send the next draft.",
    revisionButton: "Open and revise",
    rejectedSubject: "Your content was rejected: {{campaign}}",
    rejected:
      "{{institution}} rejected your draft {{number}} ({{platform}}, {{format}}) for the campaign “{{campaign}}”.",
    rejectedNext: "Open the workspace for the details.",
    rejectedButton: "Open the workspace",
    comment: "The reviewer's comment: {{comment}}",
  },
} satisfies Translation<typeof id>;
