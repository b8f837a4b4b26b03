import type { Translate } from "~/kernel/app-error";
import type { JobPayload } from "~/kernel/job";
import type { casesOpened } from "~/modules/fraud/fraud.jobs";
import {
  type NewCase,
  type NewCasesLetter,
  newCasesLetter,
} from "~/modules/fraud/queries/new-cases-letter.server";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import type { Letter } from "../internal/compose";
import { letterDate } from "../internal/letter-date";
import { letterRupiah } from "../internal/letter-figures";
import { type OfficerReader, officersOf } from "../internal/officers.server";
import { sendLetter } from "../internal/send-letter.server";
import { translator } from "../internal/translate.server";

/** The most cases that a letter names; the page has them all. */
const MOST_NAMED = 10;

/** Tells the officers of a Lapas of new cases, in one letter; nobody of a case that they are concerned by. */
export async function mailNewCases(ctx: Ctx, payload: JobPayload<typeof casesOpened>): Promise<void> {
  const letter = await newCasesLetter(ctx, payload);
  if (!letter) return;
  for (const reader of await officersOf(ctx, payload.institutionId)) {
    const cases = letter.cases.filter(({ concerned }) => !concerned.includes(reader.id));
    const [first] = cases;
    if (!first) continue;
    const t = await translator(reader.locale);
    const reference = `fraud-cases-${payload.caseIds[0]}-${reader.id}`;
    await sendLetter(
      reader.email,
      reference,
      letterOf(letter.institution, [first, ...cases.slice(1)], reader, t),
      t,
    );
  }
}

function letterOf(
  { name: institution, slug, timeZone }: NewCasesLetter["institution"],
  cases: readonly [NewCase, ...NewCase[]],
  { locale, name }: OfficerReader,
  t: Translate,
): Letter {
  const [first] = cases;
  const one = cases.length === 1;
  const named = cases.slice(0, MOST_NAMED).map((each) => lineOf(each, timeZone, locale, t));
  const more = cases.length - named.length;
  const all = `${env().PUBLIC_URL}/lapas/${slug}/pemeriksaan`;
  return {
    ...{ locale, name },
    subject: one
      ? t("fraud.newCaseSubject", { influencer: first.influencer, campaign: first.campaign })
      : t("fraud.newCasesSubject", { count: cases.length, institution }),
    paragraphs: [
      t("fraud.newCases"),
      ...named,
      ...(more > 0 ? [t("fraud.newCasesMore", { count: more })] : []),
      t("fraud.newCasesNext"),
    ],
    button: { label: t("fraud.newCasesButton"), url: one ? `${all}/${first.id}` : `${all}?urut=due` },
  };
}

function lineOf(
  { influencer, campaign, kinds, held, dueAt }: NewCase,
  zone: string,
  locale: string,
  t: Translate,
) {
  const amount = letterRupiah(held.heldRupiah, locale);
  return [
    t("fraud.newCase", { influencer, campaign }),
    ...kinds.map((kind) => `• ${t(`fraud:kind.${kind}`)}`),
    held.orders > 0 ? t("fraud.newCaseHeld", { count: held.orders, amount }) : t("fraud.newCaseNothing"),
    t("fraud.newCaseDue", { date: letterDate(dueAt, locale, zone) }),
  ].join("\n");
}
