import { log } from "./log.server";

/**
 * Runs the stop once: on SIGTERM, SIGINT, or when the launcher that holds our IPC channel is gone, so that a killed
 * launcher leaves no process behind. A stop that hangs is cut off.
 */
export function stopOnSignal(name: string, stop: () => Promise<void>, limitMs = 20_000): void {
  let stopping = false;
  const begin = (why: string) => {
    if (stopping) return;
    stopping = true;
    log().info({ why, process: name }, "stopping");
    const cut = setTimeout(() => {
      log().error({ process: name, limitMs }, "stop took too long; leaving");
      process.exit(1);
    }, limitMs);
    stop()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log().error({ err: error, process: name }, "stop failed");
        process.exit(1);
      })
      .finally(() => clearTimeout(cut));
  };
  process.on("SIGTERM", () => begin("SIGTERM"));
  process.on("SIGINT", () => begin("SIGINT"));
  if (process.send) process.on("disconnect", () => begin("launcher gone"));
}

/** Logs what nobody caught and leaves: the launcher starts a fresh process, which beats going on in an unknown state. */
export function dieOnUncaught(name: string): void {
  const die = (error: unknown) => {
    log().fatal({ err: error, process: name }, "uncaught error");
    process.exitCode = 1;
    setImmediate(() => process.exit(1));
  };
  process.on("uncaughtException", die);
  process.on("unhandledRejection", die);
}
