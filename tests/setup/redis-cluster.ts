import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "../../scripts/lib/ports.mjs";
import type { TestRedis } from "./redis";

const MASTERS = 3;
const NODES = 2 * MASTERS;
/** How long a silent master is waited for, in ms, before a replica takes its place. */
const NODE_TIMEOUT_MS = 1_500;

type Node = { port: number; directory: string; process: ChildProcess | undefined };

function startNode(node: Node): void {
  const own = ["--port", String(node.port), "--bind", "127.0.0.1", "--dir", node.directory, "--save", ""];
  const durable = ["--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction"];
  const cluster = [
    ...["--cluster-enabled", "yes", "--cluster-config-file", "nodes.conf"],
    ...["--cluster-node-timeout", String(NODE_TIMEOUT_MS), "--cluster-port", String(node.port + 10_000)],
  ];
  node.process = spawn("redis-server", [...own, ...durable, ...cluster], { stdio: "ignore" });
}

async function ask(node: Node, command: string, ...words: string[]): Promise<unknown> {
  const client = new Redis(node.port, "127.0.0.1", { lazyConnect: true, retryStrategy: () => null });
  client.on("error", () => {}); // told by the rejected call below
  try {
    await client.connect();
    return await client.call(command, ...words);
  } finally {
    client.disconnect();
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
    if (await holds().catch(() => false)) return;
  }
  throw new Error(`the Redis Cluster: ${what} did not come about within half a minute`);
}

/** A port whose companion for the cluster's own talk, ten thousand above, exists. */
async function clusterPort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port < 55_000) return port;
  }
}

/**
 * Three masters with a replica each on loopback. `kill` kills the master that holds the clicks' queue with -9, so that
 * its replica takes over; `start` brings it back, as a replica of its successor.
 */
export async function startRedisCluster(): Promise<TestRedis> {
  const root = mkdtempSync(path.join(tmpdir(), "gaung-cluster-"));
  const nodes: Node[] = [];
  for (let index = 0; index < NODES; index += 1) {
    const directory = path.join(root, String(index));
    mkdirSync(directory);
    nodes.push({ port: await clusterPort(), directory, process: undefined });
  }
  const stop = async () => {
    for (const node of nodes) node.process?.kill("SIGKILL");
    await sleep(100);
    rmSync(root, { recursive: true, force: true });
  };
  const isWell = async (node: Node) =>
    String(await ask(node, "CLUSTER", "INFO")).includes("cluster_state:ok");
  try {
    for (const node of nodes) startNode(node);
    for (const node of nodes) await until("a node", async () => (await ask(node, "PING")) === "PONG");
    const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
    execFileSync(
      "redis-cli",
      ["--cluster", "create", ...addresses, "--cluster-replicas", "1", "--cluster-yes"],
      {
        stdio: "ignore",
      },
    );
    for (const node of nodes) await until("agreement", () => isWell(node));
  } catch (error) {
    await stop();
    throw error;
  }

  let killed: Node | undefined;
  const masterOfClicks = async (): Promise<Node> => {
    const alive = nodes.find((node) => node !== killed);
    if (!alive) throw new Error("no node is left");
    const slot = Number(await ask(alive, "CLUSTER", "KEYSLOT", "{gaung-clicks}"));
    const slots = (await ask(alive, "CLUSTER", "SLOTS")) as [number, number, [string, number]][];
    const range = slots.find(([from, to]) => from <= slot && slot <= to);
    const master = nodes.find(({ port }) => port === range?.[2][1]);
    if (!master) throw new Error(`nobody has slot ${slot}`);
    return master;
  };
  return {
    url: nodes.map(({ port }) => `redis://127.0.0.1:${port}`).join(","),
    stop,
    async kill() {
      killed = await masterOfClicks();
      const ended = new Promise((resolve) => killed?.process?.once("exit", resolve));
      killed.process?.kill("SIGKILL");
      await ended;
    },
    async start() {
      const back = killed;
      if (!back) return;
      startNode(back);
      killed = undefined;
      await until("the return of a node", () => isWell(back));
    },
    async wipe() {
      for (const node of nodes) {
        const role = (await ask(node, "ROLE")) as [string];
        if (role[0] === "master") await ask(node, "FLUSHALL");
      }
    },
  };
}
