import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { SheetError } from "./sheet";

export type XmlEvents = {
  /** Names come without their prefix; `attribute` gives a value by its name, likewise without prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
};

/** Markup without an event for so many characters is one endless text or tag. */
const MAX_SILENCE = 4 * 1024 * 1024;
const MAX_DEPTH = 64;

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Feeds a part of a workbook through a parser, piece by piece; the generator yields after each piece, so that rows can
 * be handed on. A document type (and with it every entity of its own) is refused.
 * @throws SheetError
 */
export async function* streamXml(
  source: Readable,
  events: XmlEvents,
): AsyncGenerator<number, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder("utf-8");
  let silent = 0;
  let depth = 0;
  parser.on("doctype", () => {
    throw new SheetError("entities", "part has a document type");
  });
  parser.on("error", (cause) => {
    throw new SheetError(/entity/i.test(cause.message) ? "entities" : "broken", "part is not well-formed");
  });
  parser.on("opentag", (tag) => {
    silent = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new SheetError("bomb", "tags nested too deeply");
    const attributes = tag.attributes as Record<string, string>;
    events.open(bare(tag.name), (name) => attributes[name] ?? prefixed(attributes, name));
  });
  parser.on("text", (text) => {
    silent = 0;
    events.text(text);
  });
  parser.on("cdata", (text) => {
    silent = 0;
    events.text(text);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    events.close(bare(tag.name));
  });
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      silent += chunk.length;
      if (silent > MAX_SILENCE) throw new SheetError("bomb", "endless text");
      parser.write(decoder.decode(chunk, { stream: true }));
      yield chunk.length;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError("broken", "part cannot be unpacked", { cause: error });
  } finally {
    source.destroy();
  }
}

function prefixed(attributes: Record<string, string>, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

/** Reads a whole small part. @throws SheetError where it is larger than `limit` bytes. */
export async function readXml(source: Readable, events: XmlEvents, limit: number): Promise<void> {
  let seen = 0;
  for await (const size of streamXml(source, events)) {
    seen += size;
    if (seen > limit) throw new SheetError("bomb", "a part is larger than any workbook's");
  }
}
