import { randomInt } from "node:crypto";
import type { Ctx } from "~/platform/context.server";
import { changeSource, type Owner } from "../internal/owned-source.server";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A public key: it only has to differ from all others. */
export const newSiteKey = () =>
  `gs_${Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`;

/** Sets the addresses of an institution's own pages; the first time it makes the key. @throws AppError `forbidden` */
export async function saveSite(ctx: Ctx, input: { institution: Owner; origins: string[] }): Promise<void> {
  const { institution, origins } = input;
  await changeSource(ctx, institution, "siteKey.saved", (tx) =>
    tx.siteKey.upsert({
      where: { institutionId: institution.id },
      create: { institutionId: institution.id, key: newSiteKey(), origins, createdAt: ctx.clock.now() },
      update: { origins },
    }),
  );
}
