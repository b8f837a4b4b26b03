import { z } from "zod";
import { PLATFORMS } from "~/modules/creators/platforms";
import { EXTRA_PLACEMENTS, LINK_DESTINATIONS } from "./link-destination";
import { codeFormFault, tidyOwnCode } from "./own-code-form";
import { utmTemplateSchema } from "./utm";

export const LABEL_MAX = 60;

const label = z
  .string({ error: "tracking:link.error.label" })
  .trim()
  .min(1, { error: "tracking:link.error.label" })
  .max(LABEL_MAX, { error: "tracking:link.error.label" });

/** An influencer's own wish for a code; empty: one of chance. What it may mean is checked on the server. */
const ownCode = z
  .string()
  .optional()
  .transform((text, context) => {
    const code = tidyOwnCode(text ?? "");
    if (code === "") return null;
    const fault = codeFormFault(code);
    if (fault) context.addIssue({ code: "custom", message: `tracking:link.codeFault.${fault}` });
    return code;
  });

const shown = {
  placement: z.enum(EXTRA_PLACEMENTS, { error: "tracking:link.error.placement" }),
  platform: z
    .enum(PLATFORMS, { error: "tracking:link.error.platform" })
    .optional()
    .transform((platform) => platform ?? null),
  label,
  utm: utmTemplateSchema.prefault({}),
};

/** What a link says of itself and may be changed later; its code and destination never are. */
export const editLinkSchema = z.object(shown);
export type EditLinkInput = z.input<typeof editLinkSchema>;

export const makeLinkSchema = z.object({
  destination: z.enum(LINK_DESTINATIONS, { error: "tracking:link.error.destination" }),
  code: ownCode,
  ...shown,
});
export type MakeLinkInput = z.input<typeof makeLinkSchema>;
