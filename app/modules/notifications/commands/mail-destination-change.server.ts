import type { Translate } from "~/kernel/app-error";
import type { JobPayload } from "~/kernel/job";
import { unreachableBy } from "~/modules/tracking/health-schedule";
import type { destinationChanged } from "~/modules/tracking/tracking.jobs";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { letterDate } from "../internal/letter-date";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";
import { type DestinationLetter, destinationLetters } from "../queries/destination-letters.server";

function paragraphs(letter: DestinationLetter, locale: string, t: Translate): string[] {
  const products = letter.products
    .map(({ name, channel }) => t(`destination.product.${channel}`, { name }))
    .join("\n");
  const elsewhere = letter.outcome === "MOVED" && letter.finalUrl;
  const what = letter.outcome === "UNSURE" ? unreachableBy(letter.reason) : null;
  const next = letter.outcome === "OK" ? "wellNext" : letter.outcome === "UNSURE" ? "downNext" : "brokenNext";
  return [
    t(`destination.said.${letter.outcome}`, {
      since: letterDate(letter.since, locale, letter.institution.timeZone),
    }),
    products,
    letter.url,
    ...(what ? [t(`destination.unreachable.${what}`)] : []),
    ...(elsewhere ? [t("destination.elsewhere", { url: letter.finalUrl ?? "" })] : []),
    t(`destination.${next}`),
  ];
}

/**
 * Tells the officers of each Lapas that buyers no longer find a product where it is said to be sold, that its own shop
 * is out of reach, or that they find it again.
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
          paragraphs: paragraphs(letter, reader.locale, t),
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
