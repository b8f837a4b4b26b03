import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import net from "node:net";

/** True when this process could listen on the port now. Without a host: on all addresses, as the web server does. */
export function isPortFree(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port that is free at this moment, chosen by the system. */
export function freePort(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Who listens on the port, such as "node (process 123)"; "" where the system does not tell. */
export function portHolder(port) {
  if (process.platform !== "linux") return "";
  try {
    const inode = listeningInode(port);
    if (!inode) return "";
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      if (holdsSocket(pid, inode)) {
        return `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
      }
    }
  } catch {
    // Only a courtesy in an error message: without access to /proc the message simply does not name anybody.
  }
  return "";
}

function listeningInode(port) {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readFileSync(table, "utf8").split("\n").slice(1)) {
      const columns = line.trim().split(/\s+/);
      if (columns[1]?.endsWith(wanted) && columns[3] === "0A") return columns[9];
    }
  }
  return null;
}

function holdsSocket(pid, inode) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(
      (fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`,
    );
  } catch {
    return false; // another user's process, or one that ended meanwhile
  }
}
