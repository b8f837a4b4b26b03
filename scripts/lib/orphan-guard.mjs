// Loaded before the web process and the worker (node --import). They are stopped by their launcher; where that is
// killed, the closed channel tells them, and they drain and end by themselves instead of living on unseen.
const PATIENCE_MS = 20_000;

if (process.channel) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
