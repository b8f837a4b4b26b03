import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import type { Ctx } from "~/platform/context.server";

/** How long daily figures may lag behind the hourly ones when little comes, in ms. */
const EVERY_MS = 750;

export type Folding = { close(): Promise<void> };

/**
 * Folds what batches left into the daily rollups, a little more than once a second. A loop of its own and no repeated job: a job a
 * second would cost more than the folding. Every worker runs it; they keep out of each other's way.
 */
export function startFolding(context: () => Ctx): Folding {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: () => void = () => {};

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, ms);
    });

  const run = async () => {
    let before = 0;
    while (!closed) {
      const began = Date.now();
      const ctx = context();
      let more = false;
      try {
        more = (await foldClicks(ctx)).more;
      } catch (error) {
        ctx.log.error({ err: error }, "daily figures could not be brought up to date; it is tried again");
      }
      if (more || closed) continue;
      const worked = Date.now() - began;
      // It rests at least as long as it worked: the batches come first. Not so after a round that wrote sketches
      // too, which is long and alone among shorter ones: figures must not age.
      await rest(Math.max(EVERY_MS - worked, Math.min(worked, before)));
      before = worked;
    }
  };

  const running = run();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      wake();
      await running;
      const ctx = context();
      try {
        while ((await foldClicks(ctx, { last: true })).more);
      } catch (error) {
        ctx.log.error(
          { err: error },
          "daily figures could not be brought up to date; the next worker does it",
        );
      }
    },
  };
}
