import { describe, expect, test } from "vitest";

type Messages = { [key: string]: string | Messages };
type File = { default: Messages };

const indonesian = import.meta.glob<File>("../../app/**/messages/id.ts", { eager: true });
const english = import.meta.glob<File>("../../app/**/messages/en.ts", { eager: true });

/** "a.b.c" to its text. Plural forms differ between the languages, so they count as one key. */
function texts(messages: Messages, prefix = ""): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value !== "string") {
      for (const [inner, list] of texts(value, `${prefix}${key}.`)) found.set(inner, list);
      continue;
    }
    const name = prefix + key.replace(/_(zero|one|two|few|many|other)$/, "");
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

const placeholders = (list: string[]) =>
  [
    ...new Set(list.flatMap((text) => [...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1] ?? ""))),
  ].sort();

describe("messages", () => {
  test("are found", () => {
    expect(Object.keys(indonesian).length).toBeGreaterThan(5);
  });

  describe.each(Object.keys(indonesian))("%s", (file) => {
    const id = texts(indonesian[file]?.default ?? {});
    const en = texts(english[file.replace(/id\.ts$/, "en.ts")]?.default ?? {});

    test("has the same keys in English", () => {
      expect([...en.keys()].sort()).toEqual([...id.keys()].sort());
    });

    test("has a text for every key", () => {
      const empty = [...id, ...en].filter(([, list]) => list.some((text) => text.trim() === ""));
      expect(empty.map(([key]) => key)).toEqual([]);
    });

    test("fills in the same values in both languages", () => {
      const different = [...id]
        .filter(([key, list]) => placeholders(list).join() !== placeholders(en.get(key) ?? []).join())
        .map(([key]) => key);
      expect(different).toEqual([]);
    });
  });
});
