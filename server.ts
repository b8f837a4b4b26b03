import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import { newId } from "~/kernel/id";
import { REQUEST_ID_HEADER } from "~/modules/identity/request-context.server";
import { CarrierThread } from "~/modules/tracking/carrier-thread.server";
import { queueCarrier } from "~/modules/tracking/click-carrier.server";
import { createRedirect } from "~/modules/tracking/redirect.server";
import { db, disconnectDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { giveClientKey } from "~/platform/http/client.server";
import { refuseCrossSite } from "~/platform/http/csrf.server";
import { FastPath } from "~/platform/http/fast-path.server";
import { observe, serveMetrics } from "~/platform/http/observe.server";
import { giveNonce, resourcePolicy, securityHeaders } from "~/platform/http/security.server";
import { dieOnUncaught, stopOnSignal } from "~/platform/lifecycle.server";
import { log } from "~/platform/log.server";
import { startMetrics } from "~/platform/metrics.server";
import { openQueue } from "~/platform/queue.server";
import { readiness } from "~/platform/readiness.server";

/*
 * The HTTP entry. /r/* goes straight to tracking, before express and Remix, and where it is plain before Node's HTTP
 * server too, because it is the one address whose speed counts; everything else passes the ordinary middleware.
 */

const CLOSE_LIMIT_MS = 10_000;

dieOnUncaught("web");
const settings = env();
const queues = {
  clicks: openQueue("clicks", 2),
  default: openQueue("default", 2),
  imports: openQueue("imports", 1),
};
// Built, the web process has a thread beside it that takes clicks to the queue; in development there is no file for it.
const here = path.dirname(fileURLToPath(import.meta.url));
const thread =
  settings.NODE_ENV === "development"
    ? null
    : new CarrierThread({ start: () => new Worker(path.resolve(here, "carrier.js")), log: log() });
const redirect = createRedirect({ carrier: thread ?? queueCarrier(queues.clicks) });
startMetrics(queues);

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", settings.TRUST_PROXY);

app.get("/healthz", (_req, res) => {
  res.set("Cache-Control", "no-store").json({ status: "ok" });
});
app.get("/readyz", async (_req, res) => {
  const state = await readiness(db(), queues.default, redirect.trouble());
  res
    .set("Cache-Control", "no-store")
    .status(state.ready ? 200 : 503)
    .json(state);
});
app.get("/metrics", serveMetrics);

app.use((req, res, next) => {
  const requestId = newId();
  req.headers[REQUEST_ID_HEADER] = requestId;
  res.setHeader(REQUEST_ID_HEADER, requestId);
  next();
});
app.use(observe, giveClientKey);
app.use(giveNonce, securityHeaders(), resourcePolicy, compression());
await serveRemix(app);

async function serveRemix(target: Express): Promise<void> {
  const getLoadContext = (_req: express.Request, res: express.Response) => ({
    cspNonce: res.locals.cspNonce as string,
  });
  if (settings.NODE_ENV === "development") {
    const vite = await import("vite").then(({ createServer }) =>
      createServer({ server: { middlewareMode: true } }),
    );
    target.use(vite.middlewares);
    target.use(refuseCrossSite);
    const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
    target.all("*", createRequestHandler({ build, getLoadContext, mode: "development" }));
    return;
  }
  const client = path.resolve(here, "../client");
  const immutable = { immutable: true, maxAge: "1y", fallthrough: false } as const;
  target.use("/assets", express.static(path.join(client, "assets"), immutable));
  target.use(express.static(client, { maxAge: "1h" }));
  target.use(refuseCrossSite);
  // A path in a variable: the bundler must leave Remix's own build alone.
  const buildFile = path.resolve(here, "../server/index.js");
  const build = (await import(buildFile)) as ServerBuild;
  target.all("*", createRequestHandler({ build, getLoadContext, mode: "production" }));
}

const server = createServer((req, res) => {
  const url = req.url ?? "/";
  if (url.startsWith("/r/")) redirect.handle(req, res);
  else app(req, res);
});
server.keepAliveTimeout = 65_000;
const fastPath = new FastPath({ server, prefix: "GET /r/", take: redirect.takeQuickly });

server.on("error", (error: NodeJS.ErrnoException) => {
  const taken = error.code === "EADDRINUSE";
  log().fatal(
    { err: error },
    taken ? `port ${settings.PORT} is taken: set PORT to another` : "the server failed",
  );
  process.exit(taken ? 98 : 1);
});

await redirect.ready();
thread?.start();
server.listen(settings.PORT, settings.HOST, () => {
  log().info({ address: server.address(), publicUrl: settings.PUBLIC_URL }, "web is listening");
  process.send?.({ type: "listening", port: settings.PORT });
});

stopOnSignal("web", async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  fastPath.close();
  const cut = setTimeout(() => {
    server.closeAllConnections();
    fastPath.destroy();
  }, CLOSE_LIMIT_MS);
  await closed;
  clearTimeout(cut);
  await redirect.drain();
  await Promise.all([
    thread?.close(),
    ...Object.values(queues).map((queue) => queue.close()),
    disconnectDb(),
  ]);
});
