import type { Translate } from "~/kernel/app-error";
import type { JobPayload } from "~/kernel/job";
import type { destinationChanged } from "~/modules/tracking/tracking.jobs";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";
import { type DestinationLetter, destinationLetters } from "../queries/destination-letters.server";

function paragraphs(letter: DestinationLetter, t: Translate): string[] {
  const products = letter.products
    .map(({ name, channel }) => t(`destination.product.${channel}`, { name }))
    .join("\n");
  const elsewhere = letter.outcome === "MOVED" && letter.finalUrl;
  return [
    t(`destination.said.${letter.outcome}`),
    products,
    letter.url,
    ...(elsewhere ? [t("destination.elsewhere", { url: letter.finalUrl ?? "" })] : []),
    t(letter.outcome === "OK" ? "destination.wellNext" : "destination.brokenNext"),
  ];
}

/**
 * Tells the officers of each Lapas that buyers no longer find a product where it is said to be sold, or find it again.
 */
export async function mailDestinationChange(
  ctx: Ctx,
  payload: JobPayload<typeof destinationChanged>,
): Promise<void> {
  for (const letter of await destinationLetters(ctx, payload)) {
    for (const reader of letter.readers) {
      const t = await translator(reader.locale);
      const [first] = letter.products;
      await sendLetter(
        reader.email,
        `destination-${payload.changeId}-${reader.id}`,
        {
          locale: reader.locale,
          subject: t(`destination.subject.${letter.outcome}`, { product: first?.name ?? "" }),
          name: reader.name,
          paragraphs: paragraphs(letter, t),
          button: {
            label: t("destination.button"),
            url: `${env().PUBLIC_URL}/lapas/${letter.institution.slug}/tautan`,
          },
        },
        t,
      );
    }
  }
}
