import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
// @ts-expect-error remix.config.js is plain JavaScript, at the top as the customer asked
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "~": path.resolve(import.meta.dirname, "app") } },
  // esbuild 0.28 crashes Vite 6's dev server on recharts unless it is pre-bundled for a modern target.
  optimizeDeps: { include: ["recharts"], esbuildOptions: { target: "es2022" } },
  build: { target: "es2022" },
});
