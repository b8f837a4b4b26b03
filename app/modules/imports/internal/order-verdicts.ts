import { takesBack } from "~/modules/tracking/order-change";
import type { ReportedOrder } from "~/modules/tracking/order-report";
import { orderChange } from "../row-change";
import type { Verdict } from "./stage-rows.server";

/** Reason of a row whose order only gains evidence. */
export const ADDS_EVIDENCE = "evidence";

export type OrderVerdict = Required<Pick<Verdict, "outcome" | "reason" | "change">>;

/**
 * What becomes of an order's rows by what telling of it does, or would do.
 * @param adds this source has not told of the order before: where worth and credit stay, its evidence is new
 */
export function judgeOrder({ change, faces, reason }: ReportedOrder, adds: boolean): OrderVerdict {
  switch (change) {
    case "created":
      return { outcome: "NEW", reason, change: null };
    case "refused":
      return { outcome: "REFUSED", reason, change: null };
    case "kept":
      return { outcome: "SKIPPED", reason: "known", change: orderChange(faces) };
    case "unchanged":
      return adds
        ? { outcome: "UPDATED", reason: ADDS_EVIDENCE, change: null }
        : { outcome: "UNCHANGED", reason, change: null };
    case "updated": {
      const moved = orderChange(faces);
      const outcome = faces && takesBack(faces) ? "BACKWARD" : "UPDATED";
      return { outcome, reason: moved ? null : "credit", change: moved };
    }
  }
}
