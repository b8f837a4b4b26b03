/** npm's own Chromium, unpacked once into .cache and seen to start; throws a sentence that names what is missing. */
export function ensureChromium(
  tell?: (remark: string) => void,
): Promise<{ executablePath: string; env: Record<string, string> }>;

/** The failure for libraries that Chromium does not find. */
export function missing(libraries: string[]): Error & { advice: string; packages: string[] };
