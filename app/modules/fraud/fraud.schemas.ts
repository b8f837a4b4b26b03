import { z } from "zod";
import { ANSWER_DAYS, CASE_STATUSES } from "./fraud";

export const MAX_TEXT = 1_000;

const text = (error: string, least: number) =>
  z.string({ error }).trim().min(least, { error }).max(MAX_TEXT, { error: "fraud:error.long" });

/** Days that an influencer may be given for an answer. */
export const ANSWER_TIMES = [3, ANSWER_DAYS, 14] as const;

export const questionSchema = z.object({
  question: text("fraud:error.question", 10),
  days: z.coerce.number().pipe(
    z.union(
      ANSWER_TIMES.map((days) => z.literal(days)),
      { error: "fraud:error.days" },
    ),
  ),
});

export const decisionSchema = z.object({
  outcome: z.enum(["CLEARED", "CONFIRMED"], { error: "fraud:error.outcome" }),
  reason: text("fraud:error.reason", 10),
});

/** What an officer does about a case. */
export const officerFormSchema = z.discriminatedUnion("intent", [
  questionSchema.extend({ intent: z.literal("ask") }),
  decisionSchema.extend({ intent: z.literal("decide") }),
]);

export const answerSchema = z.object({ caseId: z.uuid(), answer: text("fraud:error.answer", 5) });

export const CASE_SORTS = ["newest", "due"] as const;

const filtersSchema = z.object({
  q: z.string().trim().max(100).catch(""),
  status: z.enum(CASE_STATUSES).nullable().catch(null),
  sort: z.enum(CASE_SORTS).catch("newest"),
  /** The slug of a Kanwil, where cases of several are listed. */
  region: z.string().trim().max(100).nullable().catch(null),
});
export type CaseFilters = z.infer<typeof filtersSchema>;

/** Reads the filters of the list's address; what makes no sense filters nothing. */
export function readCaseFilters(params: URLSearchParams): CaseFilters {
  const [q, status, sort, region] = ["q", "status", "urut", "kanwil"].map((name) => params.get(name) || null);
  return filtersSchema.parse({ q: q ?? "", status, sort: sort ?? "newest", region });
}

export const isFiltered = ({ q, status, region }: CaseFilters) =>
  q !== "" || status !== null || region !== null;
