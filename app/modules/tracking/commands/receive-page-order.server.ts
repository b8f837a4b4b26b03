import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockOrders } from "../internal/order-desk.server";
import { type LoadedStatement, loadOrders } from "../internal/order-record.server";
import { stateOf } from "../internal/settle-orders.server";
import { NO_EVIDENCE } from "../order-report";
import type { PageOrder } from "../page-order.schemas";
import { believed, isTold, lastWord, PAGE_SPEAKS_MS } from "../statements";
import { reportOrder } from "./report-order.server";

type Input = { institution: { id: string; regionId: string }; order: PageOrder };

/**
 * Takes an order from a page's script or picture: always pending, until an officer or a better source confirms it. The
 * same order again is the same order. Whoever calls may be anybody, so a page never moves an order of which a better
 * source has told: it may only add the click, soon after the order and with the same amount.
 * @throws AppError `invalid`; `conflict` where the order is known otherwise. No refusal tells what is known.
 */
export async function receivePageOrder(ctx: Ctx, { institution, order }: Input): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    await lockOrders(tx, institution.id);
    const [known] = await loadOrders(tx, {
      institutionId: institution.id,
      numberSpace: "ONLINE",
      orderId: order.id,
    });
    const now = ctx.clock.now();
    const told = known?.statements.filter((each) => !each.undone) ?? [];
    const amountRupiah = BigInt(order.amount);
    refuseStranger(told, amountRupiah, now);
    const own = lastWord(believed(told), "SCRIPT");
    const state = known && told.length > 0 ? stateOf(known).state : null;
    if (state && state.status !== "PENDING" && own) {
      // The page is only opened again: there is nothing that it could still add.
      if (own.amountRupiah !== amountRupiah || order.refunded) throw otherwise("settled");
      return;
    }
    const { refusal } = await reportOrder(inner, {
      ...{
        institution,
        channel: "OWN",
        source: "SCRIPT",
        orderId: order.id,
        status: "PENDING",
        amountRupiah,
      },
      refundedRupiah: order.refunded === undefined ? (own?.refundedRupiah ?? 0n) : BigInt(order.refunded),
      occurredAt: state?.occurredAt ?? now,
      reportedAt: now,
      items: [],
      evidence: { ...NO_EVIDENCE, couponCode: order.coupon ?? null, clickTokens: order.click ?? [] },
      buyer: { hash: null, returning: null },
      ...{ importId: null, importRow: null, note: "" },
    });
    if (refusal?.key === "tracking:error.refund") {
      const fields = { refunded: [{ key: "tracking:sources.error.refunded" }] };
      throw new AppError("invalid", "page names a refund above the amount", { fields });
    }
    if (refusal) throw otherwise(refusal.key);
  });
}

/** The fold does not hear such statements (`believed`); here the caller is told. */
function refuseStranger(told: readonly LoadedStatement[], amountRupiah: bigint, now: Date): void {
  const others = told.filter(isTold).filter(({ source }) => source !== "SCRIPT");
  if (others.length === 0) return;
  if (others.every((each) => each.amountRupiah !== amountRupiah)) throw otherwise("another amount");
  const times = others.flatMap(({ occurredAt }) => occurredAt?.getTime() ?? []);
  if (now.getTime() - Math.min(...times) > PAGE_SPEAKS_MS) throw otherwise("late");
}

function otherwise(why: string): AppError {
  return new AppError("conflict", `page's order is known otherwise: ${why}`, {
    message: { key: "tracking:sources.error.orderKnown" },
  });
}
