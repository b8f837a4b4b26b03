import { execFile } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { apiKeyActor } from "~/modules/identity/queries/api-key-actor.server";
import { invitationByToken } from "~/modules/identity/queries/invitation-by-token.server";
import { tokenOf } from "../../factories/identity";
import { useDatabase } from "../../setup/database";
import { aPlace, nobody } from "./world";

const root = path.resolve(import.meta.dirname, "../../..");
const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");

useDatabase({ resetEach: true });

type Outcome = { code: number; out: string; said: string };

/** Runs a script as npm does, on this test's database. */
function run(script: string, ...parameters: string[]): Promise<Outcome> {
  const file = path.join(root, "scripts", script);
  return new Promise((resolve) => {
    execFile(process.execPath, [tsx, file, ...parameters], { cwd: root }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ code, out: stdout.trim(), said: stderr.trim() });
    });
  });
}

describe("npm run api-key", () => {
  it("prints a new key alone on its output, lists it without the secret, and withdraws it", async () => {
    const { institutionId, slug } = await aPlace("Lapas Sidoarjo");
    const made = await run("api-key.ts", "create", "--institution", slug, "--scope", "conversions:write");
    expect(made).toMatchObject({ code: 0 });
    expect(await apiKeyActor(made.out)).toMatchObject({
      actor: { institutionId, scopes: ["conversions:write"] },
    });
    const prefix = made.out.slice(0, 11);
    const list = await run("api-key.ts", "list", "--institution", slug);
    expect(list.out).toContain(`${prefix}\tlive\tconversions:write\tnever used`);
    expect(list.out).not.toContain(made.out);
    expect(await run("api-key.ts", "revoke", "--institution", slug, "--prefix", prefix)).toMatchObject({
      code: 0,
    });
    expect(await apiKeyActor(made.out)).toBeNull();
  }, 60_000);

  it("says what is wrong instead of making a key", async () => {
    const { slug } = await aPlace("Lapas Sidoarjo");
    const unknown = await run("api-key.ts", "create", "--institution", "antah", "--scope", "stats:read");
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect(unknown.said).toContain('no institution with the slug "antah"');
    const scope = await run("api-key.ts", "create", "--institution", slug, "--scope", "everything");
    expect(scope).toMatchObject({ code: 2, out: "" });
    expect(scope.said).toContain("conversions:write, stats:read");
    expect((await run("api-key.ts")).said).toContain("Usage:");
  }, 60_000);
});

describe("npm run admin", () => {
  it("prints the link that makes the first administrator, where nobody is there to invite", async () => {
    const { code, out } = await run("admin.ts", "invite", "--email", "Kepala@Contoh.id");
    expect(code).toBe(0);
    expect(await invitationByToken(nobody(), { token: tokenOf(out) })).toMatchObject({
      state: "open",
      role: "ADMIN",
      email: "kepala@contoh.id",
      invitedBy: null,
    });
    expect(await run("admin.ts", "invite", "--email", "bukan-surel")).toMatchObject({ code: 2, out: "" });
  }, 60_000);
});
