const HOST = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/**
 * The host of a Referer header without `www.`: where people come from, without the page that would tell who they
 * are. Apps name themselves (`android-app://com.instagram.android/`). Null for none or nonsense.
 */
export function referrerHost(header: string | undefined): string | null {
  if (header === undefined) return null;
  const start = header.indexOf("://");
  if (start < 0) return null;
  let end = start + 3;
  while (end < header.length && !isHostEnd(header.charCodeAt(end))) end += 1;
  const host = header.slice(start + 3, end).toLowerCase();
  const bare = host.startsWith("www.") ? host.slice(4) : host;
  return HOST.test(bare) ? bare : null;
}

/** `/`, `?`, `#` and the colon before a port. A name with `@` is no host of ours and fails the pattern. */
function isHostEnd(code: number): boolean {
  return code === 47 || code === 63 || code === 35 || code === 58;
}
