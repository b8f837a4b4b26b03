import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
// @ts-expect-error remix.config.js is plain JavaScript, at the top as the customer asked
import remixConfig from "./remix.config.js";
import { pageScript } from "./scripts/lib/page-script";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What the browser needs from npm. Found late, one by one, each would reload the first pages of a fresh checkout. */
const browserPackages = [
  ...[
    "react",
    "react-dom",
    "react-dom/client",
    "react/jsx-runtime",
    "react/jsx-dev-runtime",
    "@remix-run/react",
  ],
  ...["i18next", "react-i18next", "@conform-to/react", "@conform-to/zod/v4", "zod", "uuid"],
  ...["lucide-react", "radix-ui", "clsx", "tailwind-merge", "recharts", "d3-geo", "topojson-client"],
];
/** What only the server imports, through route files: never to be bundled for the browser. */
const serverPackages = [
  ...[
    "@remix-run/node",
    "remix-i18next/server",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "pg",
  ],
  ...[
    "pino",
    "bullmq",
    "ioredis",
    "sharp",
    "nodemailer",
    "busboy",
    "qrcode",
    "prom-client",
    "rate-limiter-flexible",
  ],
];

export default defineConfig({
  plugins: [tailwindcss(), pageScript(), remix(remixConfig)],
  resolve: { alias: { "~": path.resolve(import.meta.dirname, "app") } },
  // esbuild 0.28 crashes Vite 6's dev server on recharts unless it is pre-bundled for a modern target.
  optimizeDeps: {
    include: browserPackages,
    exclude: serverPackages,
    esbuildOptions: { target: "es2022" },
  },
  build: { target: "es2022" },
});
