// npm run dev: pages with hot reload, web process and worker restarted when a file changes, mocks in place of outside
// services. Works on the same GAUNG_HOME as npm start, so not at the same time.
import { bold, dim, notice, printError } from "./lib/console.mjs";
import { demoAccounts } from "./lib/demo.mjs";
import { noteChildren } from "./lib/instance.mjs";
import { prepareInstance } from "./lib/launch.mjs";
import { inRoot } from "./lib/paths.mjs";
import { startServices } from "./lib/services.mjs";
import { shutdown } from "./lib/shutdown.mjs";

const watch = (entry) => [
  inRoot("node_modules/tsx/dist/cli.mjs"),
  ...["watch", "--clear-screen=false", "--exclude", "build/**", "--exclude", ".cache/**"],
  ...["--import", inRoot("tests/setup/outside-services.ts"), entry],
];

const exit = shutdown({ onStop: () => console.log(`\n  ${dim("Stopping…")}`) });

try {
  console.log(`\n  ${bold("Gaung, development")}\n`);
  const { settings, lock, env } = await prepareInstance(exit, { dev: true });
  const url = `http://localhost:${settings.port}`;
  await startServices({
    env: { ...env, NODE_ENV: "development" },
    port: settings.port,
    commands: { web: watch("server.ts"), worker: watch("workers/index.ts") },
    onEvent: notice,
    onProcesses: (pids) => noteChildren(lock, { url }, pids),
    onCleanup: exit.add,
  });
  const { emails, password } = demoAccounts;
  console.log(`\n  ${bold("Gaung is ready:")} ${bold(url)} · ${emails.join(", ")} · password ${password}\n`);
} catch (error) {
  printError(error);
  await exit.end(1);
}
