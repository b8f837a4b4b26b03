import type { Ctx } from "~/platform/context.server";
import type { Resolve } from "~/platform/http/outside.server";
import { restMs } from "../health-schedule";
import {
  dueAddresses,
  leaseHost,
  recordVisit,
  registerAddresses,
  releaseHost,
} from "../internal/health-rows.server";
import { type Visit, Visitor } from "../internal/visit.server";

export type CheckSettings = {
  /** How names are looked up; the system's way unless told otherwise. */
  resolve?: Resolve;
  /** Between two requests to one host, in ms. */
  gapMs?: number;
  /** From 0 to 1. */
  chance?: () => number;
  /** After so long no further address is begun; the rest has its turn in the next run. */
  budgetMs?: number;
};

/** Hosts asked at the same time; each gets one request at a time. */
const HOSTS_AT_ONCE = 8;
const GAP_MS = 3_000;
const BUDGET_MS = 8 * 60_000;
/** What a host can be asked within the budget, and what all can. */
const MOST_DUE = { perHost: BUDGET_MS / GAP_MS, inAll: 1_000 };

type Run = Required<Omit<CheckSettings, "resolve">> & { visitor: Visitor; endsAt: number; checked: number };

/**
 * Looks at the outside addresses whose turn it is: every listing of a product on offer, and wherever an open link
 * leads. What changed is recorded, and the Lapas told by a job. Hosts that refuse are left alone for as long as they
 * ask. Repeated hourly; each address has its turn once a day, unless its host has more than can be asked (README).
 */
export async function checkDestinations(
  ctx: Ctx,
  _input: Record<never, never> = {},
  settings: CheckSettings = {},
): Promise<{ checked: number }> {
  await registerAddresses(ctx);
  const due = await dueAddresses(ctx, MOST_DUE);
  const { resolve, gapMs = GAP_MS, chance = Math.random, budgetMs = BUDGET_MS } = settings;
  const run: Run = {
    ...{ gapMs, chance, budgetMs, checked: 0 },
    visitor: new Visitor(resolve),
    endsAt: performance.now() + budgetMs,
  };
  // The quick ones first: hosts with a single address must not wait for those that take all the time there is.
  const hosts = [...groupByHost(due)].sort(([, a], [, b]) => a.length - b.length);
  const take = async (): Promise<void> => {
    for (let next = hosts.shift(); next; next = hosts.shift()) {
      await checkHost(ctx, run, next[0], next[1]);
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, take));
  return { checked: run.checked };
}

function groupByHost(due: readonly { url: string; host: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { url, host } of due) groups.set(host, [...(groups.get(host) ?? []), url]);
  return groups;
}

/** One host's addresses, one after the other, until it wants to be left alone or time is up. */
async function checkHost(ctx: Ctx, run: Run, host: string, urls: readonly string[]): Promise<void> {
  const strikes = await leaseHost(ctx, host, run.budgetMs);
  if (strikes === null) return;
  let restsUntil: Date | null = null;
  try {
    for (const [index, url] of urls.entries()) {
      if (performance.now() > run.endsAt) break;
      if (index > 0) await pause(run.gapMs * (0.5 + run.chance()));
      const { finding, refused } = await visit(ctx, run.visitor, url);
      run.checked += 1;
      if (refused) restsUntil = later(ctx.clock.now(), restMs(refused.retryAfter, strikes, ctx.clock.now()));
      await recordVisit(ctx, url, finding, run.chance(), restsUntil);
      if (restsUntil) break;
    }
  } finally {
    await releaseHost(ctx, host, restsUntil);
  }
}

/** A page that we fail to judge says nothing of itself, and keeps no other from its turn. */
async function visit(ctx: Ctx, visitor: Visitor, url: string): Promise<Visit> {
  try {
    return await visitor.visit(url);
  } catch (error) {
    ctx.log.error({ err: error, url }, "an address could not be judged");
    return {
      finding: { outcome: "UNSURE", reason: "own-error", httpStatus: null, finalUrl: null },
      refused: null,
    };
  }
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
