import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deltaFor, lineFor, moveOf } from "./conversion";
import { CONVERSION_STATUSES, type ConversionStatus } from "./order-report";

const ORDER = { amountRupiah: 50_000n, commissionRupiah: 5_000n };

describe("moveOf", () => {
  it("goes forward only", () => {
    const table = CONVERSION_STATUSES.map((from) => CONVERSION_STATUSES.map((to) => moveOf(from, to)));
    expect(table).toEqual([
      ["same", "forward", "forward"],
      ["refused", "same", "forward"],
      ["refused", "refused", "same"],
    ]);
  });
});

describe("ledger lines", () => {
  it("bring the order in, confirm it without changing its worth, and take it back", () => {
    expect(lineFor(null, "PENDING", ORDER)).toEqual(ORDER);
    expect(lineFor("PENDING", "CONFIRMED", ORDER)).toEqual({ amountRupiah: 0n, commissionRupiah: 0n });
    expect(lineFor("CONFIRMED", "REVERSED", ORDER)).toEqual({
      amountRupiah: -50_000n,
      commissionRupiah: -5_000n,
    });
    expect(lineFor(null, "REVERSED", ORDER)).toEqual({ amountRupiah: 0n, commissionRupiah: 0n });
  });

  it("and their rollups add up to the last state, whatever the way there", () => {
    const path = fc
      .uniqueArray(fc.constantFrom(...CONVERSION_STATUSES), { minLength: 1 })
      .map((states) =>
        [...states].sort((a, b) => CONVERSION_STATUSES.indexOf(a) - CONVERSION_STATUSES.indexOf(b)),
      );
    fc.assert(
      fc.property(path, fc.bigInt({ min: 1n, max: 10n ** 12n }), (states, amountRupiah) => {
        const order = { amountRupiah, commissionRupiah: amountRupiah / 10n };
        const total = {
          count: 0,
          confirmed: 0,
          reversed: 0,
          valueRupiah: 0n,
          commissionRupiah: 0n,
          lines: 0n,
        };
        let from: ConversionStatus | null = null;
        for (const to of states) {
          const delta = deltaFor(from, to, order);
          total.count += delta.count;
          total.confirmed += delta.confirmed;
          total.reversed += delta.reversed;
          total.valueRupiah += delta.valueRupiah;
          total.commissionRupiah += delta.commissionRupiah;
          total.lines += lineFor(from, to, order).amountRupiah;
          from = to;
        }
        const live = from !== "REVERSED";
        expect(total).toEqual({
          count: live ? 1 : 0,
          confirmed: from === "CONFIRMED" ? 1 : 0,
          reversed: live ? 0 : 1,
          valueRupiah: live ? amountRupiah : 0n,
          commissionRupiah: live ? amountRupiah / 10n : 0n,
          lines: live ? amountRupiah : 0n,
        });
      }),
    );
  });
});
