import path from "node:path";
import { defineConfig } from "vite";

/** Builds what runs in Node beside Remix: the HTTP entry with its thread, and the worker. Dependencies stay in node_modules. */
export default defineConfig({
  resolve: { alias: { "~": path.resolve(import.meta.dirname, "app") } },
  build: {
    ssr: true,
    outDir: "build/node",
    target: "node20",
    copyPublicDir: false,
    emptyOutDir: true,
    rollupOptions: {
      input: { server: "server.ts", carrier: "workers/carrier.ts", worker: "workers/index.ts" },
      output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
