/** The last instant of a window whose first instant after is given: people say "until the 30th". */
export function lastInstant(endsAt: string | Date): Date {
  return new Date(new Date(endsAt).getTime() - 1);
}
