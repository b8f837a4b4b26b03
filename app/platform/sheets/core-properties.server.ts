import { SheetError } from "./sheet";
import type { Archive } from "./xlsx-archive.server";
import { readXml } from "./xml.server";

const PART = "docProps/core.xml";
const MOST_BYTES = 64 * 1024;
const TIMES = new Set(["created", "modified"]);

/**
 * When a workbook says that it was made and last saved. Anybody may have written that, and some programs write the
 * same day into every file: whoever uses it has to ask whether it can be. A workbook whose properties cannot be read
 * says nothing; its table is read all the same.
 */
export async function savedTimes(archive: Archive): Promise<Date[]> {
  if (!archive.has(PART)) return [];
  const found: Date[] = [];
  let within = false;
  let value = "";
  try {
    await readXml(
      await archive.open(PART),
      {
        open(name) {
          within = TIMES.has(name);
          value = "";
        },
        text(piece) {
          if (within && value.length < 100) value += piece;
        },
        close(name) {
          if (!TIMES.has(name)) return;
          within = false;
          const time = new Date(value.trim());
          if (!Number.isNaN(time.getTime())) found.push(time);
        },
      },
      MOST_BYTES,
    );
  } catch (error) {
    if (error instanceof SheetError) return [];
    throw error;
  }
  return found;
}
