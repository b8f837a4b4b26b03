import type { Server } from "node:http";
import type { Socket } from "node:net";
import { type PlainGet, readPlainGet } from "./plain-get";

/** @returns whether it answers the request, now or later; else Node's server gets it. */
export type Take = (get: PlainGet, connection: FastConnection) => boolean;

export type FastPathOptions = {
  server: Server;
  take: Take;
  /** Only requests that begin so are looked at, e.g. `GET /r/`. */
  prefix: string;
};

type ServeConnection = (this: Server, socket: Socket) => void;

/** An idle connection is kept a moment longer than was said, for a request that is on its way. */
const GRACE_MS = 1_000;
const SWEEP_MS = 500;

/**
 * Stands before Node's HTTP server and answers plain GET requests of one prefix itself. Node makes two streams and some
 * twenty objects a request, most of what a redirect costs; here a request is a text and its answer is one.
 *
 * It never decides what HTTP is: at the first request that is not of the plainest form, or that `take` does not want,
 * the connection and what was read from it go to Node's server for good (node:http documents handing it connections by
 * its `connection` event). So limits, errors, bodies and everything rare are Node's.
 */
export class FastPath {
  readonly #connections = new Set<FastConnection>();
  readonly #serve: ServeConnection;
  readonly #sweeper: NodeJS.Timeout;
  #closing = false;

  constructor(private readonly options: FastPathOptions) {
    const { server } = options;
    const [serve, ...others] = server.listeners("connection");
    if (!serve || others.length > 0)
      throw new Error("the server's own listener for connections was expected");
    this.#serve = serve as ServeConnection;
    server.removeListener("connection", this.#serve);
    server.on("connection", (socket: Socket) => this.#accept(socket));
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS).unref();
    server.once("close", () => clearInterval(this.#sweeper));
  }

  /** Ends connections without a request at once, and the others after their answers. */
  close(): void {
    this.#closing = true;
    for (const connection of this.#connections) connection.end();
  }

  /** Ends all connections now. */
  destroy(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  /** A timer for each connection would have to be set anew at every request and every answer. */
  #sweep(): void {
    const { keepAliveTimeout } = this.options.server;
    for (const connection of this.#connections) {
      connection.idleMs += SWEEP_MS;
      if (connection.idleMs > keepAliveTimeout + GRACE_MS) connection.destroy();
    }
  }

  #accept(socket: Socket): void {
    const { server, take, prefix } = this.options;
    const connection = new FastConnection(socket, {
      prefix,
      take,
      keepAliveMs: server.keepAliveTimeout,
      isClosing: () => this.#closing,
      handOver: (chunk) => {
        this.#connections.delete(connection);
        this.#handOver(socket, chunk);
      },
      gone: () => this.#connections.delete(connection),
    });
    this.#connections.add(connection);
  }

  #handOver(socket: Socket, chunk: Buffer): void {
    socket.pause();
    socket.unshift(chunk);
    this.#serve.call(this.options.server, socket);
    process.nextTick(() => socket.resume());
  }
}

type Ways = {
  prefix: string;
  take: Take;
  /** How long an idle connection is kept. */
  keepAliveMs: number;
  isClosing(): boolean;
  handOver(chunk: Buffer): void;
  gone(): void;
};

const CLOSE = "Connection: close";

/** A connection that has had none but plain requests so far, one at a time. */
export class FastConnection {
  /** The address at the other end. */
  readonly peer: string | undefined;
  /** For how long nothing has come and nothing was answered, as its keeper counts. */
  idleMs = 0;
  readonly #keep: string;
  #isBusy = false;
  /** What came while an answer was due. */
  #early: Buffer[] = [];

  constructor(
    private readonly socket: Socket,
    private readonly ways: Ways,
  ) {
    this.peer = socket.remoteAddress;
    this.#keep = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(ways.keepAliveMs / 1_000)}`;
    socket.on("data", this.#onData);
    socket.on("end", this.#onEnd);
    socket.on("error", this.#onError);
    socket.on("close", this.#onClose);
    socket.on("drain", this.#onDrain);
  }

  /**
   * Answers the request that was taken.
   * @param head the status line and headers, each with CR LF, in ASCII; there is no body, so it says
   *   `Content-Length: 0`. Date and what becomes of the connection are added.
   */
  answer(head: string): void {
    const { socket, ways } = this;
    this.#isBusy = false;
    this.idleMs = 0;
    if (socket.destroyed) return;
    const last = ways.isClosing();
    const text = `${head}Date: ${httpDate()}\r\n${last ? CLOSE : this.#keep}\r\n\r\n`;
    const isTaken = socket.write(text, "latin1");
    if (last || socket.readableEnded) this.end();
    // Whoever sends requests and reads no answers must not fill our memory.
    else if (!isTaken) socket.pause();
    else this.#goOn();
  }

  /** Ends the connection, after the answer that is due. */
  end(): void {
    if (!this.#isBusy) this.socket.destroySoon();
  }

  destroy(): void {
    this.socket.destroy();
  }

  readonly #onData = (chunk: Buffer) => {
    this.idleMs = 0;
    if (this.#isBusy || this.socket.writableNeedDrain) {
      this.socket.pause();
      this.#early.push(chunk);
      return;
    }
    const { prefix, take } = this.ways;
    const text = chunk.toString("latin1");
    const get = text.startsWith(prefix) ? readPlainGet(text) : null;
    // Before it is taken: it may be answered at once.
    this.#isBusy = get !== null;
    if (get && take(get, this)) return;
    this.#isBusy = false;
    this.#handOver(chunk);
  };

  /** What came early may be two requests or half of one: for Node's parser. */
  #goOn(): void {
    if (this.#early.length > 0) this.#handOver(Buffer.concat(this.#early.splice(0)));
  }

  readonly #onDrain = () => {
    if (this.#isBusy) return;
    if (this.#early.length > 0) this.#goOn();
    else this.socket.resume();
  };

  readonly #onEnd = () => this.end();
  // A visitor who is gone is nothing to tell of; `close` follows.
  readonly #onError = () => {};
  readonly #onClose = () => this.ways.gone();

  #handOver(chunk: Buffer): void {
    const { socket } = this;
    socket.off("data", this.#onData);
    socket.off("end", this.#onEnd);
    socket.off("error", this.#onError);
    socket.off("close", this.#onClose);
    socket.off("drain", this.#onDrain);
    this.ways.handOver(chunk);
  }
}

let dateSecond = -1;
let dateText = "";

/** The date as HTTP writes it (RFC 9110, section 5.6.7), made once a second. */
function httpDate(): string {
  const second = Math.floor(Date.now() / 1_000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(second * 1_000).toUTCString();
  }
  return dateText;
}
