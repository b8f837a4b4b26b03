import { Agent, createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { queueCarrier } from "~/modules/tracking/click-carrier.server";
import { createRedirect, type Redirect, type RedirectOptions } from "~/modules/tracking/redirect.server";
import { FastPath } from "~/platform/http/fast-path.server";
import type { JobQueue } from "~/platform/queue.server";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** An HTTP server with nothing but the redirect behind it, by its fast path as by its ordinary one. */
export async function startRedirect({
  queue,
  ...options
}: Omit<RedirectOptions, "carrier"> & { queue: Pick<JobQueue, "add" | "getJobState"> }) {
  const redirect: Redirect = createRedirect({ carrier: queueCarrier(queue), ...options });
  const server = createServer((req, res) => redirect.handle(req, res));
  let quick = 0;
  const fastPath = new FastPath({
    server,
    prefix: "GET /r/",
    take(get, connection) {
      const isTaken = redirect.takeQuickly(get, connection);
      if (isTaken) quick += 1;
      return isTaken;
    },
  });
  await redirect.ready();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** @param headers with `Connection: close` the request goes by the ordinary path */
    get: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      ask(port, path, headers, method),
    /** Requests that the fast path has answered. */
    get quick() {
      return quick;
    },
    async stop() {
      server.closeAllConnections();
      fastPath.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await redirect.drain();
    },
  };
}

/** Asks on a connection of its own, without following redirects and without headers of its own, which `fetch` cannot. */
function ask(port: number, path: string, headers: Record<string, string>, method: string): Promise<Answer> {
  const agent = new Agent({ keepAlive: true });
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  }).finally(() => agent.destroy());
}

/** Tries until the check holds. @throws what the check threw last, after the patience has run out. */
export async function eventually<Result>(check: () => Promise<Result>, patienceMs = 5_000): Promise<Result> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
