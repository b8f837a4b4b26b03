import { Eye, EyeOff } from "lucide-react";
import { type ComponentPropsWithoutRef, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import {
  type BoundMeta,
  controlProps,
  describedBy,
  errorsOf,
  Field,
  FieldErrors,
  FieldGroup,
  Hint,
  limitProps,
  textOf,
} from "~/ui/field-frame";
import { Checkbox, Input, Radio, Select, TextArea } from "~/ui/input";
import { useHydrated } from "~/ui/use-hydrated";

export { RupiahField } from "~/ui/rupiah-field";
export { Field };

interface BoundProps {
  meta: BoundMeta;
  label: ReactNode;
  hint?: ReactNode;
  className?: string | undefined;
}

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

function frameProps({ meta, label, hint, className }: BoundProps) {
  return {
    id: meta.id,
    label,
    hint,
    className,
    required: meta.required,
    errors: errorsOf(meta.errors),
    errorId: meta.errorId,
    descriptionId: meta.descriptionId,
  };
}

type InputRest = Omit<ComponentPropsWithoutRef<"input">, keyof BoundProps | "prefix">;

/** One line of text. `prefix` and `suffix` stand inside the box (`@`, `%`). */
export function TextField({
  prefix,
  suffix,
  meta,
  label,
  hint,
  className,
  ...rest
}: BoundProps & InputRest & { prefix?: ReactNode; suffix?: ReactNode }) {
  const affix = "pointer-events-none absolute inset-y-0 flex items-center px-3.5 text-ink-muted";
  return (
    <Field {...frameProps({ meta, label, hint, className })}>
      <span className="relative block">
        {prefix ? <span className={cn(affix, "left-0")}>{prefix}</span> : null}
        <Input
          key={meta.key}
          {...controlProps(meta, hint)}
          {...limitProps(meta)}
          defaultValue={textOf(meta.initialValue)}
          {...rest}
          className={cn(prefix && "pl-9", suffix && "pr-11")}
        />
        {suffix ? <span className={cn(affix, "right-0")}>{suffix}</span> : null}
      </span>
    </Field>
  );
}

type AreaRest = Omit<ComponentPropsWithoutRef<"textarea">, keyof BoundProps>;

/** Several lines of text, with a counter where there is a limit. */
export function TextAreaField({ meta, label, hint, className, maxLength, ...rest }: BoundProps & AreaRest) {
  const { t } = useTranslation("ui");
  const limit = maxLength ?? meta.maxLength;
  const initial = textOf(meta.initialValue) ?? "";
  const [length, setLength] = useState(initial.length);
  return (
    <Field {...frameProps({ meta, label, hint, className })}>
      <TextArea
        key={meta.key}
        {...controlProps(meta, hint)}
        minLength={meta.minLength}
        defaultValue={initial}
        {...rest}
        onInput={(event) => setLength(event.currentTarget.value.length)}
      />
      {limit ? (
        <p
          className={cn(
            "tabular text-right text-xs",
            length > limit ? "font-semibold text-danger-ink" : "text-ink-subtle",
          )}
        >
          {t("field.counter", { used: length, max: limit })}
        </p>
      ) : null}
    </Field>
  );
}

export function SelectField({
  meta,
  label,
  hint,
  className,
  options,
  placeholder,
  ...rest
}: BoundProps &
  Omit<ComponentPropsWithoutRef<"select">, keyof BoundProps> & { options: Option[]; placeholder?: string }) {
  return (
    <Field {...frameProps({ meta, label, hint, className })}>
      <Select
        key={meta.key}
        {...controlProps(meta, hint)}
        defaultValue={textOf(meta.initialValue) ?? ""}
        {...rest}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** One yes or no. Submits "on" when ticked, as zod's coercion in conform expects. */
export function CheckboxField({ meta, label, hint, className }: BoundProps) {
  const errors = errorsOf(meta.errors);
  const ticked = meta.initialValue === "on" || meta.initialValue === true || meta.initialValue === "true";
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label className="flex min-h-11 items-start gap-3 py-2">
        <Checkbox
          key={meta.key}
          {...controlProps(meta, hint)}
          value="on"
          defaultChecked={ticked}
          className="mt-px"
        />
        <span className="font-medium">{label}</span>
      </label>
      <div className="pl-8.5">
        <Hint id={meta.descriptionId}>{hint}</Hint>
        <FieldErrors id={meta.errorId} errors={errors} />
      </div>
    </div>
  );
}

const choiceClass =
  "flex min-h-11 items-start gap-3 rounded-control border border-line bg-surface px-3.5 py-2.5 transition-colors hover:border-line-strong has-checked:border-brand has-checked:bg-brand-soft/55 has-disabled:opacity-55";

function Choice({ option, children }: { option: Option; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className={choiceClass}>
      {children}
      <span className="min-w-0">
        <span className="block font-medium leading-snug">{option.label}</span>
        {option.hint ? <span className="mt-0.5 block text-ink-muted text-sm">{option.hint}</span> : null}
      </span>
    </label>
  );
}

function chosen(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((entry): entry is string => typeof entry === "string");
  return typeof value === "string" ? [value] : [];
}

type ChoiceProps = BoundProps & { options: Option[]; columns?: 1 | 2 };

export function CheckboxGroupField({ options, columns = 1, ...bound }: ChoiceProps) {
  const { meta } = bound;
  const initial = chosen(meta.initialValue);
  return (
    <FieldGroup {...bound}>
      <div key={meta.key} className={cn("grid gap-2", columns === 2 && "sm:grid-cols-2")}>
        {options.map((option) => (
          <Choice key={option.value} option={option}>
            <Checkbox
              name={meta.name}
              form={meta.formId}
              value={option.value}
              defaultChecked={initial.includes(option.value)}
              disabled={option.disabled}
            />
          </Choice>
        ))}
      </div>
    </FieldGroup>
  );
}

export function RadioGroupField({ options, columns = 1, ...bound }: ChoiceProps) {
  const { meta } = bound;
  const initial = textOf(meta.initialValue);
  return (
    <FieldGroup {...bound}>
      <div key={meta.key} className={cn("grid gap-2", columns === 2 && "sm:grid-cols-2")}>
        {options.map((option) => (
          <Choice key={option.value} option={option}>
            <Radio
              name={meta.name}
              form={meta.formId}
              value={option.value}
              required={meta.required || undefined}
              defaultChecked={initial === option.value}
              disabled={option.disabled}
            />
          </Choice>
        ))}
      </div>
    </FieldGroup>
  );
}

/** A calendar day, `YYYY-MM-DD`. */
export function DateField(props: BoundProps & InputRest) {
  return <TextField {...props} type="date" />;
}

/** A day and time as the wall clock shows them, `YYYY-MM-DDTHH:mm`; the zone is the form's business. */
export function DateTimeField(props: BoundProps & InputRest) {
  return <TextField {...props} type="datetime-local" />;
}

/** A password that can be shown while typing. */
export function PasswordField({ meta, label, hint, className, ...rest }: BoundProps & InputRest) {
  const { t } = useTranslation("ui");
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  const Icon = shown ? EyeOff : Eye;
  const described = describedBy(meta, hint, errorsOf(meta.errors));
  return (
    <Field {...frameProps({ meta, label, hint, className })}>
      <span className="relative block">
        <Input
          key={meta.key}
          {...controlProps(meta, hint)}
          {...limitProps(meta)}
          autoCapitalize="none"
          spellCheck={false}
          {...rest}
          aria-describedby={described}
          type={shown ? "text" : "password"}
          className="pr-12"
        />
        {hydrated ? (
          <button
            type="button"
            onClick={() => setShown(!shown)}
            aria-label={shown ? t("field.hidePassword") : t("field.showPassword")}
            className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-control text-ink-muted hover:text-ink"
          >
            <Icon aria-hidden="true" className="size-5" />
          </button>
        ) : null}
      </span>
    </Field>
  );
}
