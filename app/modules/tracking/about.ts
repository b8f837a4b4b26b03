/** What the public page about Gaung lists; its words are in messages/about-*.ts. */

/** The verdicts as people understand them, in the order in which they are told. */
export const TOLD_VERDICTS = [
  "human",
  "bot",
  "preview",
  "prefetch",
  "staff",
  "duplicate",
  "suspicious",
] as const;

/** What is kept of whom. */
export const KEPT_DATA = ["click", "visitor", "address", "figures", "order", "account"] as const;

/** The database behind "country", with the credit that its licence asks for, word for word. */
export const COUNTRY_DATA = {
  name: "DB-IP IP to Country Lite",
  credit: "IP Geolocation by DB-IP",
  href: "https://db-ip.com",
  licence: "CC BY 4.0",
  licenceHref: "https://creativecommons.org/licenses/by/4.0/",
} as const;

/** Open source that Gaung stands on: the package, whose licence a test reads, or its licence where it is none. */
export const OPEN_SOURCE: readonly { name: string; href: string; npm?: string; licence: string }[] = [
  { name: "PostgreSQL", href: "https://www.postgresql.org", licence: "PostgreSQL" },
  { name: "Node.js", href: "https://nodejs.org", licence: "MIT" },
  { name: "Remix", href: "https://v2.remix.run", npm: "@remix-run/react", licence: "MIT" },
  { name: "React", href: "https://react.dev", npm: "react", licence: "MIT" },
  { name: "Prisma", href: "https://www.prisma.io", npm: "prisma", licence: "Apache-2.0" },
  { name: "BullMQ", href: "https://bullmq.io", npm: "bullmq", licence: "MIT" },
  { name: "isbot", href: "https://isbot.js.org", npm: "isbot", licence: "Unlicense" },
  { name: "UAParser.js", href: "https://uaparser.dev", npm: "ua-parser-js", licence: "MIT" },
  { name: "mmdb-lib", href: "https://github.com/runk/mmdb-lib", npm: "mmdb-lib", licence: "MIT" },
  { name: "Tailwind CSS", href: "https://tailwindcss.com", npm: "tailwindcss", licence: "MIT" },
  { name: "Radix UI", href: "https://www.radix-ui.com", npm: "radix-ui", licence: "MIT" },
  { name: "Lucide", href: "https://lucide.dev", npm: "lucide-react", licence: "ISC" },
  { name: "Recharts", href: "https://recharts.org", npm: "recharts", licence: "MIT" },
  { name: "sharp", href: "https://sharp.pixelplumbing.com", npm: "sharp", licence: "Apache-2.0" },
  { name: "i18next", href: "https://www.i18next.com", npm: "i18next", licence: "MIT" },
  { name: "Zod", href: "https://zod.dev", npm: "zod", licence: "MIT" },
  {
    name: "Plus Jakarta Sans",
    href: "https://github.com/tokotype/PlusJakartaSans",
    npm: "@fontsource-variable/plus-jakarta-sans",
    licence: "OFL-1.1",
  },
  { name: "Natural Earth", href: "https://www.naturalearthdata.com", licence: "public domain" },
];
