import { hash, type Options, parseOptions, verify } from "@node-rs/argon2";

/**
 * Argon2id with 19 MiB, two passes and one lane: the recommended configuration of the OWASP Password Storage Cheat
 * Sheet (section Argon2id, read 2026-11). `algorithm: 2` is Argon2id.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/** The same characters typed on different keyboards give the same bytes (NIST SP 800-63B: NFKC or NFKD). */
const normal = (password: string) => password.normalize("NFKC");

/** Hashes a new password; the result carries its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), PARAMETERS);
}

/** Whether the stored hash was made with weaker or other parameters than today's. */
export function needsRehash(stored: string): boolean {
  const made = parseOptions(stored);
  return (
    made.algorithm !== PARAMETERS.algorithm ||
    made.memoryCost !== PARAMETERS.memoryCost ||
    made.timeCost !== PARAMETERS.timeCost ||
    made.parallelism !== PARAMETERS.parallelism
  );
}

let nobody: Promise<string> | undefined;

/**
 * Checks a password. Without an account the work is done all the same, against a hash that nothing matches, so that
 * the time of the answer does not tell which addresses have accounts.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await nobody), normal(password));
  return stored !== null && matches;
}
