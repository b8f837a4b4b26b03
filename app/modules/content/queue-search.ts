import { z } from "zod";
import { platformSchema } from "~/modules/creators/platforms";
import { QUEUE_GROUPS } from "./content.schemas";

const groupSchema = z.enum(QUEUE_GROUPS).catch("all");
const platformFilter = platformSchema.optional().catch(undefined);

/** Reads the queue's filters from its address; what is unknown there filters nothing. */
export function readQueueSearch(params: URLSearchParams) {
  return {
    group: groupSchema.parse(params.get("group")),
    platform: platformFilter.parse(params.get("platform") || undefined),
    search: params.get("q")?.trim().slice(0, 80) || undefined,
    cursor: params.get("cursor"),
  };
}

export type QueueSearch = ReturnType<typeof readQueueSearch>;
