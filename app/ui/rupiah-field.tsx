import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type BoundMeta, controlProps, errorsOf, Field, textOf } from "~/ui/field-frame";
import { formatFor } from "~/ui/format";
import { Input } from "~/ui/input";
import { useHydrated } from "~/ui/use-hydrated";

interface RupiahFieldProps {
  meta: BoundMeta;
  label: ReactNode;
  hint?: ReactNode;
  className?: string | undefined;
  placeholder?: string;
}

/** Digits only, without leading zeros; at most 15, as much as `parseRupiah` takes. */
export function digitsOf(text: string): string {
  return text
    .replace(/\D/g, "")
    .replace(/^0+(?=\d)/, "")
    .slice(0, 15);
}

/**
 * Whole rupiah, grouped while one types and submitted as plain digits. Without JavaScript it is a plain field,
 * so the reader of the form should accept grouping too (`parseRupiah`).
 */
export function RupiahField({ meta, label, hint, className, placeholder }: RupiahFieldProps) {
  const hydrated = useHydrated();
  const { i18n } = useTranslation();
  const initial = digitsOf(textOf(meta.initialValue) ?? "");
  const hidden = useRef<HTMLInputElement>(null);
  const visible = useRef<HTMLInputElement>(null);
  const [digits, setDigits] = useState(initial);
  const group = (text: string) => (text === "" ? "" : formatFor(i18n.language).number(BigInt(text)));
  const { id, name, form, ...shared } = controlProps(meta, hint);

  function type(text: string) {
    const next = digitsOf(text);
    setDigits(next);
    if (!hidden.current) return;
    // Conform listens for the native event of the field that carries the name.
    hidden.current.value = next;
    hidden.current.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      className={className}
      required={meta.required}
      errors={errorsOf(meta.errors)}
      errorId={meta.errorId}
      descriptionId={meta.descriptionId}
    >
      <span key={meta.key} className="relative block">
        <span className="pointer-events-none absolute inset-y-0 left-0 flex items-center pl-3.5 text-ink-muted">
          Rp
        </span>
        {hydrated ? (
          <input
            ref={hidden}
            name={name}
            form={form}
            defaultValue={initial}
            tabIndex={-1}
            aria-hidden="true"
            className="sr-only"
            onFocus={() => visible.current?.focus()}
          />
        ) : null}
        <Input
          // A new element after hydration: the plain field hands over to the grouped one.
          key={hydrated ? "grouped" : "plain"}
          ref={visible}
          id={id}
          form={form}
          name={hydrated ? undefined : name}
          inputMode="numeric"
          autoComplete="off"
          placeholder={placeholder}
          {...shared}
          {...(hydrated
            ? { value: group(digits), onChange: (event) => type(event.currentTarget.value) }
            : { defaultValue: initial })}
          className="tabular pl-11"
        />
      </span>
    </Field>
  );
}
