import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { useMessage } from "~/ui/message";

/** What the bound fields need of conform's FieldMetadata; every FieldMetadata fits. */
export interface BoundMeta {
  id: string;
  name: string;
  formId: string;
  key?: string | undefined;
  errorId: string;
  descriptionId: string;
  initialValue?: unknown;
  value?: unknown;
  errors?: unknown;
  required?: boolean | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  pattern?: string | undefined;
}

/** The errors of a field as texts: conform types them loosely. */
export function errorsOf(errors: unknown): string[] {
  return Array.isArray(errors) ? errors.filter((error): error is string => typeof error === "string") : [];
}

/** The initial text of a field; lists and missing values have none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

export interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: string[] | undefined;
  /** `false` adds "(optional)" to the label; what is required is the rule and stays unmarked. */
  required?: boolean | undefined;
  errorId?: string;
  descriptionId?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Label, hint, control and errors, tied together. The control carries `id` and `aria-describedby` itself. */
export function Field({
  id,
  label,
  hint,
  errors = [],
  required,
  errorId = `${id}-error`,
  descriptionId = `${id}-description`,
  className,
  children,
}: FieldProps) {
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
        <OptionalMark required={required} />
      </label>
      <Hint id={descriptionId}>{hint}</Hint>
      {children}
      <FieldErrors id={errorId} errors={errors} />
    </div>
  );
}

export function OptionalMark({ required }: { required?: boolean | undefined }) {
  const { t } = useTranslation("ui");
  return required === false ? (
    <span className="ml-1.5 font-normal text-ink-subtle">({t("field.optional")})</span>
  ) : null;
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={id} className="-mt-0.5 text-ink-muted text-sm">
      {children}
    </p>
  ) : null;
}

/** A field's errors in the reader's language; keys may carry parameters (see `messageWith`). */
export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  const message = useMessage();
  if (errors.length === 0) return null;
  return (
    <div id={id} className="flex flex-col gap-1 font-medium text-danger-ink text-sm">
      {[...new Set(errors)].map((error) => (
        <p key={error} className="flex items-start gap-1.5">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{message(error)}</span>
        </p>
      ))}
    </div>
  );
}

/** A group of choices under one legend. */
export function FieldGroup({
  meta,
  label,
  hint,
  className,
  children,
}: {
  meta: BoundMeta;
  label: ReactNode;
  hint?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  const errors = errorsOf(meta.errors);
  return (
    <fieldset
      id={meta.id}
      aria-describedby={describedBy(meta, hint, errors)}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      <legend className="mb-1.5 font-semibold text-sm">
        {label}
        <OptionalMark required={meta.required} />
      </legend>
      <Hint id={meta.descriptionId}>{hint}</Hint>
      {children}
      <FieldErrors id={meta.errorId} errors={errors} />
    </fieldset>
  );
}

/** The ids that describe a control: its error first, then its hint. */
export function describedBy(meta: BoundMeta, hint: ReactNode, errors: string[]): string | undefined {
  const ids = [errors.length > 0 && meta.errorId, hint && meta.descriptionId].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The attributes that every bound control shares. */
export function controlProps(meta: BoundMeta, hint?: ReactNode) {
  const errors = errorsOf(meta.errors);
  return {
    id: meta.id,
    name: meta.name,
    form: meta.formId,
    required: meta.required || undefined,
    "aria-invalid": errors.length > 0 || undefined,
    "aria-describedby": describedBy(meta, hint, errors),
  } as const;
}

/** Length and range limits, for native checking where there is no JavaScript. */
export function limitProps(meta: BoundMeta) {
  return {
    minLength: meta.minLength,
    maxLength: meta.maxLength,
    min: meta.min,
    max: meta.max,
    step: meta.step,
    pattern: meta.pattern,
  };
}
