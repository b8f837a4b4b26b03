import { parseArgs } from "node:util";
import { acquireDatabase } from "./lib/database.mjs";

const USAGE = `Usage:
  npm run admin -- invite --email ADDRESS
Prints a link by which that person becomes an administrator: how a new installation gets its first one.`;

function readEmail(): string | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { email: { type: "string" } },
    });
    return positionals[0] === "invite" ? (values.email ?? null) : null;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

/** Invites; what is imported here reads the settings, which are complete only once the database is known. */
async function invite(email: string): Promise<number> {
  const { systemContext } = await import("~/modules/identity/context.server");
  const { inviteMember } = await import("~/modules/identity/commands/invite-member.server");
  const { inviteSchema } = await import("~/modules/identity/identity.schemas");
  const { INVITATION_DAYS } = await import("~/modules/identity/invitation-rules");
  const { isAppError } = await import("~/kernel/app-error");
  const input = inviteSchema.safeParse({ email, role: "ADMIN" });
  if (!input.success) {
    console.error(`"${email}" is no e-mail address.`);
    return 2;
  }
  try {
    const { link } = await inviteMember(systemContext("admin"), input.data);
    console.error(`An invitation for ${input.data.email}, which holds for ${INVITATION_DAYS} days:`);
    console.log(link);
    return 0;
  } catch (error) {
    if (!isAppError(error) || error.code !== "conflict") throw error;
    console.error(`${input.data.email} is an administrator already.`);
    return 1;
  }
}

async function main(): Promise<number> {
  const email = readEmail();
  if (!email) {
    console.error(USAGE);
    return 2;
  }
  const database = await acquireDatabase();
  try {
    return await invite(email);
  } finally {
    const { disconnectDb } = await import("~/platform/db.server");
    await disconnectDb();
    await database.release();
  }
}

process.exitCode = await main();
