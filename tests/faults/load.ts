import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const PHONE =
  "Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0 Mobile Safari/537.36 Instagram 331.0.0.37.90 Android (33/13; samsung)";
const CLICK_ID = /[?&]gaung_click=([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\./;

/** What the visitors saw. */
export type Seen = {
  /** Click ids of all 302 answers: each of them is promised to be counted. */
  promised: Set<string>;
  /** Answers of 307: sent on, not counted. */
  uncounted: number;
  /** Requests that got no answer: the connection was refused or broke. */
  unanswered: number;
  /** Any other answer. There should be none. */
  strange: Map<string, number>;
};

/** Visitors that click without pause until they are stopped; one whose server is gone tries again at once. */
export function startLoad(url: string, codes: readonly string[], visitors = 32) {
  const seen: Seen = { promised: new Set(), uncounted: 0, unanswered: 0, strange: new Map() };
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  let stopping = false;
  const visit = async (visitor: number) => {
    for (let click = visitor; !stopping; click += 1) {
      await once(new URL(`/r/${codes[click % codes.length]}`, url), agent, visitor, seen);
    }
  };
  const all = Promise.all(Array.from({ length: visitors }, (_, visitor) => visit(visitor)));
  return {
    seen,
    /** Resolves when so many more visitors were given a promise: whatever was killed is back. */
    async flowing(more = 200, patienceMs = 60_000): Promise<void> {
      const wanted = seen.promised.size + more;
      const deadline = Date.now() + patienceMs;
      while (seen.promised.size < wanted) {
        if (Date.now() > deadline) throw new Error(`visitors were not answered for ${patienceMs / 1000} s`);
        await sleep(20);
      }
    },
    async stop(): Promise<Seen> {
      stopping = true;
      await all;
      agent.destroy();
      return seen;
    },
  };
}

async function once(url: URL, agent: Agent, visitor: number, seen: Seen): Promise<void> {
  try {
    const { status, location } = await ask(url, agent, visitor);
    const id = CLICK_ID.exec(location);
    if (status === 302 && id) seen.promised.add(id.slice(1).join("-"));
    else if (status === 307) seen.uncounted += 1;
    else seen.strange.set(`${status} ${location}`, (seen.strange.get(`${status} ${location}`) ?? 0) + 1);
  } catch {
    // Refused or broken off: the server is being killed. It is counted, and nothing was promised.
    seen.unanswered += 1;
    await sleep(20);
  }
}

function ask(url: URL, agent: Agent, visitor: number): Promise<{ status: number; location: string }> {
  const headers = { "User-Agent": PHONE, "Accept-Language": `id-ID,x-${visitor}` };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      response.resume();
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? "" }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}
