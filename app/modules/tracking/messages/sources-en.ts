import type { Translation } from "~/ui/messages/translation";
import type id from "./sources-id";

export default {
  title: "Shop connections",
  description:
    "So that orders in the online shop that {{name}} runs itself are recorded at once, with nothing typed again. Choose one; for a WooCommerce shop the second way is the stronger.",
  readOnly: "You can see how things are. The head of the prison and administrators set up connections.",
  saved: "Shop addresses saved.",
  rotated: "Page key replaced. Put the new script into your shop.",
  on: "Connection switched on.",
  off: "Connection switched off.",
  copy: "Copy",
  copied: "Copied",
  state: { on: "On", off: "Off", waiting: "Waiting for the first word" },
  switchOff: "Switch off",
  switchOn: "Switch on again",
  never: "Never",
  page: {
    title: "Script for your own shop's page",
    description:
      "One line of code on the shop's site. It remembers by which influencer's link a buyer came, and reports the order's number and value from the thank-you page.",
    emptyTitle: "No page is connected yet",
    emptyText: "The head of the prison or an administrator can list the shop's addresses here.",
    origins: "Addresses of the shop",
    originsHint:
      "One address a line, such as https://shop.example.id. List the one with www. too if it is in use. Reports from other addresses are refused.",
    create: "Make a page key",
    save: "Save addresses",
    saving: "Saving…",
    key: "Page key",
    keyHint: "This key can be seen on the shop's page and is no secret.",
    seen: "Last seen",
    seenOrder: "An order, from {{origin}}",
    seenTest: "A test, from {{origin}}",
    refusedTitle: "The last report was refused",
    refusedFrom: "From {{origin}}.",
    unknownOrigin: "an address that was not named",
    test: "Test on {{shop}}",
    testHint:
      "Opens your shop in a new tab. If the script is in place, “Last seen” changes here once this page is loaded again.",
    rotate: "Replace key",
    rotateTitle: "Replace the page key?",
    rotateText: "The old key is refused at once. Orders from pages that still carry it are not recorded.",
    offTitle: "Switch off the page script?",
    offText:
      "Reports from the shop's page are refused until you switch it on again. Orders already recorded stay.",
    step1: "1. Put this on every page",
    step1Text: "Before </head>. If your site is made with a site builder, look for “custom code”.",
    step2: "2. Put this on the thank-you page",
    step2Text:
      "data-order is the order's number, data-amount the value of the goods in whole rupiah, without shipping and without dots: 150000. data-coupon may be empty. The second line serves browsers whose scripts are off.",
    call: "A shop of one page: report by JavaScript",
    callText:
      "Call it when the order is placed. The same order may be reported again and again; its number keeps it one. For a refund before the order is confirmed, add refunded.",
    consent: "Does your site ask visitors for consent?",
    consentText:
      "Use this first line instead of step 1. Until the visitor agrees, the click's mark is kept only while the tab is open. Call the second line once they have agreed.",
    whatTitle: "What is kept and what is sent",
    whatText:
      "The script uses no cookie. The click's mark from the address (gaung_click) is kept in your shop's localStorage for 90 days at most, the longest attribution window, because buyers often come back days later. Only the order's number, value, coupon code and click mark are sent. Names, telephone numbers and addresses of buyers are refused.",
    gradeTitle: "How strong the evidence is",
    gradeText:
      "A page runs in the buyer's browser, so anybody can call it. An order with a genuine click mark of Gaung counts as measured, without one as declared. Both stay pending until an officer or another source confirms them.",
    csp: "Sites with a Content-Security-Policy must allow {{origin}} in script-src, connect-src and img-src.",
  },
  woo: {
    title: "WooCommerce",
    description:
      "Your shop's server sends every order with a signature: placed, paid, completed, cancelled, refunded.",
    emptyTitle: "Not connected with WooCommerce yet",
    emptyText:
      "Make the address and its secret here, then enter them in WordPress. It takes about five minutes.",
    create: "Connect WooCommerce",
    address: "Delivery URL",
    secretTitle: "WooCommerce secret",
    secretText:
      "Copy it now into the Secret field in WooCommerce. Once this page is closed it cannot be shown again.",
    ping: "Test by WooCommerce",
    last: "Last delivery",
    unsignedTitle: "A delivery had the wrong signature",
    unsignedText:
      "The secret in WooCommerce is not the one made here. Enter it again, or replace it if it is lost.",
    oldSecret:
      "The secret before is still taken until {{date}}, so that you have time to replace it in WooCommerce.",
    rotate: "Replace secret",
    rotateTitle: "Replace the secret?",
    rotateText: "The new secret is shown once. The one before is still taken for 24 hours.",
    offTitle: "Switch off WooCommerce?",
    offText:
      "Deliveries are refused until you switch it on again. WooCommerce does not send again, and switches a webhook off after five refusals in a row.",
    steps: "How to set it up",
    step1: "In WordPress open WooCommerce → Settings → Advanced → Webhooks → Add webhook.",
    step2: "Name it “Gaung: order created”, Status “Active”, Topic “Order created”.",
    step3:
      "Paste the delivery URL and the secret from above, choose API version “WP REST API Integration v3”, and save.",
    step4:
      "Do the same for the topics “Order updated”, “Order deleted” and “Order restored”, with the same address and secret.",
    step5:
      "So that influencers' clicks are recorded too, add this PHP by a code snippet plugin or in the child theme's functions.php.",
    needsKey: "First make a page key in the first part, so that this PHP is complete.",
    statusTitle: "What states mean",
    statusText:
      "Pending payment, on hold and processing: pending. Completed: confirmed. Cancelled, failed, refunded in full or deleted: reversed. A partial refund lowers the value. An order's value is counted without shipping, and its currency must be rupiah.",
    privacy:
      "Of the buyer only a keyed hash of mail address or telephone is made, to know returning buyers. Name, address, mail and telephone are not stored.",
  },
  deliveries: {
    title: "Deliveries",
    caption: "Last WooCommerce deliveries and what became of them",
    empty: "No delivery yet. Save the webhook in WooCommerce, or place a test order.",
    time: "Time",
    topic: "Event",
    order: "Order",
    outcome: "Result",
    attempts: "sent {{count}} times",
    outcomes: { STORED: "Recorded", SKIPPED: "Left aside", REFUSED: "Refused" },
    topics: {
      created: "Created",
      updated: "Updated",
      deleted: "Deleted",
      restored: "Restored",
    },
  },
  error: {
    key: "The page key (institution) is not right. Copy it from Shop connections.",
    keyUnknown: "This page key is unknown or was replaced. Copy the script again.",
    keyOff: "This page script is switched off.",
    amount: "Write the value (amount) in whole rupiah without dots or commas, such as 150000.",
    refunded: "Write the refund (refunded) in whole rupiah, at most the order's value.",
    unknownField:
      "The field {{field}} is not taken. Send only id, amount, coupon and refunded; no data of the buyer.",
    originUnknown: "The page at {{origin}} is not listed. Add this address in Shop connections.",
    originMissing:
      'The browser does not name its page. Use the script, or add referrerpolicy="origin" to the picture.',
    orderKnown: "This order is recorded in another state. A page's report does not change it.",
    origins: "Write one address a line, such as https://shop.example.id.",
    tooManyOrigins: "At most 10 addresses.",
    wooExists: "There is a WooCommerce connection already.",
    wooAddress: "This webhook address is unknown.",
    wooOff: "This WooCommerce connection is switched off.",
    wooSignature: "The signature is not right. Check the Secret field in WooCommerce.",
    wooTopic: "This topic is not used. Choose order.created, order.updated, order.deleted or order.restored.",
    wooDeliveryId: "X-WC-Webhook-Delivery-ID is missing.",
    wooUnreadable: "The order cannot be read ({{field}}). Choose API version WP REST API Integration v3.",
    wooCurrency: "The currency {{currency}} cannot be counted. The shop must use IDR.",
    wooAmount: "The order's value cannot be read.",
    wooDraft: "Still a basket and not an order.",
    wooNothing: "The goods' value is zero, so there is nothing to count.",
    wooStatus:
      "The state {{status}} is the shop's own. The order counts once it has one of WooCommerce's own states.",
    wooUnknown: "This deleted order was never received.",
  },
} satisfies Translation<typeof id>;
