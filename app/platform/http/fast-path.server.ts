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
  /** Connections on which something came in this turn of the event loop. */
  #arrived: FastConnection[] = [];
  #tail = "";
  #tailSecond = -1;

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
    this.#tailSecond = -1;
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
    const { take, prefix } = this.options;
    const connection = new FastConnection(socket, {
      prefix,
      take,
      tail: () => this.#lastHeaders(),
      isClosing: () => this.#closing,
      arrived: () => this.#collect(connection),
      handOver: (chunk) => {
        this.#connections.delete(connection);
        this.#handOver(socket, chunk);
      },
      gone: () => this.#connections.delete(connection),
    });
    this.#connections.add(connection);
  }

  /**
   * Requests are read when all have come that come in this turn: one after the other takes less time, because
   * the same code runs again before the kernel's has taken its place in the processor's caches.
   */
  #collect(connection: FastConnection): void {
    if (this.#arrived.length === 0) setImmediate(this.#readAll);
    this.#arrived.push(connection);
  }

  /** The date (RFC 9110, section 5.6.7) and what becomes of the connection, made once a second. */
  #lastHeaders(): string {
    const second = Math.floor(Date.now() / 1_000);
    if (second !== this.#tailSecond) {
      const keep = `keep-alive\r\nKeep-Alive: timeout=${Math.floor(this.options.server.keepAliveTimeout / 1_000)}`;
      const date = new Date(second * 1_000).toUTCString();
      this.#tail = `Date: ${date}\r\nConnection: ${this.#closing ? "close" : keep}\r\n\r\n`;
      this.#tailSecond = second;
    }
    return this.#tail;
  }

  readonly #readAll = () => {
    const arrived = this.#arrived;
    this.#arrived = [];
    for (const connection of arrived) connection.read();
  };

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
  /** The last headers of an answer, with the empty line after them. */
  tail(): string;
  isClosing(): boolean;
  /** Something came: `read` is to be called soon. */
  arrived(): void;
  handOver(chunk: Buffer): void;
  gone(): void;
};

/** A connection that has had none but plain requests so far, one at a time. */
export class FastConnection {
  /** The address at the other end. */
  readonly peer: string | undefined;
  /** For how long nothing has come and nothing was answered, as its keeper counts. */
  idleMs = 0;
  /** What came first, a character a byte; it is not read yet. */
  #text: string | null = null;
  /** Whether the answer of a request is due that was taken. */
  #isBusy = false;
  /** What came while an answer was due. */
  #early: Buffer[] = [];

  constructor(
    private readonly socket: Socket,
    private readonly ways: Ways,
  ) {
    this.peer = socket.remoteAddress;
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
    const isTaken = socket.write(head + ways.tail(), "latin1");
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
    this.#isBusy = true;
    this.#text = chunk.toString("latin1");
    this.ways.arrived();
  };

  /** Reads what came: a request to take, or something for Node's server. */
  read(): void {
    const text = this.#text;
    this.#text = null;
    if (text === null || this.socket.destroyed) return;
    const { prefix, take } = this.ways;
    const get = text.startsWith(prefix) ? readPlainGet(text) : null;
    if (get && take(get, this)) return;
    this.#isBusy = false;
    this.#early.unshift(Buffer.from(text, "latin1"));
    // Into a stream that has ended nothing can be put back (`unshift` throws).
    if (this.socket.readableEnded) this.end();
    else this.#goOn();
  }

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
