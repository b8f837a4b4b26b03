import { describe, expect, it } from "vitest";
import { AGENT_NOT_KEPT } from "~/modules/tracking/internal/agent-book.server";
import { Dictionary } from "~/modules/tracking/internal/dictionary.server";
import { useDatabase } from "../../setup/database";

const database = useDatabase();

describe("Dictionary", () => {
  it("notes each day that the row for all that found no room is in use, so that the sweep leaves it", async () => {
    const book = new Dictionary({
      ...{ table: "user_agent", column: "agent", rest: AGENT_NOT_KEPT },
      ...{ newADay: 0, remembered: 10, tell: () => null },
    });
    const [first] = await book.entries(["one"], "2026-11-10");
    const [second] = await book.entries(["another"], "2026-11-18");
    expect(second?.id).toBe(first?.id);
    const row = await database.db.userAgent.findUniqueOrThrow({ where: { agent: AGENT_NOT_KEPT } });
    expect(row).toMatchObject({ id: first?.id, lastSeenOn: new Date("2026-11-18") });
  });
});
