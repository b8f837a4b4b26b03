// npm start: everything from a bare checkout to a running Gaung. Until node_modules exists only Node's own modules
// are at hand, so what needs a package imports it late.
import { bold, dim, duration, notice, printError } from "./lib/console.mjs";
import { demoAccounts } from "./lib/demo.mjs";
import { logFiles, noteChildren } from "./lib/instance.mjs";
import { prepareInstance, task } from "./lib/launch.mjs";
import { ensureBuilt } from "./lib/prepare.mjs";
import { startServices } from "./lib/services.mjs";
import { shutdown } from "./lib/shutdown.mjs";

const began = Date.now();
let services = null;
const exit = shutdown({
  onStop: () => console.log(`\n  ${dim("Stopping: finishing what is under way…")}`),
  onForce: () => {
    console.log(`  ${dim("Ending at once.")}`);
    services?.web.kill();
    services?.worker.kill();
  },
});

try {
  console.log(`\n  ${bold("Gaung")}\n`);
  const { settings, paths, lock, env } = await prepareInstance(exit, { dev: false, build: ensureBuilt });
  const url = process.env.PUBLIC_URL || `http://localhost:${settings.port}`;
  await task("Web, worker", async () => {
    services = await startServices({
      env,
      port: settings.port,
      logs: logFiles(settings, paths),
      onEvent: notice,
      onProcesses: (pids) => noteChildren(lock, { url }, pids),
      onCleanup: exit.add,
    });
    return "ready";
  });
  const { emails, password } = demoAccounts;
  const accounts = settings.production ? "" : ` · sign in as ${emails.join(", ")} · password ${password}`;
  const note = dim(`${duration(Date.now() - began)}, Ctrl-C stops`);
  console.log(`\n  ${bold("Gaung is ready:")} ${bold(url)}${accounts} · ${note}\n`);
} catch (error) {
  printError(error);
  await exit.end(1);
}
