import type id from "./about-id";

export default {
  metaTitle: "About Gaung",
  metaDescription:
    "What Gaung is, how clicks are counted, which data we keep and for how long, and whom we have to thank.",
  title: "A small voice that carries far",
  lead: "Gaung brings what people in correctional care make to people who want to tell of it. A Lapas writes a brief, influencers take it on and create content, and every click and order is recorded so that everyone can see what came of it.",
  counting: {
    title: "How clicks are counted",
    lead: "Every influencer has a link of their own. When it is opened we record that and judge who opened it. Nothing is struck from the count: all clicks and human clicks always stand side by side.",
    lowerBound:
      "The number of people is a lower bound. Thousands of a mobile carrier's customers may share one IP address, and Chrome on Android says the same of every phone. Without a cookie, which we do not set, such people cannot be told apart: those who open the same link within half an hour count as one person, and the other visits are recorded as repeats, not as suspicious.",
    rules:
      "The judgement follows written rules with a version number, and every click keeps its reason. When the rules change, old clicks are judged again and earlier figures can still be explained.",
    verdict: {
      human: "Human",
      humanText: "Somebody opens the link in a browser, or inside an app such as Instagram or TikTok.",
      bot: "Robot",
      botText: "Search engines, site monitors, downloaders, or a program in a browser's clothes.",
      preview: "Preview",
      previewText: "WhatsApp, Facebook and others fetch picture and title for the card under a message.",
      prefetch: "Fetched ahead",
      prefetchText: "A browser prepares the page before anybody has tapped.",
      staff: "Staff",
      staffText: "The device of a signed-in officer, or of the very influencer whose link it is.",
      duplicate: "Repeat",
      duplicateText:
        "The same person, or people who cannot be told apart, open the same link again within half an hour.",
      suspicious: "Suspicious",
      suspiciousText: "More often from one place than people do.",
    },
  },
  data: {
    title: "The data we keep",
    lead: "We keep what honest counting needs, and no more. Gaung's links set no cookie on their visitors.",
    caption: "Data kept, what for, and for how long",
    howLong: "Kept",
    kept: {
      click: "Clicks",
      clickWhy:
        "Time, link, the browser's name as the device sends it, traits of the request, language, country and the site it came from. For judging the click, and judging it again when the rules get better.",
      clickHowLong: "{{days}} days",
      visitor: "Visitor fingerprint",
      visitorWhy:
        "A scrambled number made of the address and what the browser says of itself, and another of its network, with a secret key that changes every day. For counting unique visitors and noticing made-up clicks.",
      visitorHowLong: "Its key is destroyed after 2 days; from then on it cannot be tied to anybody",
      address: "IP address",
      addressWhy: "Used for a moment to make the fingerprint and find the country, and never written down.",
      addressHowLong: "Not kept",
      figures: "Figures by the hour",
      figuresWhy: "How many clicks, unique visitors and orders each link had. Nothing about any person.",
      figuresHowLong: "As long as Gaung runs",
      order: "Orders",
      orderWhy:
        "Number, time, value, and the link or code that brought it. Buyers' names, phones and addresses are not kept.",
      orderHowLong: "As long as accounts must be given",
      account: "Accounts",
      accountWhy:
        "Name, e-mail and role of officers and influencers, and a record of the decisions they made. A device that signs in gets one signed cookie, so that officers' clicks, and influencers' on their own links, are not counted as visitors'.",
      accountHowLong: "As long as the account is used and its decisions must be accounted for",
    },
  },
  country: {
    title: "Country data",
    text: "The country is estimated from the IP address with the open database {{name}} of {{day}}, read on our own server. The estimate can be wrong, above all for mobile networks and VPNs.",
    licence: "Licence {{licence}}",
  },
  thanks: {
    title: "Standing on common work",
    text: "Gaung is built with open-source software. Thank you to everyone who makes it and looks after it.",
    list: "Open software and data in use, with their licences",
  },
} satisfies typeof id;
