import { printError } from "./console.mjs";
import { isSameProcess } from "./lock.mjs";
import { parentOf, processIdentity } from "./processes.mjs";

/** A second signal sooner than this is the same Ctrl-C: the terminal and npm both pass it on. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Runs what has to be undone, in reverse order, when the launcher ends: by a signal, after an error.
 * @returns {{ add: (undo: () => unknown) => void, end: (code: number) => Promise<never> }}
 */
export function shutdown({ onStop = () => {}, onForce = () => {} } = {}) {
  const undos = [];
  let since = 0;

  const end = async (code) => {
    if (!since) since = Date.now();
    for (const undo of undos.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        printError(error);
        code ||= 1;
      }
    }
    process.exit(code);
  };
  const onSignal = (name) => {
    if (since) {
      if (Date.now() - since > SAME_SIGNAL_MS) onForce();
      return;
    }
    onStop(name);
    void end(name === "SIGINT" ? 130 : 0);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => onSignal(name));
  whenNpmEnds(() => onSignal("SIGTERM"));
  process.on("uncaughtException", (error) => {
    printError(error);
    void end(1);
  });
  return { add: (undo) => undos.push(undo), end };
}

/**
 * npm starts a script through a shell, and neither passes on a SIGTERM nor takes the script along when it is killed:
 * `kill $(pidof npm)` would leave Gaung running unseen. So the launcher watches npm and the shell between.
 */
export function whenNpmEnds(react) {
  if (!process.env.npm_lifecycle_event) return;
  const above = [process.ppid, parentOf(process.ppid)]
    .filter((pid) => pid > 1)
    .map((pid) => ({ pid, identity: processIdentity(pid) }));
  const timer = setInterval(() => {
    if (above.every(isSameProcess)) return;
    clearInterval(timer);
    react();
  }, 500);
  timer.unref();
}
