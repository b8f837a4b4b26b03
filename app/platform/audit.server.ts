import { newId } from "~/kernel/id";
import type { Ctx } from "./context.server";
import type { Prisma, Tx } from "./db.server";

type AuditEntry = {
  /** What happened, in the past tense of the action: `claim.accepted`. */
  action: string;
  entity: string;
  entityId: string;
  institutionId?: string | null;
  /** Ids and states only: no secret, no personal data. */
  data?: Prisma.InputJsonObject;
};

/** Id of the person or key that acts; null for the system. */
export function actorId(ctx: Ctx): string | null {
  if (ctx.actor.kind === "user") return ctx.actor.userId;
  if (ctx.actor.kind === "apiKey") return ctx.actor.apiKeyId;
  return null;
}

/** Writes one line of the audit trail, in the transaction of what it tells about. */
export async function audit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: newId(),
      at: ctx.clock.now(),
      actorKind: ctx.actor.kind,
      actorId: actorId(ctx),
      action: entry.action,
      entity: entry.entity,
      entityId: entry.entityId,
      institutionId: entry.institutionId ?? null,
      data: entry.data ?? {},
    },
  });
}
