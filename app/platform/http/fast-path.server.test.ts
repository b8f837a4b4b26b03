import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { type FastConnection, FastPath, type Take } from "./fast-path.server";

const FOUND = "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n";

type Site = { server: Server; fastPath: FastPath; port: number; quick: number };
const sites: Site[] = [];
const clients: Client[] = [];

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  for (const { server, fastPath } of sites.splice(0)) {
    fastPath.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Node's server answers with the method, the address and the body; the fast path as the test says. */
async function start(take: Take, settings: Partial<Server> = {}, checkMs = 30_000): Promise<Site> {
  const server = createServer({ connectionsCheckingInterval: checkMs }, (request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => response.end(`node ${request.method} ${request.url} ${body}`));
  });
  Object.assign(server, settings);
  const site: Site = {
    server,
    port: 0,
    quick: 0,
    fastPath: new FastPath({
      server,
      prefix: "GET /r/",
      take(get, connection) {
        const isTaken = take(get, connection);
        if (isTaken) site.quick += 1;
        return isTaken;
      },
    }),
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.port = (server.address() as AddressInfo).port;
  sites.push(site);
  return site;
}

/** A connection of which every byte is known. */
class Client {
  text = "";
  isOver = false;

  private constructor(readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      this.text += chunk.toString("latin1");
    });
    socket.on("close", () => {
      this.isOver = true;
    });
    // A connection that the server cuts is what some tests wait for.
    socket.on("error", () => {});
  }

  static async to(site: Site, allowHalfOpen = false): Promise<Client> {
    const socket = connect({ port: site.port, host: "127.0.0.1", allowHalfOpen });
    await once(socket, "connect");
    const client = new Client(socket);
    clients.push(client);
    return client;
  }

  send(...texts: string[]): void {
    this.socket.write(texts.join(""), "latin1");
  }

  async until(check: () => boolean): Promise<void> {
    const deadline = Date.now() + 5_000;
    while (!check()) {
      if (Date.now() > deadline) throw new Error(`not seen in ${JSON.stringify(this.text)}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  untilSeen(...parts: string[]): Promise<void> {
    return this.until(() => parts.every((part) => this.text.includes(part)));
  }
}

const get = (url: string, ...headers: string[]) =>
  [`GET ${url} HTTP/1.1`, "Host: a", ...headers, "", ""].join("\r\n");

const atOnce: Take = (_get, connection) => {
  connection.answer(FOUND);
  return true;
};

/** Takes requests and keeps them until the test answers. */
function later() {
  const due: FastConnection[] = [];
  const take: Take = (_get, connection) => {
    due.push(connection);
    return true;
  };
  return { due, take };
}

/** A connection whose first request is taken and waits for its answer. */
async function waiting(allowHalfOpen = false) {
  const { due, take } = later();
  const site = await start(take);
  const client = await Client.to(site, allowHalfOpen);
  client.send(get("/r/a"));
  await client.until(() => due.length === 1);
  return { due, site, client };
}

const answers = (client: Client) => client.text.split("HTTP/1.1 ").slice(1);

it("answers plain requests, one after the other on a connection", async () => {
  const urls: string[] = [];
  const site = await start((request, connection) => {
    urls.push(request.url);
    return atOnce(request, connection);
  });
  const client = await Client.to(site);
  client.send(get("/r/a"));
  await client.until(() => client.text.endsWith("\r\n\r\n"));
  const date = /\r\nDate: ([^\r]+ GMT)\r\n/.exec(client.text)?.[1] ?? "";
  expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(5_000);
  expect(client.text.replace(date, "DATE")).toBe(
    `${FOUND}Date: DATE\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n`,
  );
  client.send(get("/r/b"));
  await client.until(() => answers(client).length === 2);
  expect(urls).toEqual(["/r/a", "/r/b"]);
});

it("knows the address at the other end", async () => {
  let peer: string | undefined;
  const site = await start((request, connection) => {
    peer = connection.peer;
    return atOnce(request, connection);
  });
  const client = await Client.to(site);
  client.send(get("/r/a"));
  await client.untilSeen("302 Found");
  expect(peer).toBe("127.0.0.1");
});

it.each([
  ["another prefix", [get("/p/kopi")], "node GET /p/kopi"],
  ["a body", ["POST /r/a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nkopi"], "node POST /r/a kopi"],
  ["a request that arrives in pieces", ["GET /r/", "a HTTP/1.1\r\nHo", "st: a\r\n\r\n"], "node GET /r/a"],
  ["the last request of its connection", [get("/r/a", "Connection: close")], "node GET /r/a"],
  ["nonsense", ["GET /r/a HTTP/1.1 x\r\nHost: a\r\n\r\n"], "400 Bad Request"],
  ["no host", ["GET /r/a HTTP/1.1\r\nAccept: */*\r\n\r\n"], "400 Bad Request"],
])("leaves to Node's server: %s", async (_, pieces, seen) => {
  const site = await start(atOnce);
  const client = await Client.to(site);
  for (const piece of pieces) {
    client.send(piece);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await client.untilSeen(seen);
  expect(answers(client)).toHaveLength(1);
  expect(site.quick).toBe(0);
});

it("leaves to Node's server what is not taken, and the connection from then on", async () => {
  const site = await start((request, connection) =>
    request.url === "/r/slow" ? false : atOnce(request, connection),
  );
  const client = await Client.to(site);
  for (const url of ["/r/a", "/r/slow", "/r/b"]) {
    client.send(get(url));
    const count = answers(client).length + 1;
    await client.until(() => answers(client).length === count && /(\r\n\r\n|\/r\/\w+ )$/.test(client.text));
  }
  expect(client.text).toContain("node GET /r/slow");
  expect(client.text).toContain("node GET /r/b");
  expect(site.quick).toBe(1);
});

it("keeps the order of requests that do not wait for their answers", async () => {
  const { due, client } = await waiting();
  client.send(get("/p/b"), get("/p/c").slice(0, 10));
  client.send(get("/p/c").slice(10));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(client.text).toBe("");
  due[0]?.answer(FOUND);
  await client.untilSeen("302 Found", "node GET /p/b", "node GET /p/c");
  expect(answers(client).map((answer) => answer.slice(0, 3))).toEqual(["302", "200", "200"]);
});

it("answers a request whose sender says at once that it is the last", async () => {
  const site = await start(atOnce);
  const client = await Client.to(site, true);
  client.socket.end(get("/r/a"));
  await client.until(() => client.isOver);
  expect(answers(client)).toHaveLength(1);
});

it.each([
  ["for Node's server", get("/p/a")],
  ["half of one", get("/r/a").slice(0, 20)],
])("ends a connection that ended with a request: %s", async (_, text) => {
  const site = await start(atOnce);
  const client = await Client.to(site, true);
  client.socket.end(text);
  await client.until(() => client.isOver);
  expect(site.quick).toBe(0);
});

it("answers the others of a turn when one of their connections is gone", async () => {
  const clients: Client[] = [];
  const site = await start((request, connection) => {
    if (request.url === "/r/0") connection.destroy();
    else connection.answer(FOUND.replace("/there", request.url));
    return true;
  });
  for (let at = 0; at < 20; at += 1) clients.push(await Client.to(site));
  for (const [at, client] of clients.entries()) client.send(get(`/r/${at}`));
  const [gone, ...others] = clients;
  await Promise.all(others.map((client, at) => client.untilSeen(`Location: /r/${at + 1}\r\n`)));
  await gone?.until(() => gone.isOver);
});

it("leaves it to Node's server to lose patience with half a request", async () => {
  const site = await start(atOnce, { headersTimeout: 100, requestTimeout: 200 }, 20);
  const client = await Client.to(site);
  client.send("GET /r/a HTTP/1.1\r\nHost: a\r\n");
  await client.untilSeen("408 Request Timeout");
  await client.until(() => client.isOver);
});

it("ends connections on which nothing comes", async () => {
  const site = await start(atOnce, { keepAliveTimeout: 1 });
  const client = await Client.to(site);
  await client.until(() => client.isOver);
  expect(client.text).toBe("");
});

it("keeps connections on which something comes", async () => {
  const site = await start(atOnce, { keepAliveTimeout: 1 });
  const client = await Client.to(site);
  for (let count = 1; count <= 6; count += 1) {
    client.send(get("/r/a"));
    await client.until(() => answers(client).length === count);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  expect(site.quick).toBe(6);
});

it("ends idle connections when it closes, and busy ones after their answers", async () => {
  const { due, take } = later();
  const site = await start(take);
  const [idle, busy] = [await Client.to(site), await Client.to(site)];
  busy.send(get("/r/a"));
  await busy.until(() => due.length === 1);
  due.shift()?.answer(FOUND);
  await busy.untilSeen("Connection: keep-alive");
  busy.send(get("/r/b"));
  await busy.until(() => due.length === 1);
  const closed = new Promise((resolve) => site.server.close(resolve));
  site.fastPath.close();
  await idle.until(() => idle.isOver);
  expect(busy.isOver).toBe(false);
  due[0]?.answer(FOUND);
  await busy.until(() => busy.isOver);
  expect(busy.text).toContain("Connection: close");
  await closed;
});

it("answers whoever says at once that nothing more will come", async () => {
  const { due, client } = await waiting(true);
  client.socket.end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  due[0]?.answer(FOUND);
  await client.until(() => client.isOver);
  expect(client.text).toContain("302 Found");
});

it("takes no harm from a visitor who is gone before the answer", async () => {
  const { due, site, client } = await waiting();
  client.socket.resetAndDestroy();
  await client.until(() => client.isOver);
  await new Promise((resolve) => setTimeout(resolve, 20));
  due[0]?.answer(FOUND);
  const next = await Client.to(site);
  next.send(get("/r/b"));
  await next.until(() => due.length === 2);
  due[1]?.answer(FOUND);
  await next.untilSeen("302 Found");
});

it("reads no more requests from one who reads no answers", async () => {
  const filler = `X-Filler: ${"x".repeat(1 << 20)}\r\n`;
  let taken = 0;
  const site = await start((_get, connection) => {
    taken += 1;
    connection.answer(FOUND + filler);
    return true;
  });
  const client = await Client.to(site);
  client.socket.pause();
  for (let count = 0; count < 40; count += 1) {
    client.send(get(`/r/${count}`));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(taken).toBeLessThan(20);
  client.socket.resume();
  await client.until(() => answers(client).length === 40);
});
