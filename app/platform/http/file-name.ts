import { clip } from "~/kernel/cell";

const LONGEST = 120;

/** The name of a sent file as it can be stored and shown: the last part of its path, without control characters. */
export function fileNameOf(name: string | undefined): string {
  const last = (name ?? "").split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return clip(last.replace(/[\u0000-\u001f\u007f]/g, ""), LONGEST);
}
