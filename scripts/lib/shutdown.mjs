import { printError } from "./console.mjs";

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
  process.on("uncaughtException", (error) => {
    printError(error);
    void end(1);
  });
  return { add: (undo) => undos.push(undo), end };
}
