import type { Ctx } from "~/platform/context.server";

/** What happened in a case. Pictures are named by the message that they belong to. */
export type CaseEvent = {
  id: string;
  kind: "OPENED" | "QUESTION" | "ANSWER" | "CLEARED" | "CONFIRMED";
  at: Date;
  text: string;
  author: string | null;
  picture: { width: number; height: number } | null;
};

/** A case's events, the newest first. */
export async function eventsOf(ctx: Ctx, caseId: string): Promise<CaseEvent[]> {
  const row = await ctx.db.fraudCase.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      openedAt: true,
      messages: {
        select: {
          ...{ id: true, kind: true, text: true, at: true, authorId: true },
          picture: { select: { width: true, height: true } },
        },
      },
      decisions: { select: { id: true, outcome: true, reason: true, at: true, decidedById: true } },
    },
  });
  const people = [
    ...row.messages.map(({ authorId }) => authorId),
    ...row.decisions.map(({ decidedById }) => decidedById),
  ];
  const users = await ctx.db.user.findMany({
    where: { id: { in: people } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const events: CaseEvent[] = [
    { id: caseId, kind: "OPENED", at: row.openedAt, text: "", author: null, picture: null },
    ...row.messages.map(({ authorId, ...message }) => ({
      ...message,
      author: names.get(authorId) ?? null,
    })),
    ...row.decisions.map(({ id, outcome, reason, at, decidedById }) => ({
      ...{ id, at, text: reason, author: names.get(decidedById) ?? null, picture: null },
      kind: outcome === "CLEARED" ? outcome : ("CONFIRMED" as const),
    })),
  ];
  return events.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}
