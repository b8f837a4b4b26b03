/** What the page of a product can be asked, by the `intent` of the form that was sent. */
export const FORM_INTENTS = ["details", "listings", "licence"] as const;
export type FormIntent = (typeof FORM_INTENTS)[number];

/** The places of the page, which a saved form leads back to. */
export const EDITOR_SECTIONS = ["foto", "rincian", "tempat-membeli", "izin", "unggulan"] as const;
export type EditorSection = (typeof EDITOR_SECTIONS)[number];

/** Which of the page's forms an answer belongs to: conform hands back what was sent, `intent` among it. */
export function answerFor<Reply extends { initialValue?: Record<string, unknown> | null | undefined }>(
  reply: Reply | undefined,
  intent: FormIntent,
  licenceId?: string,
): Reply | undefined {
  const sent = reply?.initialValue;
  if (sent?.intent !== intent) return undefined;
  return intent !== "licence" || (sent.licenceId ?? undefined) === licenceId ? reply : undefined;
}
