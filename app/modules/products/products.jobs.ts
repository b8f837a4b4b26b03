import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** A product is sold elsewhere than before: its links must follow. */
export const listingsChanged = defineJob("products.listingsChanged", z.object({ productId: z.uuid() }));
