import path from "node:path";
import { defineConfig } from "vitest/config";
import { pageScript } from "./scripts/lib/page-script";

const everywhere = ["tests/setup/console.ts"];

export default defineConfig({
  plugins: [pageScript()],
  resolve: { alias: { "~": path.resolve(import.meta.dirname, "app") } },
  test: {
    env: { NODE_ENV: "test", TZ: "UTC" },
    restoreMocks: true,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.ts", "workers/**/*.test.ts", "tests/factories/**/*.test.ts"],
          setupFiles: [...everywhere, "tests/setup/network.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "ui",
          include: ["app/**/*.test.tsx"],
          environment: "happy-dom",
          setupFiles: [...everywhere, "tests/setup/network.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          setupFiles: everywhere,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/setup/cluster.ts"],
          setupFiles: [...everywhere, "tests/setup/network.ts", "tests/setup/own-database.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts", "tests/faults/**/*.test.ts", "tests/launcher/**/*.test.ts"],
          globalSetup: ["tests/setup/build.ts", "tests/setup/cluster.ts", "tests/setup/chromium.ts"],
          setupFiles: everywhere,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
