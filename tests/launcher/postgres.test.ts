import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "../../scripts/lib/ports.mjs";
import { Postgres } from "../../scripts/lib/postgres.mjs";
import { isAlive, processesIn } from "../../scripts/lib/processes.mjs";

const library = path.resolve(import.meta.dirname, "../../scripts/lib/postgres.mjs");

describe("the embedded PostgreSQL", () => {
  let directory: string;
  let made: string;
  let server: Postgres;

  // Making a cluster takes its time: once, to be copied by the tests that are not about making it.
  beforeAll(async () => {
    made = mkdtempSync(path.join(tmpdir(), "gaung-launcher-"));
    const maker = new Postgres({ directory: made, durable: false });
    await maker.start();
    await maker.stop();
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "gaung-launcher-"));
    server = new Postgres({ directory });
  });
  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const file = (name: string) => path.join(directory, name);
  const copyMade = () => {
    cpSync(made, directory, { recursive: true });
    chmodSync(file("data"), 0o700);
    rmSync(file("port"));
  };
  const answer = async () => (await server.query("SELECT 42 AS n")).rows[0].n;

  test("starts, keeps what was confirmed, and leaves nothing running", async () => {
    await server.start();
    const { port } = server;
    await server.ensureDatabase("gaung");
    const { rows } = await server.query(`SELECT current_setting('fsync') AS fsync,
      current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS listen,
      current_setting('unix_socket_directories') AS sockets`);
    expect(rows).toEqual([{ fsync: "on", commit: "on", listen: "127.0.0.1", sockets: "" }]);

    await server.stop();
    expect(processesIn(file("data"))).toEqual([]);

    await server.start();
    expect(server.port).toBe(port);
    expect((await server.query("SELECT 1 FROM pg_database WHERE datname = 'gaung'")).rowCount).toBe(1);
  });

  test("lets nobody in without the password, which only its owner can read", async () => {
    copyMade();
    await server.start();
    const client = new pg.Client({ host: "127.0.0.1", port: server.port, user: "gaung", password: "guess" });
    await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
    expect(statSync(file("password")).mode & 0o777).toBe(0o600);
  });

  test("comes back after kill -9 of the server", async () => {
    copyMade();
    await server.start();
    await server.query("CREATE TABLE kept AS SELECT 7 AS n");
    const gone = once(server, "exit");
    server.kill();
    await gone;
    await server.start();
    expect((await server.query("SELECT n FROM kept")).rows).toEqual([{ n: 7 }]);
  });

  test("keeps hold of the next server when news of the last one's end comes late", async () => {
    copyMade();
    await server.start();
    const { pid } = server;
    server.kill();
    while (isAlive(pid)); // without a turn of the event loop: nobody has been told yet
    await server.stop();
    await server.start();
    expect(isAlive(server.pid)).toBe(true);
    await server.stop();
    expect(processesIn(file("data"))).toEqual([]);
  });

  test("takes over the server of a launcher that was killed, and can stop it", async () => {
    copyMade();
    const launcher = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `const { Postgres } = await import(${JSON.stringify(library)});
       await new Postgres({ directory: ${JSON.stringify(directory)} }).start();
       process.kill(process.pid, "SIGKILL");`,
    ]);
    await once(launcher, "exit");
    await server.start();
    expect(server.adopted).toBe(true);
    expect(await answer()).toBe(42);
    const { pid } = server;
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test("starts although the lock file names a process that is somebody else", async () => {
    copyMade();
    await server.start();
    await server.stop();
    writeFileSync(file("data/postmaster.pid"), `${process.pid}\n${file("data")}\n1\n5432\n\n127.0.0.1\n`);
    await server.start();
    expect(await answer()).toBe(42);
  });

  test("makes the database anew when making it was interrupted", async () => {
    mkdirSync(file("data.unfinished-1/base"), { recursive: true });
    writeFileSync(file("data.unfinished-1/PG_VERSION"), "18\n");
    await server.start();
    expect(await answer()).toBe(42);
    expect(readdirSync(directory).filter((name) => name.startsWith("data."))).toEqual([]);
  });

  test("refuses the data of another PostgreSQL and leaves it alone", async () => {
    copyMade();
    await server.start();
    await server.stop();
    writeFileSync(file("data/PG_VERSION"), "15\n");
    await expect(server.start()).rejects.toMatchObject({
      message: expect.stringContaining("PostgreSQL 15"),
      advice: expect.stringContaining("pg_dump"),
    });
    expect(existsSync(file("data/global/pg_control"))).toBe(true);
  });

  test("refuses a folder that holds something else", async () => {
    mkdirSync(file("data"));
    writeFileSync(file("data/letter.txt"), "private");
    await expect(server.start()).rejects.toMatchObject({
      message: expect.stringContaining("not a PostgreSQL"),
    });
    expect(readFileSync(file("data/letter.txt"), "utf8")).toBe("private");
  });

  test("moves to a free port when its own is taken, and remembers it", async () => {
    copyMade();
    const taken = await freePort();
    writeFileSync(file("port"), `${taken}\n`);
    const other = createServer().listen(taken, "127.0.0.1");
    await once(other, "listening");
    await server.start();
    expect(server.port).not.toBe(taken);
    other.close();
    expect(readFileSync(file("port"), "utf8").trim()).toBe(String(server.port));
  });

  test("sets a new password when the file with it is lost", async () => {
    copyMade();
    await server.start();
    await server.stop();
    rmSync(file("password"));
    await server.start();
    expect(await answer()).toBe(42);
  });
});
