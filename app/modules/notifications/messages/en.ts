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
  destination: {
    subject: {
      OK: "{{product}} can be bought through its link again",
      GONE: "The sales page of {{product}} is gone",
      MOVED: "The sales link of {{product}} leads elsewhere",
      SOLD_OUT: "{{product}} is sold out in its shop",
      UNSURE: "The shop of {{product}} is out of reach",
    },
    said: {
      OK: "This sales page is well again. Buyers can order there once more.",
      GONE: "This sales page can no longer be found. Buyers who come through influencers' links cannot order.",
      MOVED: "This sales page now leads elsewhere, not to the product.",
      SOLD_OUT: "This sales page says that the stock is sold out.",
      UNSURE:
        "This shop has been out of reach since {{since}}. Buyers who come through influencers' links cannot order there.",
    },
    product: {
      SHOPEE: "{{name}} on Shopee",
      TOKOPEDIA: "{{name}} on Tokopedia",
      TIKTOK_SHOP: "{{name}} on TikTok Shop",
      WHATSAPP: "{{name}} on WhatsApp",
      OWN: "{{name}} in your own shop",
    },
    unreachable: {
      dns: "The site's name does not resolve (DNS). See whether its domain is still paid for.",
      connection: "The connection is refused or breaks. See whether its server is running.",
      tls: "There is trouble with its security certificate (TLS); buyers' browsers may refuse to open it.",
      "tls-expired":
        "Its security certificate (TLS) has expired, so buyers' browsers refuse to open it. Renew it.",
      timeout: "The site does not answer within 15 seconds.",
      server: "The site answers with a server error (5xx).",
    },
    elsewhere: "The address now ends at: {{url}}",
    brokenNext:
      "Please look at the page. If its address changed, update it on the product's page; all influencers' links follow within seconds.",
    downNext:
      "Please ask whoever runs the site. If it cannot open soon, change the address on the product's page or pause the campaign.",
    wellNext: "There is nothing to do.",
    button: "Open link health",
  },
  fraud: {
    heldSubject: "Commission on hold: {{campaign}}",
    held_one:
      "Commission of {{amount}} from {{count}} order in the campaign “{{campaign}}” is on hold until the officers of {{institution}} have looked at it. Other orders are not affected, and all figures stay.",
    held_other:
      "Commission of {{amount}} from {{count}} orders in the campaign “{{campaign}}” is on hold until the officers of {{institution}} have looked at it. Other orders are not affected, and all figures stay.",
    heldWhy: "Why:",
    heldFair:
      "This is no accusation. Such things often have a good explanation, and it is an officer who decides, not a machine.",
    heldNext:
      "You need not do anything yet. If the officers would like an explanation, you get a mail and the question appears on the page of the review. They decide by {{date}}.",
    heldAsked: "The officers have asked you something. Please answer on the page of the review by {{date}}.",
    heldButton: "See the review",
    newCaseSubject: "To be looked at: {{influencer}}, {{campaign}}",
    newCasesSubject_one: "{{count}} thing to be looked at in {{institution}}",
    newCasesSubject_other: "{{count}} things to be looked at in {{institution}}",
    newCases:
      "Something about clicks or orders is unusual. The commission concerned is on hold until an officer of the Lapas decides.",
    newCase: "{{influencer}}, “{{campaign}}”",
    newCaseHeld_one: "Commission on hold: {{amount}} from {{count}} order",
    newCaseHeld_other: "Commission on hold: {{amount}} from {{count}} orders",
    newCaseNothing: "No commission is on hold so far",
    newCaseDue: "Due: {{date}}",
    newCasesMore_one: "and {{count}} more on the page of reviews.",
    newCasesMore_other: "and {{count}} more on the page of reviews.",
    newCasesNext: "What was found is a sign, not a proof. Look at it, ask if you need to, then decide.",
    newCasesButton: "Open the reviews",
    askedSubject: "An officer would like to ask you: {{campaign}}",
    asked:
      "Something about your clicks or orders in the campaign “{{campaign}}” is unusual. The commission concerned is on hold until {{institution}} decides. This is no accusation, and you will be heard.",
    question: "The officers' question: {{question}}",
    askedNext: "Please answer by {{date}}.",
    askedButton: "Read and answer",
    clearedSubject: "Your commission was released: {{campaign}}",
    cleared_one:
      "{{institution}} has looked at it. Everything is in order, and your commission of {{amount}} from {{count}} order in the campaign “{{campaign}}” is released.",
    cleared_other:
      "{{institution}} has looked at it. Everything is in order, and your commission of {{amount}} from {{count}} orders in the campaign “{{campaign}}” is released.",
    clearedNothing:
      "{{institution}} has looked at the campaign “{{campaign}}”. Everything is in order, and no commission is on hold.",
    clearedNext: "Thank you for your patience.",
    confirmedSubject: "Review of your commission: {{campaign}}",
    confirmed_one:
      "{{institution}} has looked at it and took back the commission of {{count}} order in the campaign “{{campaign}}”. Other orders are not affected.",
    confirmed_other:
      "{{institution}} has looked at it and took back the commission of {{count}} orders in the campaign “{{campaign}}”. Other orders are not affected.",
    confirmedNothing:
      "{{institution}} has looked at the campaign “{{campaign}}” and found it not in order. No commission was taken back.",
    confirmedNext:
      "Do you disagree? Write to the Lapas. A decision can be changed when something new is known.",
    reason: "The reason: {{reason}}",
    decidedButton: "See the decision",
  },
} satisfies Translation<typeof id>;
