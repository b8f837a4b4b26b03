import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { createWooEndpoint } from "./commands/create-woo-endpoint.server";
import { rotateSiteKey } from "./commands/rotate-site-key.server";
import { rotateWooSecret } from "./commands/rotate-woo-secret.server";
import { switchSource } from "./commands/switch-source.server";

type Institution = { id: string; regionId: string };

/** What to tell once it is done: a message key, or a secret for the only time. */
export type SourceDone = { message: string } | { secret: string };

const told = (message: string): SourceDone => ({ message: `tracking:sources.${message}` });

/** What the buttons of the page on shop connections ask for. @throws AppError `malformed` for no such button */
export async function pressSourceButton(
  ctx: Ctx,
  institution: Institution,
  form: FormData,
): Promise<SourceDone> {
  const intent = form.get("intent");
  switch (intent) {
    case "rotateSite":
      await rotateSiteKey(ctx, { institution });
      return told("rotated");
    case "createWoo":
      return { secret: await createWooEndpoint(ctx, { institution }) };
    case "rotateWoo":
      return { secret: await rotateWooSecret(ctx, { institution }) };
    case "on":
    case "off": {
      const source = form.get("source");
      if (source !== "site" && source !== "woo") throw new AppError("malformed", "no such source");
      await switchSource(ctx, { institution, source, on: intent === "on" });
      return told(intent);
    }
    default:
      throw new AppError("malformed", "no such button");
  }
}
