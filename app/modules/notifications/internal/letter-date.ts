/** An instant as letters write it: the whole day and the time, in the zone of the Lapas. */
export function letterDate(at: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone }).format(at);
}
