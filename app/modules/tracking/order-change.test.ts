import { describe, expect, it } from "vitest";
import { takesBack } from "./order-change";
import type { OrderFace } from "./order-report";

const face = (patch: Partial<OrderFace> = {}): OrderFace => ({
  status: "CONFIRMED",
  amountRupiah: 50_000n,
  refundedRupiah: 0n,
  ...patch,
});

describe("takesBack", () => {
  it("is a cancellation lifted, or a refund made smaller", () => {
    const reversed = face({ status: "REVERSED" });
    expect(takesBack({ before: reversed, after: face() })).toBe(true);
    expect(takesBack({ before: reversed, after: face({ status: "PENDING" }) })).toBe(true);
    expect(takesBack({ before: face({ refundedRupiah: 50_000n }), after: face() })).toBe(true);
    expect(
      takesBack({ before: face({ refundedRupiah: 20_000n }), after: face({ refundedRupiah: 19_999n }) }),
    ).toBe(true);
  });

  it("is no cancellation that comes, no refund that grows, no order that is new, no smaller amount", () => {
    expect(takesBack({ before: null, after: face() })).toBe(false);
    expect(takesBack({ before: face(), after: face({ status: "REVERSED" }) })).toBe(false);
    expect(takesBack({ before: face(), after: face({ refundedRupiah: 1n }) })).toBe(false);
    const whole = face({ refundedRupiah: 50_000n });
    expect(
      takesBack({ before: whole, after: face({ amountRupiah: 40_000n, refundedRupiah: 40_000n }) }),
    ).toBe(false);
    expect(takesBack({ before: face(), after: face({ amountRupiah: 10_000n }) })).toBe(false);
  });
});
