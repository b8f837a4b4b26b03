import { z } from "zod";
import { AppError } from "~/kernel/app-error";
import { REPORT_KINDS } from "./report";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "imports:error.day")
  .optional();

/** What a person says about a file; `columns` by field, each the file's own header. */
export const answerFields = z.object({
  report: z.enum(REPORT_KINDS, "imports:error.report"),
  columns: z.record(z.string(), z.string().max(100).optional()).default({}),
  from: day,
  to: day,
});
export type AnswerInput = z.infer<typeof answerFields>;

/** The answer with both ends of its period or none. @throws AppError `invalid` */
export function answersWhole({ report, columns, from, to }: AnswerInput): AnswerInput {
  if (!from !== !to || (from && to && from > to)) {
    throw new AppError("invalid", "half a period", { fields: { to: [{ key: "imports:error.period" }] } });
  }
  return { report, columns, from, to };
}

export const undoSchema = z.object({
  reason: z
    .string("imports:error.reason")
    .trim()
    .min(5, "imports:error.reason")
    .max(300, "imports:error.reason"),
});
