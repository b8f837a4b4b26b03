import { describe, expect, it } from "vitest";
import { oneAhead } from "./one-ahead";

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

async function* pieces(told: string[], fail: number | null = null): AsyncGenerator<number> {
  for (let piece = 0; piece < 3; piece += 1) {
    if (piece === fail) throw new Error("made");
    told.push(`made ${piece}`);
    yield piece;
  }
}

describe("one ahead", () => {
  it("makes a piece while the one before is used, and uses them in order", async () => {
    const told: string[] = [];
    await oneAhead(pieces(told), async (piece) => {
      told.push(`begun ${piece}`);
      await soon();
      told.push(`used ${piece}`);
    });
    expect(told).toEqual([
      ...["made 0", "begun 0", "made 1", "used 0", "begun 1", "made 2", "used 1", "begun 2", "used 2"],
    ]);
  });

  it("waits for what is under way before it says that no piece could be made", async () => {
    const told: string[] = [];
    const work = oneAhead(pieces(told, 1), async () => {
      await soon();
      told.push("used");
    });
    await expect(work).rejects.toThrow("made");
    expect(told).toEqual(["made 0", "used"]);
  });

  it("stops at the piece that could not be used", async () => {
    const told: string[] = [];
    const work = oneAhead(pieces(told, 2), async (piece) => {
      await soon();
      if (piece === 0) throw new Error("used");
    });
    await expect(work).rejects.toThrow("used");
    expect(told).toEqual(["made 0", "made 1"]);
  });
});
