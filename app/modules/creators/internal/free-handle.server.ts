import type { Tx } from "~/platform/db.server";
import { handleFrom } from "../creator";

/** A handle that nobody has, made from a name: `ayulestari`, else `ayulestari2` and so on. */
export async function freeHandle(tx: Tx, name: string): Promise<string> {
  const base = handleFrom(name).slice(0, 20);
  const near = await tx.creator.findMany({
    where: { handle: { startsWith: base } },
    select: { handle: true },
  });
  const taken = new Set(near.map((creator) => creator.handle));
  let handle = base;
  for (let number = 2; taken.has(handle); number += 1) handle = `${base}${number}`;
  return handle;
}
