import { useForm as useConformForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { useDebugValue } from "react";
import type { z } from "zod";

type FormSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

type FormOptions<Schema extends FormSchema> = Omit<
  Parameters<typeof useConformForm<z.input<Schema>, z.output<Schema>>>[0],
  "onValidate" | "shouldRevalidate"
>;

/**
 * A form with a schema's fields, for every form here: Conform's `useForm` that validates by the schema and, once an
 * error was shown, again with each key.
 *
 * Conform notes at each render which errors are read, by the fields below too, and tells only about those. But React
 * may run a component and then leave its children as they are (a state set to what it was: `useTranslation` does so
 * after hydration). Then the notes are cleared, the fields do not read again, and the first faulty submit shows
 * nothing. Reading all errors here makes the form's own component hear of every one.
 *
 * @param options.constraint what fields are marked with (required or not): the schema's; {} for nothing
 */
export function useForm<Schema extends FormSchema>(schema: Schema, options: FormOptions<Schema>) {
  const [form, fields] = useConformForm<z.input<Schema>, z.output<Schema>>({
    ...options,
    // Not read where it is not wanted: Conform cannot read every schema.
    constraint: options.constraint ?? getZodConstraint(schema),
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
  });
  useDebugValue(form.allErrors);
  return [form, fields] as const;
}
