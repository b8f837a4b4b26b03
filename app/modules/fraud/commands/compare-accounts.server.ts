import type { Ctx } from "~/platform/context.server";
import { judgeAccounts } from "../account-rules";
import { announceCases } from "../internal/announce-cases.server";
import { type Filed, fileSignals } from "../internal/file-signals.server";
import { readSharedAccounts } from "../internal/read-accounts.server";

/** Compares what influencers gave of their accounts, and files what two of one Lapas share. */
export async function compareAccounts(ctx: Ctx): Promise<Filed> {
  ctx.authorize("fraud.decide");
  const shared = await readSharedAccounts(ctx);
  const filed = await fileSignals(ctx, shared.flatMap(judgeAccounts));
  await announceCases(ctx);
  return filed;
}
