import { homePaths, openHome, sessionSecret } from "./home.mjs";
import { readLock } from "./lock.mjs";
import { Postgres } from "./postgres.mjs";
import { loadSettings } from "./settings.mjs";

/**
 * The database of this checkout's instance, for a script that runs beside it: DATABASE_URL if set, else the embedded
 * PostgreSQL of GAUNG_HOME, which is started when nobody runs it and then stopped by `release`. Sets DATABASE_URL
 * (and SESSION_SECRET of a local instance) so that what is imported afterwards works on the same instance.
 */
export async function acquireDatabase() {
  const settings = loadSettings();
  if (!settings.production) {
    openHome(settings.home);
    process.env.SESSION_SECRET ||= sessionSecret(settings.home);
  }
  process.env.GAUNG_HOME = settings.home;
  if (settings.databaseUrl) return { url: settings.databaseUrl, release: async () => {} };

  const postgres = new Postgres({ directory: openHome(settings.home).postgres });
  await postgres.start();
  await postgres.ensureDatabase("gaung");
  process.env.DATABASE_URL = postgres.url();
  const release = async () => {
    // Found running, or an instance was started meanwhile: then it is not ours to stop.
    if (postgres.adopted || readLock(homePaths(settings.home).lock)) postgres.letGo();
    else await postgres.stop();
  };
  return { url: postgres.url(), release };
}
