/** One writing for a name at a marketplace, however a profile or a report writes it: lower case, without @. */
export function foldAccountName(name: string): string {
  return name.trim().replace(/^@/, "").toLowerCase();
}
